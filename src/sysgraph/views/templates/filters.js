"use strict";

/* The filters, which are the legend too: each kind with its mark, each type of relationship with its line. */
const filters = (() => {
  const { make, draw, button, glyph, line } = dom;
  const boxes = new Map();
  const others = [];

  function row(which, one, label, sample) {
    const box = make("input", { type: "checkbox", change: () => state.toggle(which, one.name, box.checked) });
    boxes.set(`${which} ${one.name}`, box);
    return make(
      "label",
      { class: "choice", title: one.meaning },
      box,
      sample,
      make("span", { class: "what" }, label),
      make("span", { class: "count" }, String(one.count)),
    );
  }

  function fieldset(title, which, members, parts) {
    const every = members.map((one) => one.name);
    return make(
      "fieldset",
      {},
      make("legend", { class: "unseen" }, title),
      make(
        "div",
        { class: "group" },
        make("strong", { "aria-hidden": "true" }, title),
        button("All", () => state.setAll(which, []), { "aria-label": `${title}: all`, class: "plain" }),
        button("None", () => state.setAll(which, every), { "aria-label": `${title}: none`, class: "plain" }),
      ),
      ...members.map((one) => row(which, one, ...parts(one))),
    );
  }

  /* One value of a facet, or one severity: its box does not change with the view. */
  function choice(key, value, label, sample, count) {
    const box = make("input", { type: "checkbox", change: () => state.filter(key, value, box.checked) });
    others.push({ key, value, box });
    const what = make("span", { class: "what" }, label);
    return make("label", { class: "choice" }, box, sample, what, make("span", { class: "count" }, String(count)));
  }

  function plainset(title, key, buttons, ...choices) {
    const group = make("div", { class: "group" }, make("strong", { "aria-hidden": "true" }, title), ...buttons);
    return make("fieldset", { class: `of-${key}` }, make("legend", { class: "unseen" }, title), group, ...choices);
  }

  function facet({ key, title, none, values }) {
    const every = values.map(([value]) => value);
    const all = button("All", () => state.filterAll(key, []), { "aria-label": `${title}: all`, class: "plain" });
    const nothing = button("None", () => state.filterAll(key, every), { "aria-label": `${title}: none`, class: "plain" });
    const choices = values.map(([value, count]) => choice(key, value, value.split("/").pop() || none, "", count));
    return plainset(title, key, [all, nothing], ...choices);
  }

  function marks() {
    const choices = gaps.sorts.map((sort) => choice("marks", sort.name, sort.many, gaps.mark(sort), sort.count));
    return choices.length ? [plainset("Gaps marked on cards", "marks", [], ...choices)] : [];
  }

  /* The mark of a line that stops. */
  function stub() {
    const svg = draw(
      "svg",
      { viewBox: "0 0 20 20", width: 20, height: 20, "aria-hidden": "true", class: "glyph" },
      draw("path", { d: "M3 3h14", stroke: "#14202e", "stroke-width": 2.5 }),
      draw("path", { d: "M10 5v13", stroke: "#14202e", "stroke-width": 2, "stroke-dasharray": "2 3" }),
    );
    return make("p", { class: "choice" }, svg, "no document read says to whom it answers");
  }

  function start() {
    dom.get("filter-lists").append(
      fieldset("Kinds", "hidden", [...facts.kinds.values()], (kind) => [kind.many, glyph(kind)]),
      ...marks(),
      fieldset("Relationships", "without", [...facts.types.values()], (type) => [sentences.brief(type), line(type)]),
      stub(),
      ...facets.all.map(facet),
    );
    if (matchMedia("(max-width: 900px)").matches) dom.get("filters-fold").open = false;
  }

  function show(chosen) {
    for (const [key, box] of boxes) {
      const [which, name] = key.split(" ");
      box.checked = !chosen[which][chosen.mode].has(name);
    }
    for (const { key, value, box } of others) {
      box.checked = key === "marks" ? chosen.marks.has(value) : !chosen.out[key].has(value);
    }
  }

  /* Says of each kind and type whether the picture holds any of it: on paper the legend is of the picture alone. */
  function told({ nodes, lines }) {
    const held = new Set([...nodes.map((node) => `hidden ${node.kind}`), ...lines.map((one) => `without ${one.type}`)]);
    for (const [key, box] of boxes) box.parentElement.classList.toggle("absent", !held.has(key));
  }

  return { start, show, told };
})();
