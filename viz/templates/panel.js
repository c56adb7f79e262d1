"use strict";
/* The details panel. All text of the data goes in as textContent, never as HTML. */

function element(name, className, text) {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/** Write a date in words; an incomplete or odd one is shown as it came. */
function dateWords(iso, language) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (!parts) return iso;
  const day = new Date(Date.UTC(+parts[1], parts[2] - 1, +parts[3]));
  return new Intl.DateTimeFormat(language === "nl" ? "nl-NL" : "en-GB", { dateStyle: "long", timeZone: "UTC" }).format(day);
}

/** A link to an http or https page; nothing for any other address. */
function pageLink(address, text) {
  let url;
  try { url = new URL(address); } catch { return null; }
  if (url.protocol !== "http:" && url.protocol !== "https:") return null;
  const link = element("a", "", text || url.host);
  link.href = url.href;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

/** Show one node: label, class, text, date, IRI, page, and what it is connected to. */
function showDetails(box, node, relations, words, language, choose) {
  box.replaceChildren();
  if (!node) {
    box.append(element("p", "quiet", words.nothing));
    return;
  }
  box.append(element("h3", "", node.labels[language]), element("p", "class", node.kinds[language]));
  if (node.text) box.append(element("p", "text", node.text));
  const facts = element("dl");
  const fact = (name, value, className) => {
    const cell = element("dd", className);
    cell.append(value);
    facts.append(element("dt", "", name), cell);
  };
  if (node.date) fact(words.date, dateWords(node.date, language));
  const link = node.page && pageLink(node.page);
  if (link) fact(words.official, link);
  if (node.iri) fact(words.identifier, node.iri, "iri");
  box.append(facts);
  if (!relations.length) return;
  box.append(element("h4", "", words.connections + " (" + relations.length + ")"));
  const groups = new Map();
  for (const relation of relations) {
    const name = (relation.out ? "→ " : "← ") + relation.names[language];
    if (!groups.has(name)) groups.set(name, []);
    groups.get(name).push(relation.other);
  }
  for (const [name, others] of groups) {
    const list = element("ul", "relations");
    for (const other of others) {
      const item = element("li");
      const button = element("button", "", other.labels[language]);
      button.type = "button";
      button.addEventListener("click", () => choose(other.id));
      item.append(button);
      list.append(item);
    }
    box.append(element("h5", "", name), list);
  }
}
