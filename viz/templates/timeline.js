"use strict";
/* What a reader may do without: another language, and a card that tells what a bar or a mark stands for. */

const root = document.documentElement;
const card = document.getElementById("card");
const switches = document.querySelector(".language");
let shown = null; // the bar or mark whose card is open
let closing = 0;

function setLanguage(language) {
  root.lang = language;
  switches.setAttribute("aria-label", switches.dataset[language]);
  for (const button of switches.children) button.setAttribute("aria-pressed", String(button.dataset.language === language));
}

/** Put the card below what it tells of, or above it where there is no room, within the window. */
function place(box) {
  const gap = 8, { width, height } = card.getBoundingClientRect();
  const below = box.bottom + gap + height <= innerHeight || box.top - gap - height < 0;
  card.style.setProperty("left", Math.max(12, Math.min(box.left, innerWidth - width - 12)) + "px");
  card.style.setProperty("top", (below ? box.bottom + gap : box.top - gap - height) + "px");
}

/** The card is a copy of the account: nodes, not text that would have to be read as HTML again. */
function open(mark) {
  clearTimeout(closing);
  if (shown === mark) return;
  shown = mark;
  const copy = document.getElementById(mark.dataset.entry).cloneNode(true);
  for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id");
  card.replaceChildren(...copy.children);
  card.hidden = false;
  place(mark.getBoundingClientRect());
}

function close() {
  clearTimeout(closing);
  shown = null;
  card.hidden = true;
}

/** Leave time to move the pointer into the card. */
function closeSoon() {
  clearTimeout(closing);
  closing = setTimeout(close, 220);
}

switches.hidden = false;
switches.addEventListener("click", (event) => {
  if (event.target.dataset.language) setLanguage(event.target.dataset.language);
});
for (const mark of document.querySelectorAll(".event")) {
  mark.querySelector("title").remove(); // the card tells more, and in the language that is shown
  mark.addEventListener("pointerenter", (event) => { if (event.pointerType !== "touch") open(mark); });
  mark.addEventListener("pointerleave", closeSoon);
  mark.addEventListener("focus", () => { if (mark.matches(":focus-visible")) open(mark); });
  mark.addEventListener("blur", closeSoon);
  mark.addEventListener("click", close);
}
card.addEventListener("pointerenter", () => clearTimeout(closing));
card.addEventListener("pointerleave", closeSoon);
addEventListener("scroll", close, { passive: true });
addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
root.dataset.painted = "";
