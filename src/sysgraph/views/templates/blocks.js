"use strict";

/* Who answers to whom, as Graphviz laid it out: blocks of cards and lines, put side by side to suit the window. */
const blocks = (() => {
  const GAP = 30;
  const MARGIN = 22;
  const LARGEST = 1.15;
  const READABLE = 0.6;
  const FEWEST = 8;
  const WIDTHS = 24;
  const all = facts.layered;

  /* How far down a block must go to stand at x: below all that reaches into its breadth. */
  function below(skyline, x, wide) {
    const under = skyline.filter((step) => step.from < x + wide && step.to > x);
    return Math.max(0, ...under.map((step) => step.bottom));
  }

  /* The blocks one after the other, each as high up as there is room within the breadth, and then as far left. */
  function stack(some, width) {
    const skyline = [];
    const offsets = some.map(({ size: [wide, high] }) => {
      const starts = [0, ...skyline.map((step) => step.to)].filter((x) => x === 0 || x + wide <= width);
      const spots = starts.map((x) => ({ x, y: below(skyline, x, wide + GAP) }));
      const best = spots.reduce((one, other) => (other.y < one.y || (other.y === one.y && other.x < one.x) ? other : one));
      skyline.push({ from: best.x, to: best.x + wide + GAP, bottom: best.y + high + GAP });
      return best;
    });
    const reach = (key, size) => Math.max(0, ...some.map((block, at) => offsets[at][key] + block.size[size]));
    return { offsets, width: reach("x", 0) + 2 * MARGIN, height: reach("y", 1) + 2 * MARGIN };
  }

  /* The blocks side by side, as broad as makes them largest in the window. */
  function pack(some, box) {
    const widest = Math.max(...some.map(({ size }) => size[0]));
    let best = { zoom: 0 };
    for (let step = 0; step < WIDTHS; step += 1) {
      const rows = stack(some, widest + (step * GAP * 10));
      const zoom = Math.min(box.width / rows.width, box.height / rows.height, LARGEST);
      if (zoom > best.zoom) best = { ...rows, zoom };
    }
    return best;
  }

  /* As many of the blocks as can be read at once, the largest first and then what still finds room; at least one. */
  function choose(some, box) {
    if (pack(some, box).zoom >= READABLE) return some;
    const chosen = some.slice(0, 1);
    for (const block of some.slice(1)) {
      if (pack([...chosen, block], box).zoom >= READABLE) chosen.push(block);
    }
    return chosen;
  }

  function seat(some, box) {
    const packed = some.length ? pack(some, box) : { offsets: [], width: 0, height: 0, zoom: 1 };
    const places = new Map();
    const paths = new Map();
    some.forEach((block, at) => {
      const left = packed.offsets[at].x + MARGIN - packed.width / 2;
      const top = packed.offsets[at].y + MARGIN;
      for (const [id, [x, y]] of Object.entries(block.cards)) places.set(id, { x: x + left, y: y + top });
      for (const [id, points] of Object.entries(block.lines)) {
        paths.set(id, points.map(([x, y]) => ({ x: x + left, y: y + top })));
      }
    });
    const middle = { x: 0, y: packed.height / 2 };
    return { places, paths, bands: [], width: packed.width, heading: 0, middle, zoom: packed.zoom };
  }

  /* Whether the page should open on this: there is something to see, and its first part can be read. */
  function worthwhile(box) {
    const joined = all.filter((block) => Object.keys(block.lines).length);
    const cards = joined.reduce((sum, block) => sum + Object.keys(block.cards).length, 0);
    return cards >= FEWEST && pack(joined.slice(0, 1), box).zoom >= READABLE * 0.75;
  }

  return { all, choose, seat, worthwhile };
})();
