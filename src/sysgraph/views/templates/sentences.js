"use strict";

/* Relationships as sentences, in either direction, with the words that they rest on. */
const sentences = (() => {
  const { make } = dom;

  /* A node as a person would name it: an action by its number and first words. */
  const name = (id) => facts.nodes.get(id).label;

  /* The whole name, however long. */
  const full = (id) => facts.nodes.get(id).name;

  const order = new Intl.Collator("en-GB", { numeric: true });
  const compare = (one, other) => order.compare(name(one), name(other));

  /* What a type of relationship is called where there is little room: “member of”. */
  const brief = (type) => type.verb.replace(/^is (an? )?/, "");

  /* A label inside a sentence: initials keep their capitals. */
  const inside = (label) => (/^[A-Z][a-z]/.test(label) ? label[0].toLowerCase() + label.slice(1) : label);

  /* What else is said of a relationship: in what capacity, how often. */
  function remark(one) {
    return [one.note, ...one.attributes.map(([label, value]) => `${inside(label)}: ${value}`)].filter(Boolean);
  }

  function parts(one, from) {
    const type = facts.types.get(one.type);
    const reading = from === one.target && from !== one.source ? type.inverse : type.reading;
    return reading.split(/(\{source\}|\{target\})/).filter(Boolean);
  }

  const end = (part, one) => (part === "{source}" ? one.source : part === "{target}" ? one.target : "");

  function plain(one) {
    const said = parts(one, one.source).map((part) => (end(part, one) ? name(end(part, one)) : part));
    return [said.join(""), ...remark(one)].join(", ");
  }

  /* A sentence in which each name but that of the node whose page it is can be chosen. */
  function linked(one, from) {
    const said = parts(one, from).map((part) => {
      const id = end(part, one);
      if (!id) return part;
      return id === from ? make("span", { class: "self" }, dom.short(name(id), 48)) : link(id);
    });
    const remarks = remark(one).map((text) => `, ${text}`);
    return make("p", { class: "sentence" }, ...said, ...remarks);
  }

  /* A link that selects; opened elsewhere it is the address of that selection. */
  function link(id, label = name(id)) {
    const click = (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      page.choose(id);
    };
    return make("a", { href: state.address(id), click }, label);
  }

  /* The words of one passage, in quotation marks, and where they stand. */
  function quoted(number) {
    const { quote, where, rule, source, link: address } = facts.evidence[number];
    const by = make("span", { class: "rule" }, `read by the rule ${rule}`);
    const away = { href: address, target: "_blank", rel: "noopener noreferrer" };
    const open = address ? make("a", { class: "source", ...away }, "Open the document", make("span", { class: "unseen" }, ` ${where}`)) : "";
    return make(
      "figure",
      { class: "evidence" },
      make("blockquote", {}, `“${quote}”`),
      make("figcaption", {}, source ? `From ${source}: ` : "", where, by, open),
    );
  }

  /* All passages of a fact, those after the first two folded away. */
  function evidence(numbers) {
    const shown = numbers.slice(0, 2).map(quoted);
    const more = numbers.slice(2);
    if (!more.length) return shown;
    const title = `${dom.count(more.length, "more passage says", "more passages say")} so`;
    return [...shown, make("details", { class: "more" }, make("summary", {}, title), ...more.map(quoted))];
  }

  return { name, full, compare, brief, plain, linked, link, evidence, remark };
})();
