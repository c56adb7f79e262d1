"use strict";
/* Which part of the drawing is in sight: fitting, zooming, panning. Works on the network of main.js. */

let moved = false; // whether the reader has chosen a view; until then it follows the size of the window
let frame = null; // what is in sight, in pixels at its scale, where a fitted drawing leaves labels too little room

function extent(boxes) {
  const end = (side, pick) => boxes.reduce((most, box) => pick(most, box[side]), boxes[0][side]);
  return { left: end("left", Math.min), right: end("right", Math.max), top: end("top", Math.min), bottom: end("bottom", Math.max) };
}

/** How many times a box, in pixels, fits the canvas. */
function spareRoom(box) {
  return Math.min((container.clientWidth - 32) / (box.right - box.left), (container.clientHeight - 32) / (box.bottom - box.top));
}

/** A box as large as the canvas, with the middle of another. */
function aroundMiddle(box) {
  const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
  const wide = container.clientWidth / 2 - 4, high = container.clientHeight / 2 - 4;
  return { left: x - wide, right: x + wide, top: y - high, bottom: y + high };
}

/** Show all visible nodes, and their labels as far as that does not make the nodes much smaller. */
function fit() {
  const shown = nodeList.filter((node) => !isHidden(node)).map((node) => ({ size: node.size, ...network.getPosition(node.id) }));
  if (!shown.length || !container.clientWidth) return;
  moved = false;
  let scale = 1.4, least = 0, box, marks;
  frame = placedFor = null;
  for (let round = 0; round < 6; round++) {
    marks = shown.map(({ x, y, size }) => ({ left: (x - size) * scale, right: (x + size) * scale, top: (y - size) * scale, bottom: (y + size) * scale }));
    if (!round) least = Math.min(scale, scale * spareRoom(extent(marks))) * 0.72;
    box = extent([...marks, ...labelsAt(scale)]);
    const spare = spareRoom(box);
    if (spare >= 1 || scale === least) break;
    scale = Math.max(scale * spare * 0.995, least);
  }
  if (spareRoom(box) < 1) {
    box = extent(marks);
    frame = { scale, ...aroundMiddle(box) };
    placedFor = null;
  }
  network.moveTo({ position: { x: (box.left + box.right) / 2 / scale, y: (box.top + box.bottom) / 2 / scale }, scale });
}

function zoom(factor) {
  moved = true;
  network.moveTo({ scale: Math.min(Math.max(network.getScale() * factor, 0.02), 6) });
}

function pan(dx, dy) {
  moved = true;
  const { x, y } = network.getViewPosition(), scale = network.getScale();
  network.moveTo({ position: { x: x + dx / scale, y: y + dy / scale } });
}
