"use strict";

/* The filters, which are the legend too: each kind with its mark, each type of relationship with its line. */
const filters = (() => {
  const { make, button, glyph, line } = dom;
  const boxes = new Map();

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

  function start() {
    dom.get("filter-lists").append(
      fieldset("Kinds", "hidden", [...facts.kinds.values()], (kind) => [kind.many, glyph(kind)]),
      fieldset("Relationships", "without", [...facts.types.values()], (type) => [sentences.brief(type), line(type)]),
    );
    if (matchMedia("(max-width: 900px)").matches) dom.get("filters-fold").open = false;
  }

  function show(chosen) {
    for (const [key, box] of boxes) {
      const [which, name] = key.split(" ");
      box.checked = !chosen[which][chosen.mode].has(name);
    }
  }

  return { start, show };
})();
