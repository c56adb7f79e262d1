"use strict";
/* The search box: a combobox with a list of hits, worked by keyboard or pointer. */

const MOST_HITS = 8;

/** Lower case without accents, so that "Syrie" finds "Syrië". */
function folded(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Nodes that hold every word, best first: label begins with it, label holds it, then text or IRI. */
function findNodes(index, query) {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (!words.length) return [];
  const whole = words.join(" ");
  return index
    .map((entry) => {
      if (!words.every((word) => entry.all.includes(word))) return null;
      const score = entry.label === whole ? 0 : entry.label.startsWith(whole) ? 1 : words.every((word) => entry.label.includes(word)) ? 2 : 3;
      return { node: entry.node, score };
    })
    .filter(Boolean)
    .sort((a, b) => a.score - b.score || b.node.degree - a.node.degree);
}

/** Bind the box; choose(id) is called with a hit, clear() on Escape. state() gives words and language. */
function bindSearch(input, list, nodes, state, choose, clear) {
  const index = nodes.map((node) => {
    const label = folded(node.labels.nl + " " + (node.labels.en === node.labels.nl ? "" : node.labels.en)).trim();
    return { node, label, all: [label, folded(node.text), folded(node.iri), node.date].join(" ") };
  });
  let hits = [], active = 0;
  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const take = (i) => {
    if (!hits[i]) return;
    close();
    choose(hits[i].node.id);
  };
  const mark = () => {
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === active && hits.length > 0)));
    if (hits.length) input.setAttribute("aria-activedescendant", "hit" + active);
  };
  const show = () => {
    const { words, language } = state();
    const found = findNodes(index, input.value);
    hits = found.slice(0, MOST_HITS);
    active = 0;
    list.replaceChildren();
    if (!input.value.trim()) return close();
    hits.forEach(({ node }, i) => {
      const item = element("li", "", node.labels[language]);
      item.id = "hit" + i;
      item.setAttribute("role", "option");
      item.append(element("small", "", [node.kinds[language], node.date && dateWords(node.date, language)].filter(Boolean).join(" · ")));
      item.addEventListener("pointerdown", (event) => { event.preventDefault(); take(i); });
      list.append(item);
    });
    const rest = found.length - hits.length;
    if (!hits.length || rest) {
      const note = element("li", "none", hits.length ? words.more + " " + rest : words.no_hits);
      note.setAttribute("role", "option");
      note.setAttribute("aria-disabled", "true");
      list.append(note);
    }
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    mark();
  };
  input.addEventListener("input", show);
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      if (list.hidden) show();
      take(active);
    } else if (event.key === "Escape") {
      input.value = "";
      close();
      clear();
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && hits.length) {
      active = (active + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % hits.length;
      mark();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
}
