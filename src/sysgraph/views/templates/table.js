"use strict";

/* The same facts as a table, to sort and to filter, for those who cannot or would rather not use a picture. */
const table = (() => {
  const { make, button } = dom;
  const AT_ONCE = 100;
  const collator = new Intl.Collator("en-GB", { numeric: true, sensitivity: "base" });
  const scroll = dom.get("scroll");
  const narrow = dom.get("narrow");
  const sorts = Object.fromEntries(["facts", "things", "gaps"].map((rows) => [rows, { column: 0, down: false }]));
  const TITLES = { facts: "Relationships", things: "Actors and things", gaps: "Gaps" };
  let shown = AT_ONCE;
  let rows = [];

  const words = (numbers) => numbers.map((number) => `“${facts.evidence[number].quote}”`).join(" ");
  const places = (numbers) => [...new Set(numbers.map((number) => facts.evidence[number].where))].join("; ");
  const told = (node) => node.attributes.map(([label, value]) => `${label}: ${value}`).join("; ");

  const COLUMNS = {
    facts: ["From", "Relationship", "To", "Words of the document", "Where"],
    things: ["Kind", "Name", "What is known", "Words of the document", "Where"],
    gaps: ["Severity", "Gap", "Of", "In words", "How to put it right", "Where"],
  };

  function factRow(one) {
    const said = [facts.types.get(one.type).verb, ...sentences.remark(one)].join(", ");
    const [from, to] = [one.source, one.target].map(sentences.name);
    const texts = [from, said, to, words(one.evidence), places(one.evidence)];
    return { id: one.id, texts, links: { 0: one.source, 1: one.id, 2: one.target } };
  }

  function thingRow(node) {
    const also = node.aliases.length ? `Also written: ${node.aliases.join("; ")}` : "";
    const known = [told(node), also].filter(Boolean).join("; ");
    const texts = [facts.kinds.get(node.kind).one, node.label, known, words(node.evidence), places(node.evidence)];
    return { id: node.id, texts, links: { 1: node.id } };
  }

  function gapRow(one) {
    const rule = gaps.rules.get(one.code);
    const title = `${one.code} ${rule.title}`;
    const texts = [gaps.severity(one).one, title, sentences.name(one.node), one.says, rule.remedy, places(one.evidence)];
    return { id: one.node, texts, links: { 2: one.node }, rank: gaps.severity(one).rank };
  }

  function gather(chosen) {
    if (chosen.rows === "gaps") return facts.gaps.filter((one) => views.lets(chosen, one.node)).map(gapRow);
    if (chosen.rows === "facts") return views.relationships(chosen).map(factRow);
    return facts.inOrder.filter((node) => views.lets(chosen, node.id)).map(thingRow);
  }

  function order(chosen) {
    const { column, down } = sorts[chosen.rows];
    const compare = (a, b) =>
      column === 0 && "rank" in a ? a.rank - b.rank : collator.compare(a.texts[column], b.texts[column]);
    rows.sort((a, b) => compare(a, b) * (down ? -1 : 1));
  }

  function matching() {
    const wanted = narrow.value.toLowerCase().split(/\s+/).filter(Boolean);
    if (!wanted.length) return rows;
    return rows.filter((row) => {
      const text = row.texts.join(" ").toLowerCase();
      return wanted.every((word) => text.includes(word));
    });
  }

  function sortBy(column) {
    const sort = sorts[state.now.rows];
    sorts[state.now.rows] = { column, down: sort.column === column && !sort.down };
    order(state.now);
    render();
    scroll.querySelectorAll("th button")[column].focus();
  }

  function head() {
    const { column, down } = sorts[state.now.rows];
    const cells = COLUMNS[state.now.rows].map((title, at) => {
      const sorted = at === column ? (down ? "descending" : "ascending") : "none";
      const arrow = at === column ? (down ? " ▼" : " ▲") : "";
      const label = make("span", {}, title, make("span", { "aria-hidden": "true" }, arrow));
      return make("th", { scope: "col", "aria-sort": sorted }, button(label, () => sortBy(at), { class: "sort" }));
    });
    return make("thead", {}, make("tr", {}, ...cells));
  }

  function line({ id, texts, links }) {
    const cells = texts.map((text, at) => make("td", {}, at in links ? sentences.link(links[at], text) : text));
    return make("tr", id === state.now.selected ? { class: "chosen" } : {}, ...cells);
  }

  function more(count) {
    const next = Math.min(AT_ONCE, count - shown);
    return button(`Show ${next} more`, () => {
      const from = shown;
      shown += AT_ONCE;
      render();
      scroll.querySelectorAll("tbody tr")[from].querySelector("a").focus();
    });
  }

  function render() {
    const found = matching();
    const body = make("tbody", {}, ...found.slice(0, shown).map(line));
    const caption = make("caption", { class: "unseen" }, TITLES[state.now.rows]);
    scroll.replaceChildren(make("table", { class: state.now.rows }, caption, head(), body));
    if (found.length > shown) scroll.append(more(found.length));
    const some = found.length > shown ? `, the first ${shown} shown` : "";
    dom.get("row-count").textContent = `${dom.count(found.length, "row", "rows")}${some}`;
  }

  function show(chosen) {
    rows = gather(chosen);
    shown = AT_ONCE;
    order(chosen);
    render();
  }

  /* Marks the selected row without building the table anew, so that nobody loses their place in it. */
  function light() {
    const found = matching();
    const chosen = (at) => found[at].id === state.now.selected;
    scroll.querySelectorAll("tbody tr").forEach((row, at) => row.classList.toggle("chosen", chosen(at)));
  }

  function start() {
    narrow.addEventListener("input", () => {
      shown = AT_ONCE;
      render();
    });
    addEventListener("beforeprint", () => {
      if (state.now.mode !== "table") return;
      shown = Infinity;
      render();
    });
  }

  return { start, show, light };
})();
