"use strict";
/* Labels at one size on screen, none over another: the best connected nodes come first, and
   zooming in makes room for the rest. vis-network's own labels shrink with the drawing and overlap. */

const LABEL = { size: 12.5, line: 15, gap: 4, widest: 150, lines: 3, leaders: 30, cover: 400, always: 8 };
const LABEL_FONT = 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif';

/** Fill lines with words up to a width. */
function fillLines(ctx, words, width) {
  const lines = [];
  let line = "";
  for (const word of words) {
    const longer = line ? line + " " + word : word;
    if (line && ctx.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}

/** Break a text into few lines of about equal width, at most LABEL.lines; a date or a number stays whole. */
function wrapLabel(ctx, text) {
  const whole = text.replace(/(\d{1,2}) (\p{L}{3,}) (\d{4})/gu, "$1\u00a0$2\u00a0$3").replace(/\bnr\. (?=\d)/g, "nr.\u00a0");
  const words = whole.split(/[ \t\n]+/);
  const fewest = fillLines(ctx, words, LABEL.widest).length;
  let width = ctx.measureText(whole).width / fewest;
  while (width < LABEL.widest && fillLines(ctx, words, width).length > fewest) width += 6;
  const lines = fillLines(ctx, words, Math.min(width, LABEL.widest));
  if (lines.length > LABEL.lines) {
    lines.length = LABEL.lines;
    lines[LABEL.lines - 1] += " …";
  }
  return lines.map((part) => clipLabel(ctx, part));
}

/** Shorten one line that has no space to break at. */
function clipLabel(ctx, text) {
  let part = text;
  while (part.length > 2 && ctx.measureText(part).width > LABEL.widest * 1.3) part = part.slice(0, -2).trimEnd() + "…";
  return part;
}

/** A grid that tells whether a rectangle meets one placed before. */
class Occupied {
  constructor(cell) {
    this.cell = cell;
    this.cells = new Map();
  }
  *around(box) {
    for (let i = Math.floor(box.left / this.cell); i <= Math.floor(box.right / this.cell); i++)
      for (let j = Math.floor(box.top / this.cell); j <= Math.floor(box.bottom / this.cell); j++) yield i + ":" + j;
  }
  add(box) {
    for (const key of this.around(box)) {
      if (!this.cells.has(key)) this.cells.set(key, []);
      this.cells.get(key).push(box);
    }
  }
  /** Everything in the grid that a rectangle meets, but for what `owner` put there. */
  met(box, owner) {
    const found = new Set();
    for (const key of this.around(box))
      for (const other of this.cells.get(key) || [])
        if (other.owner !== owner && box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top)
          found.add(other);
    return found;
  }
}

/** Rectangles, in pixels at this scale, where a label of the given size may stand beside its node. */
function labelPlaces(x, y, radius, width, height) {
  const off = radius + LABEL.gap;
  const box = (left, top, align) => ({ left, top, right: left + width, bottom: top + height, align });
  return [
    box(x - width / 2, y + off, "center"),
    box(x + off, y - height / 2, "left"),
    box(x - width / 2, y - off - height, "center"),
    box(x - off - width, y - height / 2, "right"),
    box(x + off * 0.7, y + off * 0.7, "left"),
    box(x - off * 0.7 - width, y + off * 0.7, "right"),
    box(x + off * 0.7, y - off * 0.7 - height, "left"),
    box(x - off * 0.7 - width, y - off * 0.7 - height, "right"),
    box(x - width / 2, y + off + 9, "center"),
    box(x - width / 2, y - off - 9 - height, "center"),
  ];
}

/**
 * Choose places for labels at one scale.
 * nodes: [{id, x, y, size, rank, lines, width}] in canvas units; smaller rank is served first, and the first
 * LABEL.leaders may stand over LABEL.cover square pixels of lesser nodes, so that the middle of a crowded drawing is named too (the
 * first LABEL.always over any number of them); one with a rank below zero is always named.
 * edges: [{x, y, text, width}] midpoints of edges that are named. Gives label boxes in pixels from the canvas origin, where
 * there is a frame those that lie in it: half a name at the rim of a small screen says less than none.
 */
function placeLabels(nodes, edges, scale, frame = null) {
  const taken = new Occupied(90);
  const order = [...nodes].sort((a, b) => a.rank - b.rank);
  order.forEach((node, i) => {
    const r = node.size * scale + 1, x = node.x * scale, y = node.y * scale;
    taken.add({ left: x - r, right: x + r, top: y - r, bottom: y + r, owner: node.id, firm: i < LABEL.leaders });
  });
  const placed = [];
  order.forEach((node, i) => {
    const room = i < LABEL.always ? 9999 : i < LABEL.leaders ? LABEL.cover : 0;
    let best = null, least = Infinity;
    for (const box of labelPlaces(node.x * scale, node.y * scale, node.size * scale, node.width, node.lines.length * LABEL.line)) {
      const leaves = frame && (box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom);
      if (leaves && node.rank >= 0) continue;
      const met = taken.met(box, node.id);
      let cost = leaves ? 20000 : 0;
      for (const other of met) cost += other.firm ? 10000 : (other.right - other.left) * (other.bottom - other.top);
      if (node.rank >= 0 && cost > room) continue;
      if (cost < least) [best, least] = [box, cost];
    }
    if (!best) return;
    taken.add({ ...best, owner: "label", firm: true });
    placed.push({ ...best, id: node.id, lines: node.lines, bold: node.rank < 0 });
  });
  for (const edge of edges) {
    const x = edge.x * scale, y = edge.y * scale, half = edge.width / 2;
    const box = { left: x - half, right: x + half, top: y - LABEL.line / 2, bottom: y + LABEL.line / 2, align: "center" };
    if (taken.met(box, null).size) continue;
    taken.add({ ...box, owner: "edge", firm: true });
    placed.push({ ...box, lines: [edge.text], faint: true });
  }
  return placed;
}

/** Draw placed labels; the context is vis-network's, in canvas units at `scale`. */
function drawLabels(ctx, placed, scale, isDim) {
  ctx.save();
  ctx.scale(1 / scale, 1 / scale);
  ctx.textBaseline = "middle";
  ctx.lineJoin = "round";
  ctx.lineWidth = 3.5;
  ctx.strokeStyle = "rgba(255, 255, 255, .92)";
  for (const label of placed) {
    ctx.font = (label.faint ? "italic 11.5px " : (label.bold ? "600 " : "") + LABEL.size + "px ") + LABEL_FONT;
    ctx.fillStyle = label.faint ? "#3d4854" : "#17212b";
    ctx.globalAlpha = !label.faint && isDim(label.id) ? 0.28 : 1;
    ctx.textAlign = label.align;
    const x = label.align === "center" ? (label.left + label.right) / 2 : label[label.align];
    label.lines.forEach((line, i) => {
      const y = label.top + (i + 0.5) * LABEL.line;
      ctx.strokeText(line, x, y);
      ctx.fillText(line, x, y);
    });
  }
  ctx.restore();
}
