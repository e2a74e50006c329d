"use strict";

/* The picture: vis-network draws, with places that were worked out and never move. */
const picture = (() => {
  const FADED = 0.12;
  const SMALLEST_LABEL = 0.42;
  const container = dom.get("canvas");
  const hover = dom.get("hover");
  const nodes = new vis.DataSet();
  const edges = new vis.DataSet();
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let network;
  let seated = { places: new Map(), bands: [], width: 0, middle: { x: 0, y: 0 }, zoom: 1 };
  let drawn = { nodes: [], lines: [], levels: new Map() };
  let lit = null;
  let selected = "";

  const box = () => ({ width: Math.max(container.clientWidth, 200), height: Math.max(container.clientHeight, 200) });

  /* The nodes that stay bright beside the selected one, or nothing if nothing in the picture is selected. */
  function bright(id) {
    const ids = new Set(views.ends(id).filter((end) => seated.places.has(end)));
    if (!ids.size) return null;
    if (facts.relationships.has(id)) return ids;
    for (const one of drawn.lines) {
      if (one.source === id || one.target === id) ids.add(one.source).add(one.target);
    }
    // With nothing beside it to show, dimming the rest would only make the picture dark.
    return ids.size > 1 ? ids : null;
  }

  const touches = (one) => one.id === selected || one.source === selected || one.target === selected;

  /* A line between two cards of one row goes round those that stand between them. */
  function round(one) {
    const [from, to] = [one.source, one.target].map((id) => seated.places.get(id));
    if (from.y !== to.y) return facts.options.edges.smooth;
    return { enabled: true, type: "curvedCW", roundness: Math.min(0.25, 44 / Math.max(Math.abs(from.x - to.x), 1)) };
  }

  function edgeOf(one) {
    const line = facts.lines.get(one.id);
    const strong = lit !== null && touches(one);
    const smooth = line.smooth || round(one);
    const color = { ...line.color, opacity: lit && !strong ? FADED : 1 };
    return { ...line, smooth, color, width: strong ? 2.6 : 1.4 };
  }

  /* What the bright lines say, each beside the card at its far end; lines between the same two say it together. */
  function labels(ctx) {
    if (!lit || network.getScale() < SMALLEST_LABEL) return;
    const said = new Map();
    for (const one of drawn.lines.filter(touches)) {
      const far = one.target === selected ? one.source : one.target;
      const near = far === one.target ? one.source : one.target;
      if (!said.has(far)) said.set(far, { near, verbs: new Set() });
      said.get(far).verbs.add(sentences.brief(facts.types.get(one.type)));
    }
    for (const [far, { near, verbs }] of said) {
      cards.label(ctx, seated.places.get(far), seated.places.get(near), [...verbs].join(", "));
    }
  }

  function light(id) {
    selected = id;
    lit = bright(id);
    edges.update(drawn.lines.map(edgeOf));
    network.redraw();
  }

  const shade = (at) => (at % 2 ? "#ffffff" : "#eef2f6");

  function bands(ctx) {
    const left = -seated.width / 2;
    seated.bands.forEach((band, at) => {
      ctx.fillStyle = shade(at);
      ctx.fillRect(left, band.top, seated.width, band.height);
    });
  }

  /* The names of the bands stand over the lines. */
  function titles(ctx) {
    const left = -seated.width / 2;
    const size = seated.heading * 0.49;
    seated.bands.forEach((band, at) => {
      const of = drawn.levels.get(band.level);
      const title = `${facts.bands[band.level]} (${band.count}${of > band.count ? ` of ${of}` : ""})`;
      ctx.font = `600 ${size}px ${cards.FACE}`;
      ctx.fillStyle = shade(at);
      ctx.fillRect(left + 6, band.top + seated.heading * 0.1, ctx.measureText(title).width + 8, size * 1.2);
      ctx.fillStyle = "#3d4b5c";
      ctx.textAlign = "left";
      ctx.textBaseline = "top";
      ctx.fillText(title, left + 10, band.top + seated.heading * 0.17);
    });
  }

  function look(id) {
    return { chosen: id === selected, faded: lit !== null && !lit.has(id), zoom: network ? network.getScale() : 1 };
  }

  function fit() {
    const { middle, zoom } = seated;
    network.moveTo({ position: middle, scale: zoom, animation: false });
  }

  /* Draws the view anew. What was selected stays so. */
  function show(chosen) {
    network.setSize(`${box().width}px`, `${box().height}px`);
    drawn = views.drawn(chosen, (ranked) => seats.choose(ranked, box()));
    seated = seats.seat(drawn.nodes, drawn.lines, box());
    edges.clear();
    nodes.clear();
    nodes.add(drawn.nodes.map((node) => ({ ...facts.drawn.get(node.id), ...seated.places.get(node.id), ctxRenderer })));
    network.setOptions({ interaction: { hideEdgesOnDrag: drawn.lines.length > 600 } });
    light(chosen.selected);
    fit();
    return drawn;
  }

  const ctxRenderer = cards.renderer(look);

  function tip(text, pointer) {
    hover.textContent = text;
    hover.hidden = !text;
    if (!text) return;
    const room = container.clientWidth - hover.offsetWidth - 8;
    hover.style.left = `${Math.max(4, Math.min(pointer.x + 14, room))}px`;
    hover.style.top = `${pointer.y + 18}px`;
  }

  function start() {
    network = new vis.Network(container, { nodes, edges }, facts.options);
    network.on("beforeDrawing", bands);
    network.on("afterDrawing", labels);
    network.on("afterDrawing", titles);
    network.on("click", ({ nodes: [node], edges: [edge] }) => state.select(node || edge || ""));
    network.on("doubleClick", ({ nodes: [node] }) => node && state.around(node));
    network.on("hoverNode", ({ node, pointer }) => tip(sentences.name(node), pointer.DOM));
    network.on("hoverEdge", ({ edge, pointer }) => tip(sentences.plain(facts.relationships.get(edge)), pointer.DOM));
    for (const leaves of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(leaves, () => tip(""));
    const canvas = container.querySelector("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", "Picture of the graph. The view “Table” lists the same facts.");
    canvas.parentElement.setAttribute("role", "group");
    canvas.parentElement.setAttribute("aria-label", "Picture: arrow keys move it, the keys + and − change its size");
  }

  function zoom(by) {
    network.moveTo({ scale: network.getScale() * by, animation: calm.matches ? false : { duration: 150 } });
  }

  /* How many relationships of the node the picture shows. */
  const linesAt = (id) => drawn.lines.filter((one) => one.source === id || one.target === id).length;

  const has = (id) => views.ends(id).length > 0 && views.ends(id).every((end) => seated.places.has(end));

  /* Where on the canvas, in pixels of the screen, the middle of a card stands. */
  const place = (id) => network.canvasToDOM(seated.places.get(id));

  return { start, show, light, fit, zoom, has, linesAt, place, scale: () => network.getScale() };
})();
