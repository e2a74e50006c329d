"use strict";

/* What the reader has chosen. It is kept in the address after the #, so that a view can be sent to somebody. */
const state = (() => {
  const MODES = ["lines", "map", "around", "table"];
  const ROWS = ["facts", "things", "gaps"];
  const FEW = 8;
  const MARKED = ["error", "warning"];
  const listeners = [];
  let now;

  /* The picture opens on boards, bodies, plans and themes, unless there are hardly any to show. */
  function hiddenAtFirst() {
    const first = (id) => facts.kinds.get(facts.nodes.get(id).kind).first;
    const joined = new Set();
    for (const one of facts.relationships.values()) {
      if (first(one.source) && first(one.target)) joined.add(one.source).add(one.target);
    }
    if (joined.size < FEW) return new Set();
    return new Set([...facts.kinds.values()].filter((kind) => !kind.first).map((kind) => kind.name));
  }

  function fresh() {
    return {
      mode: blocks.worthwhile(picture.box()) ? "lines" : "map",
      layout: "layers",
      line: "",
      wide: false,
      selected: "",
      centre: "",
      depth: 1,
      all: false,
      rows: "facts",
      hidden: { lines: new Set(), map: hiddenAtFirst(), around: new Set(), table: new Set() },
      without: { lines: new Set(), map: new Set(), around: new Set(), table: new Set() },
      out: Object.fromEntries(facets.keys.map((key) => [key, new Set()])),
      marks: new Set(MARKED),
    };
  }

  const known = (id) => (facts.nodes.has(id) || facts.relationships.has(id) ? id : "");
  const listed = (text, map) => new Set((text || "").split(",").filter((name) => map.has(name)));

  function parse(fragment) {
    const said = new URLSearchParams(fragment.replace(/^#/, ""));
    const read = fresh();
    if (MODES.includes(said.get("view"))) read.mode = said.get("view");
    read.selected = known(said.get("id") || "");
    read.centre = known(said.get("centre") || "") || read.selected;
    if (read.mode === "around" && !read.centre) read.mode = "map";
    if (read.mode === "lines" && !blocks.all.length) read.mode = "map";
    if (said.get("layout") === "free") read.layout = "free";
    if (facts.nodes.has(said.get("line"))) read.line = said.get("line");
    read.wide = said.get("wide") === "1";
    for (const key of facets.keys) read.out[key] = new Set(said.getAll(`no-${key}`));
    if (said.has("marks")) read.marks = new Set(said.get("marks").split(",").filter(Boolean));
    if (said.get("depth") === "2") read.depth = 2;
    read.all = said.get("all") === "1";
    if (ROWS.includes(said.get("rows"))) read.rows = said.get("rows");
    if (said.has("hide")) read.hidden[read.mode] = listed(said.get("hide"), facts.kinds);
    if (said.has("without")) read.without[read.mode] = listed(said.get("without"), facts.types);
    return read;
  }

  function write(chosen) {
    const say = new URLSearchParams();
    say.set("view", chosen.mode);
    if (chosen.selected) say.set("id", chosen.selected);
    if (chosen.mode === "around") say.set("centre", chosen.centre);
    if (chosen.mode === "around" && chosen.depth === 2) say.set("depth", "2");
    if (chosen.all) say.set("all", "1");
    if (chosen.layout !== "layers") say.set("layout", chosen.layout);
    if (chosen.line) say.set("line", chosen.line);
    if (chosen.wide) say.set("wide", "1");
    if (chosen.mode === "table" && chosen.rows !== "facts") say.set("rows", chosen.rows);
    for (const key of facets.keys) [...chosen.out[key]].forEach((value) => say.append(`no-${key}`, value));
    if ([...chosen.marks].sort().join() !== MARKED.join()) say.set("marks", [...chosen.marks].join(","));
    say.set("hide", [...chosen.hidden[chosen.mode]].join(","));
    if (chosen.without[chosen.mode].size) say.set("without", [...chosen.without[chosen.mode]].join(","));
    return `#${say}`.replace(/%2C/g, ",");
  }

  function tell() {
    for (const listener of listeners) listener(now);
  }

  /* Takes over what has changed. Choosing another node or view is a step that the browser's back button undoes. */
  function change(changes) {
    const step = ["mode", "selected", "centre", "depth", "line", "layout"].some((key) => key in changes && changes[key] !== now[key]);
    now = { ...now, ...changes };
    history[step ? "pushState" : "replaceState"](null, "", write(now));
    tell();
  }

  function restore() {
    now = parse(location.hash);
    tell();
  }

  function toggle(which, name, shown) {
    const set = new Set(now[which][now.mode]);
    if (shown) set.delete(name);
    else set.add(name);
    change({ [which]: { ...now[which], [now.mode]: set } });
  }

  function setAll(which, names) {
    change({ [which]: { ...now[which], [now.mode]: new Set(names) } });
  }

  /* A filter that holds for every view: a value of a facet, or whether gaps of a severity are marked. */
  function filter(key, value, shown) {
    const set = new Set(key === "marks" ? now.marks : now.out[key]);
    if (shown === (key === "marks")) set.add(value);
    else set.delete(value);
    change(key === "marks" ? { marks: set } : { out: { ...now.out, [key]: set } });
  }

  const filterAll = (key, values) => change({ out: { ...now.out, [key]: new Set(values) } });
  const select = (id) => change({ selected: id });
  const address = (id) => write({ ...now, selected: id });
  const around = (id) => change({ mode: "around", selected: id, centre: id, line: "" });
  const reset = () => change(fresh());
  const listen = (listener) => listeners.push(listener);

  return { get now() { return now; }, change, restore, toggle, setAll, filter, filterAll, select, address, around, reset, listen };
})();
