"use strict";

/* Elements, made so that what a document says can only ever be text. */
const dom = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const get = (id) => document.getElementById(id);

  function fill(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === "function") element.addEventListener(name, value);
      else if (value !== false && value !== undefined) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.filter((child) => child !== "" && child !== null && child !== undefined));
    return element;
  }

  const make = (tag, attributes = {}, ...children) => fill(document.createElement(tag), attributes, children);
  const draw = (tag, attributes = {}, ...children) => fill(document.createElementNS(SVG, tag), attributes, children);

  function button(label, click, attributes = {}) {
    return make("button", { type: "button", click, ...attributes }, label);
  }

  /* The mark of a kind: white on its colour, as on the cards of the picture. */
  function glyph(kind) {
    return draw(
      "svg",
      { viewBox: "-4 -4 24 24", width: 20, height: 20, "aria-hidden": "true", class: "glyph" },
      draw("rect", { x: -4, y: -4, width: 24, height: 24, rx: 4, fill: kind.colour }),
      draw("path", { d: kind.glyph, fill: "#fff" }),
    );
  }

  const HEADS = {
    arrow: "M48 3 60 9 48 15z",
    diamond: "M46 9 53 4 60 9 53 14z",
    circle: "M54 4a5 5 0 1 0 0 10 5 5 0 1 0 0-10z",
    vee: "M47 3 60 9 47 15 52 9z",
    box: "M50 4h10v10H50z",
  };

  /* A sample of how a type of relationship is drawn. */
  function line(type) {
    const dashes = type.dashes.length ? { "stroke-dasharray": type.dashes.join(" ") } : {};
    return draw(
      "svg",
      { viewBox: "0 0 62 18", width: 45, height: 13, "aria-hidden": "true", class: "line" },
      draw("path", { d: "M1 9h48", stroke: type.colour, "stroke-width": 2, fill: "none", ...dashes }),
      draw("path", { d: HEADS[type.head], fill: type.colour }),
    );
  }

  /* The text, cut between words where it is longer than so many characters. */
  function short(text, longest) {
    if (text.length <= longest) return text;
    const cut = text.slice(0, longest - 1);
    return `${cut.slice(0, Math.max(cut.lastIndexOf(" "), longest / 2)).trimEnd()}…`;
  }

  const count = (number, one, many) => `${number.toLocaleString("en-GB")} ${number === 1 ? one : many}`;

  return { get, make, draw, button, glyph, line, short, count };
})();
