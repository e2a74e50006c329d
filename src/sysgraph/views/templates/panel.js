"use strict";

/* The panel at the side: what the graph says at a glance, or all of the selected node or relationship. */
const panel = (() => {
  const { make, button, glyph, line, count } = dom;
  const { link, linked, evidence } = sentences;
  const AT_ONCE = 8;
  const LONG = 110;
  const HELP =
    "Choose a card or a line, or find a name: what the documents say of it appears here, with their words and page.";
  const aside = dom.get("details");

  function heading(text) {
    return make("h2", { id: "details-heading", tabindex: "-1", class: text.length > LONG ? "long" : "short" }, text);
  }

  const section = (title, ...children) => make("section", {}, make("h3", {}, ...[title].flat()), ...children);
  const list = (items, attributes = {}) => make("ul", attributes, ...items.map((item) => make("li", {}, ...item)));

  /* A list of which the first few stand open and the rest is one key press away. */
  function folded(items, what, many = AT_ONCE) {
    const shown = list(items.slice(0, many), { class: "facts" });
    if (items.length <= many) return [shown];
    const rest = make("details", { class: "more" }, make("summary", {}, `${items.length - many} more ${what}`));
    rest.append(list(items.slice(many), { class: "facts" }));
    return [shown, rest];
  }

  function known(pairs) {
    if (!pairs.length) return "";
    return make("dl", {}, ...pairs.flatMap(([label, value]) => [make("dt", {}, label), make("dd", {}, value)]));
  }

  function actions(id) {
    return make(
      "div",
      { class: "actions" },
      button("Show only this and its neighbours", () => state.around(id)),
      facts.nodes.has(id) ? lineButton(id) : "",
      button("Close", () => page.choose("")),
    );
  }

  function lineButton(id) {
    const pressed = state.now.line === id;
    return button("Show the reporting line", () => page.line(pressed ? "" : id), { "aria-pressed": String(pressed) });
  }

  const ENDS = {
    circle: "a circle: the line is back at one that it came from",
    above: "shown further up",
    deeper: "the line goes on",
  };

  const STOPS = "the line stops here: no document read says to whom it answers";

  function branch({ one, to, end, beyond }) {
    const stop = end ? ENDS[end] : chains.stops(to) ? STOPS : chains.last(to) ? "the line ends here" : "";
    const told = stop ? make("strong", { class: "stop" }, ` – ${stop}`) : "";
    return make("li", {}, linked(one, ""), told, beyond.length ? make("ul", {}, ...beyond.map(branch)) : "");
  }

  /* The reporting line in words, where it is asked for. */
  function reporting(id) {
    if (state.now.line !== id) return "";
    const found = chains.climb(id);
    if (!found.length) return section("Reporting line", make("p", {}, "No document read says to whom this answers."));
    return section("Reporting line", make("ul", { class: "chain" }, ...found.map(branch)));
  }

  function gapsOf(id) {
    const found = gaps.of(id);
    return found.length ? section(`Gaps (${found.length})`, list(found.map(gaps.item), { class: "plain-list" })) : "";
  }

  function group(type, members, id, outgoing) {
    const items = members.map((one) => [linked(one, id), ...evidence(one.evidence)]);
    const verb = outgoing ? type.verb : type.inverse.replace(/\{(source|target)\}/g, "").trim();
    const title = `${verb[0].toUpperCase()}${verb.slice(1)} (${members.length})`;
    return section([line(type), title], ...folded(items, "of these"));
  }

  /* The relationships of a node, by type, those that lead away from it first. */
  function groups(id) {
    const found = [];
    for (const type of facts.types.values()) {
      const members = facts.of(id).filter((one) => one.type === type.name);
      const outgoing = members.filter((one) => one.source === id);
      const incoming = members.filter((one) => one.source !== id);
      if (outgoing.length) found.push(group(type, outgoing, id, true));
      if (incoming.length) found.push(group(type, incoming, id, false));
    }
    return found.length ? found : [make("p", {}, "The documents state no relationship of it.")];
  }

  function ofNode(node) {
    const kind = facts.kinds.get(node.kind);
    const places = node.evidence.length ? section("Where it stands", ...evidence(node.evidence)) : "";
    const brief = node.attributes.filter(([, value]) => value.length <= LONG);
    const full = node.attributes.filter(([, value]) => value.length > LONG);
    return [
      make("p", { class: "kind" }, glyph(kind), kind.one),
      heading(node.name),
      node.aliases.length ? make("p", { class: "aliases" }, `Also written: ${node.aliases.join("; ")}`) : "",
      actions(node.id),
      reporting(node.id),
      gapsOf(node.id),
      known(brief),
      ...groups(node.id),
      full.length ? section("In full", known(full)) : "",
      places,
    ];
  }

  function ofRelationship(one) {
    const type = facts.types.get(one.type);
    return [
      make("p", { class: "kind" }, line(type), "relationship"),
      heading(sentences.plain(one)),
      actions(one.id),
      known([...(one.note ? [["In what capacity", one.note]] : []), ...one.attributes]),
      section("What the documents say", ...evidence(one.evidence)),
      section("Between", list([[link(one.source)], [link(one.target)]])),
    ];
  }

  function plans() {
    const said = ({ id, says }) => [link(id), says ? `, ${says}` : ""];
    return facts.glance.plans.length ? section("What it is about", list(facts.glance.plans.map(said))) : "";
  }

  function unowned() {
    const { gaps: found, owned } = facts.glance;
    if (!facts.kinds.has("Action") || (!found.length && !owned)) return "";
    const title = "Actions that nobody in particular owns";
    if (!found.length) return section(title, make("p", {}, "None: every action names a post or a person."));
    const said = ({ count: many, of, says, ids }) => [
      make("details", {}, make("summary", {}, `${many} of ${of} ${says}`), list(ids.map((id) => [link(id)]))),
    ];
    return section(title, list(found.map(said), { class: "plain-list" }));
  }

  function ruled() {
    const found = gaps.overview();
    return found.length ? section("Gaps found by rules", gaps.listed(found)) : "";
  }

  function most(title, entries) {
    return entries.length ? section(title, list(entries.map(({ id, says }) => [link(id), ` ${says}`]))) : "";
  }

  function notices() {
    const { notices: found } = facts.glance;
    if (!found.length) return "";
    const title = `${count(found.length, "note", "notes")} from reading the documents`;
    return make("details", { class: "more" }, make("summary", {}, title), list(found.map((text) => [text])));
  }

  function atAGlance() {
    const { documents, owners, boards } = facts.glance;
    return [
      heading("At a glance"),
      make("p", {}, HELP),
      plans(),
      unowned(),
      ruled(),
      most("Who oversees most", boards),
      most("Who owns most", owners),
      section("Read from", list(documents.map((path) => [path]))),
      notices(),
    ];
  }

  function contents(id) {
    if (facts.nodes.has(id)) return ofNode(facts.nodes.get(id));
    if (facts.relationships.has(id)) return ofRelationship(facts.relationships.get(id));
    return atAGlance();
  }

  function show(id) {
    const held = aside.contains(document.activeElement);
    aside.replaceChildren(...contents(id).filter(Boolean));
    aside.scrollTop = 0;
    if (held) focus();
  }

  /* On paper nothing can be unfolded. The long lists of all gaps are for the table of gaps, which prints too. */
  function unfold() {
    for (const fold of aside.querySelectorAll("details:not(.deep)")) fold.open = true;
  }

  const focus = () => dom.get("details-heading").focus();

  addEventListener("beforeprint", unfold);
  return { show, focus };
})();
