"use strict";

/* The find box: matches as one types, arrow keys to move among them, Enter to go there. */
const find = (() => {
  const { make, glyph } = dom;
  const MOST = 30;
  const input = dom.get("find");
  const list = dom.get("matches");
  let matches = [];
  let active = -1;

  const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f’']/g, "");
  const index = facts.inOrder.map((node) => ({
    id: node.id,
    name: fold(node.label),
    names: fold([node.name, node.label, ...node.aliases].join(" | ")),
    all: fold([node.name, node.label, ...node.aliases, ...node.attributes.map(([, value]) => value)].join(" | ")),
    joined: facts.of(node.id).length,
  }));

  /* How well an entry fits: 0 best, nothing if it does not. */
  function score(entry, words) {
    if (!words.every((word) => entry.all.includes(word))) return undefined;
    if (entry.name.startsWith(words.join(" "))) return 0;
    if (words.every((word) => ` ${entry.names}`.includes(` ${word}`))) return 1;
    return words.every((word) => entry.names.includes(word)) ? 2 : 3;
  }

  function search(text) {
    const words = fold(text).split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    return index
      .map((entry) => ({ ...entry, score: score(entry, words) }))
      .filter((entry) => entry.score !== undefined)
      .sort((a, b) => a.score - b.score || b.joined - a.joined);
  }

  function option(entry, at) {
    const node = facts.nodes.get(entry.id);
    const kind = facts.kinds.get(node.kind);
    // The box keeps the focus while one presses on a match.
    const stay = (event) => event.preventDefault();
    return make(
      "li",
      { role: "option", id: `match-${at}`, "aria-selected": "false", mousedown: stay, click: () => take(at) },
      glyph(kind),
      make("span", { class: "what" }, node.label),
      make("span", { class: "count" }, kind.one),
    );
  }

  function activate(at) {
    active = matches.length ? (at + matches.length) % matches.length : -1;
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === active)));
    if (active < 0) input.removeAttribute("aria-activedescendant");
    else {
      input.setAttribute("aria-activedescendant", `match-${active}`);
      list.children[active].scrollIntoView({ block: "nearest" });
    }
  }

  function told(found) {
    if (!input.value.trim()) return "";
    if (!found.length) return "Nothing of that name.";
    const first = found.length > MOST ? `, the first ${MOST} listed` : "";
    return `${dom.count(found.length, "match", "matches")}${first}. Arrow keys choose, Enter shows.`;
  }

  function open(shown) {
    list.hidden = !shown;
    input.setAttribute("aria-expanded", String(shown));
  }

  function type() {
    const found = search(input.value);
    matches = found.slice(0, MOST);
    list.replaceChildren(...matches.map(option));
    if (!matches.length && input.value.trim()) list.append(make("li", { class: "nothing" }, "Nothing of that name."));
    dom.get("found").textContent = told(found);
    open(input.value.trim() !== "");
    activate(matches.length ? 0 : -1);
  }

  function take(at) {
    if (!matches[at]) return;
    open(false);
    page.choose(matches[at].id);
    panel.focus();
  }

  function press(event) {
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in steps) {
      if (list.hidden) type();
      else activate(active + steps[event.key]);
      event.preventDefault();
    } else if (event.key === "Enter") take(Math.max(active, 0));
    else if (event.key === "Escape") {
      if (list.hidden) input.value = "";
      open(false);
    }
  }

  function start() {
    input.addEventListener("input", type);
    input.addEventListener("keydown", press);
    input.addEventListener("focus", () => input.value.trim() && type());
    input.addEventListener("blur", () => open(false));
  }

  return { start };
})();
