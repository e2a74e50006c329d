"use strict";

/* The page as a whole: which view is up, what the buttons do, what is said aloud. */
const page = (() => {
  const { get } = dom;
  let before = "";

  /* What of the state decides which cards are drawn or which rows listed; the rest only lights them up. */
  function signature({ mode, layout, centre, depth, all, rows, hidden, without, ...rest }) {
    const filtered = facets.keys.map((key) => [...rest.out[key]]);
    const chain = mode === "around" && rest.line;
    return JSON.stringify([mode, layout, centre, depth, all, rows, [...hidden[mode]], [...without[mode]], filtered, chain, rest.wide]);
  }

  /* Selects a node or a relationship; if the picture does not hold it, the picture turns to its surroundings. */
  function choose(id) {
    const { mode } = state.now;
    if (!id || mode === "table" || picture.has(id)) state.select(id);
    else state.around(id);
  }

  /* Lights up the reporting line of a node; if the picture does not hold all of it, the picture turns to it alone. */
  function line(id) {
    const { mode } = state.now;
    const held = id && mode !== "table" && [...chains.line(id).far.keys()].every((one) => picture.has(one));
    if (!id || held) state.change({ line: id });
    else state.change({ mode: "around", centre: id, selected: id, line: id });
  }

  function press(id, pressed) {
    get(id).setAttribute("aria-pressed", String(pressed));
  }

  function buttons(now) {
    for (const mode of ["lines", "map", "around", "table"]) press(`view-${mode}`, now.mode === mode);
    for (const layout of ["layers", "free"]) press(`layout-${layout}`, now.layout === layout);
    press("wide", now.wide);
    document.body.classList.toggle("wide", now.wide);
    get("view-lines").hidden = !blocks.all.length;
    for (const depth of [1, 2]) press(`depth-${depth}`, now.depth === depth);
    for (const rows of ["facts", "things", "gaps"]) press(`rows-${rows}`, now.rows === rows);
    get("view-around").disabled = !now.selected && now.mode !== "around";
    get("steps").hidden = now.mode !== "around" || Boolean(now.line);
    get("layouts").hidden = now.mode === "table";
    get("zooms").hidden = now.mode === "table";
    if (now.mode === "table") get("pans").hidden = true;
    get("picture").hidden = now.mode === "table";
    get("table").hidden = now.mode !== "table";
  }

  function counted({ nodes, total, worth }, now) {
    const limit = get("limit");
    const fewer = nodes.length < total;
    limit.hidden = !fewer && !now.all;
    limit.textContent = now.all ? "Show only what can be read at once" : `Show all ${total}`;
    if (now.line) return told(now.line);
    if (worth < 0) return fewer ? `${nodes.length} of ${total} shown: as many groups as can be read at once.` : `${total} shown`;
    const centre = now.mode === "around" ? ` around ${dom.short(sentences.name(views.ends(now.centre)[0]), 42)}` : "";
    if (!fewer) return `${total} shown${centre}`;
    const some = `${nodes.length} of ${total} shown${centre}`;
    if (nodes.length === worth) return `${some}; the documents state no relationship of the rest.`;
    return `${some}: the best connected, as many as can be read at once.`;
  }

  /* A reporting line in one sentence. */
  function told(id) {
    const { far, circles } = chains.line(id);
    const ends = [...far.keys()].filter(chains.stops).map((one) => dom.short(sentences.name(one), 40));
    const steps = dom.count(Math.max(...far.values()), "step", "steps");
    const stop = ends.length ? `; it stops at ${ends.join(" and at ")}` : "";
    const round = circles.size ? "; it goes round in a circle" : "";
    return `Reporting line of ${dom.short(sentences.name(id), 42)}: ${steps} up${stop}${round}.`.replace("….", "…");
  }

  function draw(now) {
    if (now.mode === "table") {
      get("limit").hidden = true;
      get("status").textContent = "All facts as a table.";
      table.show(now);
    } else {
      const drawn = picture.show(now);
      filters.told(drawn);
      get("status").textContent = counted(drawn, now);
    }
  }

  function lightUp(now) {
    if (now.mode === "table") table.light();
    else picture.light(now);
    if (now.line) {
      get("status").textContent = told(now.line);
    } else if (facts.nodes.has(now.selected)) {
      const many = dom.count(facts.of(now.selected).length, "relationship", "relationships");
      const here = now.mode === "table" ? "" : `, ${picture.linesAt(now.selected) || "none"} of them in this picture`;
      get("status").textContent = `Selected: ${dom.short(sentences.name(now.selected), 60)}, ${many}${here}.`;
    }
  }

  let read = "";
  function show(now) {
    buttons(now);
    filters.show(now);
    if (signature(now) !== before) draw(now);
    else lightUp(now);
    before = signature(now);
    const reading = `${now.selected} ${now.line}`;
    if (read !== reading) panel.show(now.selected);
    read = reading;
  }

  function aroundSelected() {
    const { selected, centre } = state.now;
    if (selected || centre) state.around(selected || centre);
  }

  function reset() {
    for (const id of ["find", "narrow"]) get(id).value = "";
    state.reset();
  }

  const CLICKS = {
    "view-lines": () => state.change({ mode: "lines", line: "" }),
    "view-map": () => state.change({ mode: "map", line: "" }),
    "layout-layers": () => state.change({ layout: "layers" }),
    "layout-free": () => state.change({ layout: "free" }),
    wide: () => state.change({ wide: !state.now.wide }),
    "view-around": aroundSelected,
    "view-table": () => state.change({ mode: "table" }),
    "depth-1": () => state.change({ depth: 1 }),
    "depth-2": () => state.change({ depth: 2 }),
    "rows-facts": () => state.change({ rows: "facts" }),
    "rows-gaps": () => state.change({ rows: "gaps" }),
    "rows-things": () => state.change({ rows: "things" }),
    "zoom-in": () => picture.zoom(1.3),
    "zoom-out": () => picture.zoom(1 / 1.3),
    "zoom-fit": () => picture.fit(),
    "pan-left": () => picture.pan(-1, 0),
    "pan-right": () => picture.pan(1, 0),
    "pan-up": () => picture.pan(0, -1),
    "pan-down": () => picture.pan(0, 1),
    limit: () => state.change({ all: !state.now.all }),
    reset,
  };

  /* A link that skips ahead moves the focus and leaves the address, which holds the view, as it is. */
  function skips() {
    for (const link of document.querySelectorAll("[data-focus]")) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        get(link.dataset.focus).focus();
      });
    }
  }

  function resized() {
    let waiting;
    addEventListener("resize", () => {
      clearTimeout(waiting);
      if (matchMedia("print").matches) return;
      waiting = setTimeout(() => state.now.mode !== "table" && draw(state.now), 150);
    });
  }

  /* A sheet of paper has a shape of its own; what the screen shows is drawn anew for it, and back again. */
  function printing() {
    const paper = (on) => {
      if (state.now.mode === "table") return;
      if (on) picture.print(state.now);
      else draw(state.now);
    };
    matchMedia("print").addEventListener("change", ({ matches }) => paper(matches));
  }

  function start() {
    get("summary").textContent = facts.glance.summary;
    for (const [id, click] of Object.entries(CLICKS)) get(id).addEventListener("click", click);
    skips();
    filters.start();
    find.start();
    table.start();
    picture.start();
    state.listen(show);
    state.restore();
    addEventListener("popstate", state.restore);
    resized();
    printing();
    document.documentElement.dataset.ready = "yes";
  }

  return { start, choose, line };
})();

page.start();
