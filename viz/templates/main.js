"use strict";
/* Puts the page together: the drawing, legend, details, search, language and keys. */

const read = (id) => JSON.parse(document.getElementById(id).textContent);
const WORDS = read("words");
const OPTIONS = read("options");
const nodeList = read("nodes");
const edgeList = read("edges");
const container = document.getElementById("mynetwork");
// Drawings are laid out wide; on an upright screen they are turned a quarter.
if (container.clientHeight > 1.2 * container.clientWidth) for (const node of nodeList) [node.x, node.y] = [node.y, -node.x];
const byId = new Map(nodeList.map((node) => [node.id, node]));
const nodes = new vis.DataSet(nodeList);
const edges = new vis.DataSet(edgeList);
const network = new vis.Network(container, { nodes, edges }, OPTIONS);
container.querySelector(".vis-network").tabIndex = -1; // the container around it takes the focus
const hiddenKinds = new Set();
let language = document.documentElement.lang;
let chosen = null;
let near = null;
let placedFor = null;
let placed = [];

const relationsOf = new Map(nodeList.map((node) => [node.id, []]));
for (const edge of edgeList) {
  relationsOf.get(edge.from).push({ other: byId.get(edge.to), names: edge.names, out: true, edge });
  relationsOf.get(edge.to).push({ other: byId.get(edge.from), names: edge.names, out: false, edge });
}
const isHidden = (node) => hiddenKinds.has(node.kind);

/* Labels ------------------------------------------------------------------ */

const measure = document.createElement("canvas").getContext("2d");
let texts = new Map();
let alike = new Map();

function measureLabels() {
  measure.font = "600 " + LABEL.size + "px " + LABEL_FONT;
  texts = new Map(nodeList.map((node) => {
    const lines = wrapLabel(measure, node.labels[language]);
    return [node.id, { lines, width: Math.max(...lines.map((line) => measure.measureText(line).width)) }];
  }));
  alike = new Map();
  for (const node of nodeList) alike.set(node.labels[language], 1 + (alike.get(node.labels[language]) || 0));
  placedFor = null;
}

/** Who is named first: the chosen node, the start, its neighbours; then well connected nodes with a name of their own. */
function rank(node) {
  if (node.id === chosen) return -2;
  if (node.start && near === null) return -1;
  return (near && near.has(node.id) ? 0 : 1) + 1 / (1 + node.degree / alike.get(node.labels[language]));
}

function labelsAt(scale) {
  if (placedFor === scale) return placed;
  const places = network.getPositions();
  const shown = nodeList.filter((node) => !isHidden(node))
    .map((node) => ({ id: node.id, size: node.size, ...places[node.id], rank: rank(node), ...texts.get(node.id) }));
  const named = chosen === null ? [] : relationsOf.get(chosen).filter(({ other }) => !isHidden(other)).map(({ other, names }) => ({
    x: (places[chosen].x + places[other.id].x) / 2, y: (places[chosen].y + places[other.id].y) / 2,
    text: names[language], width: measure.measureText(names[language]).width,
  }));
  placed = placeLabels(shown, named, scale, frame && frame.scale === scale ? frame : null);
  placedFor = scale;
  return placed;
}

network.on("afterDrawing", (ctx) => {
  const scale = network.getScale();
  drawLabels(ctx, labelsAt(scale), scale, (id) => near !== null && !near.has(id));
  if (!document.documentElement.dataset.painted) document.documentElement.dataset.painted = Math.round(performance.now());
});
network.on("dragEnd", () => { placedFor = null; moved = true; });
network.on("zoom", () => { moved = true; });
new ResizeObserver(() => { if (!moved) requestAnimationFrame(fit); }).observe(container);
network.on("dragging", (event) => { if (event.nodes.length) placedFor = null; });

/* Choice ------------------------------------------------------------------ */

const EDGE_COLOR = OPTIONS.edges.color;
let paintedFor = null;

function paintChoice() {
  const before = near;
  near = chosen === null ? null : new Set([chosen, ...relationsOf.get(chosen).map(({ other }) => other.id)]);
  const dim = (set, id) => set !== null && !set.has(id);
  nodes.update(nodeList.filter((node) => dim(before, node.id) !== dim(near, node.id)).map((node) => ({ id: node.id, opacity: dim(near, node.id) ? 0.18 : 1 })));
  const touches = (id, edge) => id === null || edge.from === id || edge.to === id;
  edges.update(edgeList.filter((edge) => touches(paintedFor, edge) !== touches(chosen, edge)).map((edge) => ({
    id: edge.id, color: { ...EDGE_COLOR, opacity: touches(chosen, edge) ? 1 : 0.3 },
  })));
  paintedFor = chosen;
  placedFor = null;
}

/** Choose a node (null clears); `move` brings it to the middle. */
function choose(id, move) {
  chosen = id;
  if (id !== null && isHidden(byId.get(id))) toggleKind(byId.get(id).kind, true);
  paintChoice();
  if (id === null) {
    network.unselectAll();
  } else {
    network.selectNodes([id]);
    moved ||= move;
    if (move) network.moveTo({ position: network.getPosition(id), scale: Math.max(network.getScale(), 0.9) });
  }
  details(id);
  network.redraw();
}

const firstStart = nodeList.find((node) => node.start);

/** Fill the panel; with nothing chosen it tells about the node the page is drawn around. */
function details(id) {
  const node = id === null ? firstStart : byId.get(id);
  showDetails(document.getElementById("details"), node, node ? relationsOf.get(node.id) : [], WORDS[language], language, (other) => choose(other, true));
}

network.on("click", (event) => choose(event.nodes.length ? event.nodes[0] : null, false));
network.on("hoverNode", (event) => { if (chosen === null) details(event.node); });
network.on("blurNode", () => { if (chosen === null) details(null); });
container.addEventListener("pointerleave", () => { if (chosen === null) details(null); });

/* Legend ------------------------------------------------------------------ */

function toggleKind(kind, shown) {
  if (shown) hiddenKinds.delete(kind); else hiddenKinds.add(kind);
  for (const box of document.querySelectorAll("#legend input")) if (box.dataset.kind === kind) box.checked = shown;
  nodes.update(nodeList.filter((node) => node.kind === kind).map((node) => ({ id: node.id, hidden: !shown })));
  edges.update(edgeList.map((edge) => ({ id: edge.id, hidden: isHidden(byId.get(edge.from)) || isHidden(byId.get(edge.to)) })));
  if (chosen !== null && isHidden(byId.get(chosen))) choose(null, false);
  placedFor = null;
  network.redraw();
}

document.getElementById("legend").addEventListener("change", (event) => toggleKind(event.target.dataset.kind, event.target.checked));

/* Language ---------------------------------------------------------------- */

function speak(to) {
  language = to;
  document.documentElement.lang = to;
  measureLabels();
  for (const part of document.querySelectorAll("[data-label]")) part.setAttribute("aria-label", WORDS[to][part.dataset.label]);
  for (const part of document.querySelectorAll("[data-placeholder]")) part.placeholder = WORDS[to][part.dataset.placeholder];
  for (const button of document.querySelectorAll("[data-language]")) button.setAttribute("aria-pressed", String(button.dataset.language === to));
  for (const time of document.querySelectorAll("time")) time.textContent = dateWords(time.dateTime, to);
  nodes.update(nodeList.map((node) => ({
    id: node.id,
    title: node.labels[to] + "\n" + [node.kinds[to], node.date && dateWords(node.date, to)].filter(Boolean).join(" · "),
  })));
  edges.update(edgeList.map((edge) => ({ id: edge.id, title: edge.names[to] })));
  details(chosen);
  network.redraw();
}

for (const button of document.querySelectorAll("[data-language]")) button.addEventListener("click", () => speak(button.dataset.language));

/* Search, table, keys ----------------------------------------------------- */

bindSearch(document.getElementById("search"), document.getElementById("hits"), nodeList,
  () => ({ words: WORDS[language], language }), (id) => choose(id, true), () => choose(null, false));

document.getElementById("twin").addEventListener("click", (event) => {
  const button = event.target.closest("[data-node]");
  if (button) choose(button.dataset.node, true);
});

document.getElementById("zoom-in").addEventListener("click", () => zoom(1.3));
document.getElementById("zoom-out").addEventListener("click", () => zoom(1 / 1.3));
document.getElementById("fit").addEventListener("click", fit);

const KEYS = {
  ArrowLeft: () => pan(-60, 0), ArrowRight: () => pan(60, 0), ArrowUp: () => pan(0, -60), ArrowDown: () => pan(0, 60),
  "+": () => zoom(1.3), "=": () => zoom(1.3), "-": () => zoom(1 / 1.3), 0: fit,
};
container.addEventListener("keydown", (event) => {
  if (!KEYS[event.key] || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  KEYS[event.key]();
});
document.addEventListener("keydown", (event) => { if (event.key === "Escape") choose(null, false); });

/* Printing changes the size of the canvas, which empties it: paper gets a copy of what is on screen. */
window.addEventListener("beforeprint", () => {
  const drawing = container.querySelector("canvas"), copy = document.getElementById("paper");
  network.redraw();
  copy.width = drawing.width;
  copy.height = drawing.height;
  copy.getContext("2d").drawImage(drawing, 0, 0);
});

speak(language);
fit();
