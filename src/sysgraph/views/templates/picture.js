"use strict";

/* The picture: vis-network draws the cards and moves the view, with places that were worked out and never move. */
const picture = (() => {
  const FADED = 0.12;
  const SMALLEST_LABEL = 0.42;
  const MANY = 800;
  /* What is left of A4 landscape beside the heading and the legend, in pixels of CSS. */
  const PAPER = { width: 1046, height: 545 };
  const SHARP = 3;
  const STEP = 0.3;
  const KEYS = "Picture: arrow keys move it, plus and minus change its size, N and P go from card to card, Escape lets go";
  const container = dom.get("canvas");
  const hover = dom.get("hover");
  const nodes = new vis.DataSet();
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const NOWHERE = { places: new Map(), bands: [], width: 0, heading: 0, middle: { x: 0, y: 0 }, zoom: 1 };
  let network;
  let seated = NOWHERE;
  let drawn = { nodes: [], lines: [], levels: new Map(), titles: [] };
  let chain = null;
  let lit = null;
  let selected = "";
  let moving = false;
  let stopping = new Set();

  const box = () => ({ width: Math.max(container.clientWidth, 200), height: Math.max(container.clientHeight, 200) });

  /* The nodes that stay bright beside the selected one, or nothing if nothing in the picture is selected. */
  function bright(id) {
    if (chain) return new Set([...chain.far.keys()].filter((one) => seated.places.has(one)));
    const ids = new Set(views.ends(id).filter((end) => seated.places.has(end)));
    if (!ids.size) return null;
    if (facts.relationships.has(id)) return ids;
    for (const one of drawn.lines) {
      if (one.source === id || one.target === id) ids.add(one.source).add(one.target);
    }
    // With nothing beside it to show, dimming the rest would only make the picture dark.
    return ids.size > 1 ? ids : null;
  }

  function touches(one) {
    if (chain) return chain.lines.has(one.id);
    return one.id === selected || one.source === selected || one.target === selected;
  }

  /* The end of a bright line at which it says what it is: away from the selected, or up the reporting line. */
  function farther(one) {
    if (!chain) return one.target === selected ? one.source : one.target;
    const [up, down] = chains.ends(one);
    return chain.circles.has(one.id) ? down : up;
  }

  /* What the bright lines say, each beside the card at its far end; lines between the same two say it together. */
  function labels(ctx) {
    if (!lit || moving || network.getScale() < SMALLEST_LABEL) return;
    const said = new Map();
    for (const one of drawn.lines.filter(touches)) {
      const far = farther(one);
      const near = far === one.target ? one.source : one.target;
      const key = chain ? `${far} ${near}` : far;
      if (!said.has(key)) said.set(key, { far, near, verbs: new Set() });
      const round = chain && chain.circles.has(one.id) ? "a circle: " : "";
      said.get(key).verbs.add(`${round}${sentences.brief(facts.types.get(one.type))}`);
    }
    for (const { far, near, verbs } of said.values()) {
      cards.label(ctx, seated.places.get(far), seated.places.get(near), [...verbs].join(", "));
    }
  }

  /* Lights up the selected node or relationship with what it is joined to, or a reporting line. */
  function light({ selected: id, line, mode }) {
    selected = id;
    chain = line ? chains.line(line) : null;
    lit = bright(id);
    const marked = chain ? [...chain.far.keys()] : mode === "lines" ? [...seated.places.keys()] : [];
    stopping = new Set(marked.filter((one) => seated.places.has(one) && chains.stops(one)));
    network.redraw();
  }

  const strength = (one) => (lit === null ? 1 : touches(one) ? 2 : 0);

  const shade = (at) => (at % 2 ? "#ffffff" : "#eef2f6");

  function ground(ctx) {
    const left = -seated.width / 2;
    seated.bands.forEach((band, at) => {
      ctx.fillStyle = shade(at);
      ctx.fillRect(left, band.top, seated.width, band.height);
    });
    if (!moving) lines.draw(ctx, strength, FADED);
  }

  /* The names of the bands stand over the lines. */
  function titles(ctx) {
    const left = -seated.width / 2;
    const size = seated.heading * 0.49;
    seated.bands.forEach((band, at) => {
      const of = drawn.levels.get(band.level);
      const title = `${drawn.titles[band.level]} (${band.count}${of > band.count ? ` of ${of}` : ""})`;
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
    const faded = lit !== null && !lit.has(id);
    const badge = gaps.badge(id, state.now.marks);
    return { chosen: id === selected, faded, badge, stops: stopping.has(id), zoom: network ? network.getScale() : 1 };
  }

  function fit(sharp = 1) {
    const { middle, zoom } = seated;
    network.moveTo({ position: middle, scale: zoom * sharp, animation: false });
    offerPans(zoom);
  }

  function seat(chosen, room) {
    if (chosen.layout === "free") return free.seat(drawn.nodes, drawn.lines, room);
    return drawn.blocks ? blocks.seat(drawn.blocks, room) : seats.seat(drawn.nodes, drawn.lines, room);
  }

  function paths(chosen) {
    if (chosen.layout === "free") return routes.straight(drawn.lines, seated.places);
    return seated.paths || routes.between(drawn.lines, seated.places);
  }

  /* Draws the view anew. What was selected stays so. */
  function show(chosen) {
    const room = box();
    drawn = views.drawn(chosen, (ranked) => seats.choose(ranked, room), (some) => blocks.choose(some, room));
    lay(chosen, room);
    return drawn;
  }

  /* Draws what the screen shows for a sheet of paper, with more pixels than a screen has. */
  const print = (chosen) => lay(chosen, PAPER, SHARP);

  function lay(chosen, room, sharp = 1) {
    network.setSize(`${room.width * sharp}px`, `${room.height * sharp}px`);
    seated = seat(chosen, room);
    // A block leaves room for what is filtered out of it, and holds no place for it.
    seated.places = new Map(drawn.nodes.map(({ id }) => [id, seated.places.get(id)]));
    lines.set(drawn.lines, paths(chosen));
    nodes.clear();
    nodes.add(drawn.nodes.map((node) => ({ ...facts.drawn.get(node.id), ...seated.places.get(node.id), ctxRenderer })));
    fit(sharp);
    // Draws at once, where moving alone would wait for a next frame that paper does not have.
    light(chosen);
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

  const lineAt = (point) => lines.at(network.DOMtoCanvas(point), network.getScale());

  function pointed(event) {
    const frame = container.getBoundingClientRect();
    const point = { x: event.clientX - frame.x, y: event.clientY - frame.y };
    const node = network.getNodeAt(point);
    const line = node || event.buttons ? "" : lineAt(point);
    container.style.cursor = node || line ? "pointer" : "";
    if (node) tip([sentences.full(node), ...gaps.of(node).map((one) => `${one.code} ${one.says}`)].join("\n"), point);
    else tip(line ? sentences.plain(facts.relationships.get(line)) : "", point);
  }

  function drag(started) {
    moving = started && drawn.lines.length > MANY;
    tip("");
    if (!started) network.redraw();
  }

  function start() {
    network = new vis.Network(container, { nodes, edges: [] }, facts.options);
    network.on("beforeDrawing", ground);
    network.on("afterDrawing", labels);
    network.on("afterDrawing", titles);
    network.on("click", ({ nodes: [node], pointer }) => state.select(node || lineAt(pointer.DOM)));
    network.on("doubleClick", ({ nodes: [node] }) => node && state.around(node));
    network.on("dragStart", () => drag(true));
    network.on("dragEnd", () => drag(false));
    network.on("zoom", ({ scale }) => {
      tip("");
      offerPans(scale);
    });
    container.addEventListener("mousemove", pointed);
    container.addEventListener("mouseleave", () => tip(""));
    const canvas = container.querySelector("canvas");
    canvas.setAttribute("role", "img");
    canvas.setAttribute("aria-label", "Picture of the graph. The view “Table” lists the same facts.");
    canvas.parentElement.setAttribute("role", "group");
    canvas.parentElement.setAttribute("aria-label", KEYS);
    canvas.parentElement.addEventListener("keydown", press);
  }

  /* From card to card, row by row, with the keys N and P; Escape lets go. */
  function press({ key }) {
    const step = { n: 1, p: -1 }[key.toLowerCase()];
    if (key === "Escape") {
      tip("");
      state.select("");
    }
    if (!step || !drawn.nodes.length) return;
    const inRows = [...drawn.nodes].sort((a, b) => spot(a.id).y - spot(b.id).y || spot(a.id).x - spot(b.id).x);
    const here = inRows.findIndex((node) => node.id === selected);
    const next = here < 0 && step < 0 ? inRows.length - 1 : (here + step + inRows.length) % inRows.length;
    state.select(inRows[next].id);
  }

  /* Moves the view by a part of the window: -1, 0 or 1 across and down. */
  function pan(across, down) {
    const { x, y } = network.getViewPosition();
    const [wide, high] = [box().width, box().height].map((size) => (size * STEP) / network.getScale());
    network.moveTo({ position: { x: x + across * wide, y: y + down * high }, animation: false });
  }

  /* Only what is larger than the window can be moved in it. */
  function offerPans(scale) {
    dom.get("pans").hidden = scale <= seated.zoom * 1.01;
  }

  function zoom(by) {
    const scale = network.getScale() * by;
    network.moveTo({ scale, animation: calm.matches ? false : { duration: 150 } });
    offerPans(scale);
  }

  /* How many relationships of the node the picture shows. */
  const linesAt = (id) => drawn.lines.filter((one) => one.source === id || one.target === id).length;

  const has = (id) => views.ends(id).length > 0 && views.ends(id).every((end) => seated.places.has(end));

  /* Where on the canvas, in pixels of the screen, the middle of a card stands. */
  const spot = (id) => seated.places.get(id);
  const place = (id) => network.canvasToDOM(spot(id));

  return { box, start, show, print, light, fit, zoom, pan, has, linesAt, place, spot, scale: () => network.getScale() };
})();
