"use strict";

/* The page as a whole: which view is up, what the buttons do, what is said aloud. */
const page = (() => {
  const { get } = dom;
  let before = "";

  /* What of the state decides which cards are drawn or which rows listed; the rest only lights them up. */
  function signature({ mode, centre, depth, all, rows, hidden, without }) {
    return JSON.stringify([mode, centre, depth, all, rows, [...hidden[mode]], [...without[mode]]]);
  }

  /* Selects a node or a relationship; if the picture does not hold it, the picture turns to its surroundings. */
  function choose(id) {
    const { mode } = state.now;
    if (!id || mode === "table" || picture.has(id)) state.select(id);
    else state.around(id);
  }

  function press(id, pressed) {
    get(id).setAttribute("aria-pressed", String(pressed));
  }

  function buttons(now) {
    for (const mode of ["map", "around", "table"]) press(`view-${mode}`, now.mode === mode);
    for (const depth of [1, 2]) press(`depth-${depth}`, now.depth === depth);
    for (const rows of ["facts", "things"]) press(`rows-${rows}`, now.rows === rows);
    get("view-around").disabled = !now.selected && now.mode !== "around";
    get("steps").hidden = now.mode !== "around";
    get("zooms").hidden = now.mode === "table";
    get("picture").hidden = now.mode === "table";
    get("table").hidden = now.mode !== "table";
  }

  function counted({ nodes, total, worth }, now) {
    const limit = get("limit");
    const fewer = nodes.length < total;
    limit.hidden = !fewer && !now.all;
    limit.textContent = now.all ? "Show only what can be read at once" : `Show all ${total}`;
    const centre = now.mode === "around" ? ` around ${dom.short(sentences.name(views.ends(now.centre)[0]), 42)}` : "";
    if (!fewer) return `${total} shown${centre}`;
    const some = `${nodes.length} of ${total} shown${centre}`;
    if (nodes.length === worth) return `${some}; the documents state no relationship of the rest.`;
    return `${some}: the best connected, as many as can be read at once.`;
  }

  function draw(now) {
    if (now.mode === "table") {
      get("limit").hidden = true;
      get("status").textContent = "All facts as a table.";
      table.show(now);
    } else get("status").textContent = counted(picture.show(now), now);
  }

  function lightUp(now) {
    if (now.mode === "table") table.light();
    else picture.light(now.selected);
    if (facts.nodes.has(now.selected)) {
      const many = dom.count(facts.of(now.selected).length, "relationship", "relationships");
      const here = now.mode === "table" ? "" : `, ${picture.linesAt(now.selected) || "none"} of them in this picture`;
      get("status").textContent = `Selected: ${dom.short(sentences.name(now.selected), 60)}, ${many}${here}.`;
    }
  }

  let read;
  function show(now) {
    buttons(now);
    filters.show(now);
    if (signature(now) !== before) draw(now);
    else lightUp(now);
    before = signature(now);
    if (read !== now.selected) panel.show(now.selected);
    read = now.selected;
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
    "view-map": () => state.change({ mode: "map" }),
    "view-around": aroundSelected,
    "view-table": () => state.change({ mode: "table" }),
    "depth-1": () => state.change({ depth: 1 }),
    "depth-2": () => state.change({ depth: 2 }),
    "rows-facts": () => state.change({ rows: "facts" }),
    "rows-things": () => state.change({ rows: "things" }),
    "zoom-in": () => picture.zoom(1.3),
    "zoom-out": () => picture.zoom(1 / 1.3),
    "zoom-fit": () => picture.fit(),
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
      waiting = setTimeout(() => state.now.mode !== "table" && draw(state.now), 150);
    });
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
    document.documentElement.dataset.ready = "yes";
  }

  return { start, choose };
})();

page.start();
