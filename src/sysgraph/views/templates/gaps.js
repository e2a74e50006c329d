"use strict";

/* What rules found missing, late or at odds: on cards as a mark with a code, in the panel with what to do about it. */
const gaps = (() => {
  const { make, draw } = dom;
  const SEVERITIES = [
    { name: "error", one: "error", many: "Errors", colour: "#a3262a", shape: "M5 1h6l4 4v6l-4 4H5l-4-4V5z" },
    { name: "warning", one: "warning", many: "Warnings", colour: "#8a5a00", shape: "M8 1l7.5 14H.5z" },
    { name: "note", one: "note", many: "Notes", colour: "#1d4f8b", shape: "M8 1a7 7 0 1 0 0 14A7 7 0 1 0 8 1z" },
  ];
  const severities = new Map(SEVERITIES.map((one, rank) => [one.name, { ...one, rank, path: new Path2D(one.shape) }]));
  const rules = new Map(facts.rules.map((rule) => [rule.code, rule]));
  const at = new Map();
  for (const one of facts.gaps) {
    if (!at.has(one.node)) at.set(one.node, []);
    at.get(one.node).push(one);
  }

  const severity = (one) => severities.get(rules.get(one.code).severity);
  const of = (id) => at.get(id) || [];

  /* What stands on the card: the gravest gap of the chosen severities, and how many more there are. */
  function badge(id, marks) {
    const found = of(id).filter((one) => marks.has(severity(one).name));
    if (!found.length) return null;
    const [first] = found;
    return { ...severity(first), text: found.length > 1 ? `${first.code} +${found.length - 1}` : first.code };
  }

  function mark({ shape, colour }) {
    const svg = { viewBox: "0 0 16 16", width: 14, height: 14, "aria-hidden": "true", class: "mark" };
    return draw("svg", svg, draw("path", { d: shape, fill: colour }));
  }

  const members = (name) => facts.gaps.filter((one) => severity(one).name === name);

  /* One gap of the node whose page it is. */
  function item(one) {
    const rule = rules.get(one.code);
    const sort = severity(one);
    const right = make("details", { class: "more" }, make("summary", {}, "How to put it right"));
    right.append(make("p", {}, rule.remedy), make("p", { class: "why" }, rule.why));
    return [
      make("p", { class: "gap" }, mark(sort), make("strong", {}, ` ${one.code} ${rule.title}`), ` (${sort.one})`),
      make("p", {}, `${one.says[0].toUpperCase()}${one.says.slice(1)}.`.replace(/\.\.$/, ".")),
      right,
    ];
  }

  const listed = (items) => make("ul", { class: "plain-list" }, ...items.map((one) => make("li", {}, one)));

  function byRule(rule) {
    const found = facts.gaps.filter((one) => one.code === rule.code);
    const list = make("ul", {}, ...found.map((one) => make("li", {}, sentences.link(one.node))));
    const title = `${rule.code} ${rule.title} (${found.length})`;
    return make("details", { class: "deep" }, make("summary", {}, title), make("p", {}, rule.remedy), list);
  }

  /* All gaps, folded by severity and rule. */
  function overview() {
    return SEVERITIES.filter(({ name }) => members(name).length).map((sort) => {
      const title = dom.count(members(sort.name).length, sort.one, sort.many.toLowerCase());
      const mine = facts.rules.filter((rule) => rule.severity === sort.name);
      return make("details", {}, make("summary", {}, mark(sort), ` ${title}`), listed(mine.map(byRule)));
    });
  }

  const sorts = SEVERITIES.map((one) => ({ ...one, count: members(one.name).length })).filter((one) => one.count);
  return { sorts, rules, severity, of, badge, mark, item, overview, listed };
})();
