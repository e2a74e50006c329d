"use strict";

/* Where the cards stand: layers from top to bottom, each broken into as many rows as suit the window. */
const seats = (() => {
  const CARD = { width: 150, height: 55 };
  const CELL = { width: 164, height: 73 };
  const HEADING = 27;
  const HEADING_SEEN = 18;
  const MARGIN = 12;
  const LARGEST = 1.15;
  const READABLE = 0.78;
  const FEWEST = 10;
  const MOST_COLUMNS = 60;
  const SWEEPS = 6;

  /* The sizes of the rows that so many cards take, as even as can be. */
  function rowsOf(count, columns) {
    const rows = Math.ceil(count / columns);
    return Array.from({ length: rows }, (_, at) => Math.floor(count / rows) + (at < count % rows ? 1 : 0));
  }

  /* Rows of one length would stand card under card and hide the lines between them: every second one is moved. */
  const staggered = (sizes, at) => at % 2 === 1 && sizes[at] === sizes[at - 1];

  function shiftOf(sizes, at) {
    if (!sizes.some((_, row) => staggered(sizes, row))) return 0;
    return (staggered(sizes, at) ? CELL.width : -CELL.width) / 4;
  }

  function extent(counts, columns, heading) {
    let width = 0;
    let height = MARGIN;
    for (const count of counts) {
      const sizes = rowsOf(count, columns);
      const row = Math.max(...sizes.map((size, at) => size + (staggered(sizes, at) ? 0.5 : 0)));
      width = Math.max(width, row * CELL.width);
      height += heading + sizes.length * CELL.height;
    }
    return { width: width + 2 * MARGIN, height };
  }

  const zoomOf = (size, box) => Math.min(box.width / size.width, box.height / size.height, LARGEST);

  /* The number of columns with which all is largest in the window. */
  function columnsFor(counts, box, heading = HEADING) {
    let best = { columns: 1, zoom: 0 };
    const most = Math.min(MOST_COLUMNS, Math.max(...counts, 1));
    for (let columns = 1; columns <= most; columns += 1) {
      const zoom = zoomOf(extent(counts, columns, heading), box);
      if (zoom > best.zoom) best = { columns, zoom };
    }
    return best;
  }

  function countsOf(nodes) {
    const counts = new Map();
    for (const node of nodes) counts.set(node.level, (counts.get(node.level) || 0) + 1);
    return [...counts.values()];
  }

  /* As many of the nodes as can stand in the window and still be read: each in its turn, if its layer has room. */
  function choose(nodes, box) {
    const counts = new Map();
    const chosen = [];
    const most = (box.width * box.height) / (CELL.width * CELL.height * READABLE ** 2);
    for (const node of nodes) {
      if (chosen.length >= Math.max(most, FEWEST)) break;
      const before = counts.get(node.level) || 0;
      counts.set(node.level, before + 1);
      const { zoom } = columnsFor([...counts.values()].filter(Boolean), box);
      if (chosen.length < FEWEST || zoom >= READABLE) chosen.push(node);
      else counts.set(node.level, before);
    }
    return chosen;
  }

  function layers(nodes) {
    const found = new Map();
    for (const node of [...nodes].sort((a, b) => a.level - b.level || a.order - b.order)) {
      if (!found.has(node.level)) found.set(node.level, []);
      found.get(node.level).push(node);
    }
    return [...found.entries()];
  }

  function cut(nodes, sizes) {
    let from = 0;
    return sizes.map((size) => nodes.slice(from, (from += size)));
  }

  /* Rows from top to bottom, and the band that each layer takes. */
  function lay(nodes, columns, heading) {
    const rows = [];
    const bands = [];
    let top = 0;
    for (const [level, members] of layers(nodes)) {
      const sizes = rowsOf(members.length, columns);
      const height = heading + sizes.length * CELL.height;
      bands.push({ level, count: members.length, top, height });
      cut(members, sizes).forEach((row, at) => {
        const y = top + heading + (at + 0.5) * CELL.height - 5;
        rows.push({ nodes: row, y, shift: shiftOf(sizes, at) });
      });
      top += height;
    }
    return { rows, bands };
  }

  function place(row, places) {
    const left = (-(row.nodes.length - 1) / 2) * CELL.width + row.shift;
    row.nodes.forEach((node, at) => places.set(node.id, { x: left + at * CELL.width, y: row.y }));
  }

  function neighbours(lines) {
    const found = new Map();
    const join = (id, other) => (found.has(id) ? found.get(id).push(other) : found.set(id, [other]));
    for (const one of lines) {
      join(one.source, one.target);
      join(one.target, one.source);
    }
    return found;
  }

  /* Moves cards within their rows towards what they are joined to, so that fewer lines cross. */
  function untangle(rows, places, near) {
    const pull = (node) => {
      const others = (near.get(node.id) || []).filter((id) => places.get(id).y !== places.get(node.id).y);
      if (!others.length) return places.get(node.id).x;
      return others.reduce((sum, id) => sum + places.get(id).x, 0) / others.length;
    };
    const free = rows.filter((row) => !row.nodes.every((node) => facts.kinds.get(node.kind).sequence));
    for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
      for (const row of sweep % 2 ? [...free].reverse() : free) {
        const wanted = new Map(row.nodes.map((node) => [node, pull(node)]));
        row.nodes.sort((a, b) => wanted.get(a) - wanted.get(b) || a.order - b.order);
        place(row, places);
      }
    }
  }

  /* The place of each node, the bands, and the middle and zoom that show all of it. */
  function seat(nodes, lines, box) {
    const counts = countsOf(nodes);
    // Seen from far away the names of the bands need more of the picture to be read.
    const heading = Math.max(HEADING, HEADING_SEEN / columnsFor(counts, box).zoom);
    const { columns, zoom } = columnsFor(counts, box, heading);
    const { rows, bands } = lay(nodes, columns, heading);
    const places = new Map();
    for (const row of rows) place(row, places);
    untangle(rows, places, neighbours(lines));
    const size = extent(counts, columns, heading);
    const width = Math.max(size.width, box.width / zoom);
    return { places, bands, width, heading, middle: { x: 0, y: size.height / 2 - MARGIN }, zoom };
  }

  return { CARD, choose, seat };
})();
