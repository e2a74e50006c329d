"use strict";

/* How a node looks on the canvas: a card with the mark of its kind and its name. Text on a canvas is only ever text. */
const cards = (() => {
  const { width: WIDTH, height: HEIGHT } = seats.CARD;
  const STRIP = 24;
  const FACE = '"Segoe UI", Roboto, "Helvetica Neue", Arial, "Liberation Sans", sans-serif';
  /* Names are written in the first of these that has room for all of them. */
  const SIZES = [
    { font: `13.5px ${FACE}`, line: 16, lines: 3 },
    { font: `11.5px ${FACE}`, line: 12.8, lines: 4 },
  ];
  const TOO_SMALL = 0.42;
  const INK = "#14202e";
  const glyphs = new Map([...facts.kinds.values()].map((kind) => [kind.name, new Path2D(kind.glyph)]));
  const wrapped = new Map();

  function shorten(ctx, text, room) {
    let cut = text;
    while (cut && ctx.measureText(`${cut}…`).width > room) cut = cut.slice(0, -1);
    return `${cut.trimEnd()}…`;
  }

  /* The label in lines of at most so many pixels. */
  function wrap(ctx, text, room) {
    const lines = [];
    let line = "";
    for (const word of text.split(" ")) {
      const longer = line ? `${line} ${word}` : word;
      if (ctx.measureText(longer).width <= room) line = longer;
      else {
        if (line) lines.push(line);
        line = word;
      }
    }
    return [...lines, line];
  }

  function cut(ctx, lines, most, room) {
    const kept = lines.slice(0, most);
    if (lines.length > most) kept[most - 1] = shorten(ctx, `${kept[most - 1]} ${lines[most]}`, room);
    return kept.map((one) => (ctx.measureText(one).width > room ? shorten(ctx, one, room) : one));
  }

  function fitted(ctx, text, room) {
    let written;
    for (const size of SIZES) {
      ctx.font = size.font;
      const lines = wrap(ctx, text, room);
      written = { ...size, lines: cut(ctx, lines, size.lines, room) };
      if (lines.length <= size.lines && lines.every((line) => ctx.measureText(line).width <= room)) break;
    }
    return written;
  }

  function linesOf(ctx, node) {
    if (!wrapped.has(node.id)) wrapped.set(node.id, fitted(ctx, node.label, WIDTH - STRIP - 11));
    return wrapped.get(node.id);
  }

  function outline(ctx, x, y, grow) {
    ctx.beginPath();
    ctx.roundRect(x - WIDTH / 2 - grow, y - HEIGHT / 2 - grow, WIDTH + 2 * grow, HEIGHT + 2 * grow, 6 + grow);
  }

  function mark(ctx, kind, x, y, size) {
    ctx.save();
    ctx.translate(x - size / 2, y - size / 2);
    ctx.scale(size / 16, size / 16);
    ctx.fillStyle = "#fff";
    ctx.fill(glyphs.get(kind.name));
    ctx.restore();
  }

  function body(ctx, kind, x, y, chosen) {
    outline(ctx, x, y, 0);
    ctx.fillStyle = chosen ? "#fff6d6" : "#fff";
    ctx.fill();
    ctx.save();
    ctx.clip();
    ctx.fillStyle = kind.colour;
    ctx.fillRect(x - WIDTH / 2, y - HEIGHT / 2, STRIP, HEIGHT);
    ctx.restore();
    outline(ctx, x, y, 0);
    ctx.strokeStyle = chosen ? INK : kind.colour;
    ctx.lineWidth = chosen ? 3 : 1.4;
    ctx.stroke();
    mark(ctx, kind, x - WIDTH / 2 + STRIP / 2, y, 14);
  }

  function name(ctx, node, x, y) {
    const { font, line, lines } = linesOf(ctx, node);
    ctx.font = font;
    ctx.fillStyle = INK;
    ctx.textAlign = "left";
    ctx.textBaseline = "middle";
    const top = y - ((lines.length - 1) * line) / 2;
    lines.forEach((text, at) => ctx.fillText(text, x - WIDTH / 2 + STRIP + 6, top + at * line));
  }

  /* The gravest gap of a card, on its upper edge. */
  function badge(ctx, { text, path, colour }, x, y) {
    ctx.font = `600 10.5px ${FACE}`;
    const wide = ctx.measureText(text).width + 22;
    const left = x + WIDTH / 2 - wide + 4;
    ctx.beginPath();
    ctx.roundRect(left, y - HEIGHT / 2 - 13, wide, 15, 4);
    ctx.fillStyle = "#fff";
    ctx.fill();
    ctx.strokeStyle = colour;
    ctx.lineWidth = 1.2;
    ctx.stroke();
    ctx.fillStyle = colour;
    ctx.save();
    ctx.translate(left + 4, y - HEIGHT / 2 - 10.5);
    ctx.scale(0.64, 0.64);
    ctx.fill(path);
    ctx.restore();
    ctx.fillStyle = INK;
    ctx.textAlign = "left";
    ctx.textBaseline = "middle";
    ctx.fillText(text, left + 17, y - HEIGHT / 2 - 5);
  }

  /* Where a line stops: a dotted stub that leads nowhere. */
  function stub(ctx, x, y) {
    ctx.strokeStyle = ctx.fillStyle = INK;
    ctx.lineWidth = 2;
    ctx.setLineDash([2, 3.5]);
    ctx.beginPath();
    ctx.moveTo(x, y - HEIGHT / 2);
    ctx.lineTo(x, y - HEIGHT / 2 - 15);
    ctx.stroke();
    ctx.setLineDash([]);
    ctx.fillRect(x - 7, y - HEIGHT / 2 - 18, 14, 2.5);
  }

  /* What a line says, in the gap beside the card that it leads to. */
  function label(ctx, card, other, text) {
    const beside = other.y > card.y ? HEIGHT / 2 + 8 : -HEIGHT / 2 - 8;
    ctx.font = `12px ${FACE}`;
    const said = ctx.measureText(text).width > WIDTH ? shorten(ctx, text, WIDTH) : text;
    const width = ctx.measureText(said).width + 8;
    ctx.fillStyle = "#fff";
    ctx.fillRect(card.x - width / 2, card.y + beside - 7.5, width, 15);
    ctx.fillStyle = INK;
    ctx.textAlign = "center";
    ctx.textBaseline = "middle";
    ctx.fillText(said, card.x, card.y + beside);
  }

  /* Far away no name can be read: the card is its colour and its mark. */
  function tile(ctx, kind, x, y, chosen) {
    outline(ctx, x, y, 0);
    ctx.fillStyle = kind.colour;
    ctx.fill();
    if (chosen) {
      outline(ctx, x, y, 8);
      ctx.strokeStyle = INK;
      ctx.lineWidth = 10;
      ctx.stroke();
    }
    mark(ctx, kind, x, y, 36);
  }

  /* What vis-network calls to draw a node; `look` says how it stands to what is selected. */
  function renderer(look) {
    return ({ ctx, id, x, y }) => {
      const node = facts.nodes.get(id);
      const kind = facts.kinds.get(node.kind);
      const { chosen, faded, zoom, badge: mark, stops } = look(id);
      const drawNode = () => {
        ctx.globalAlpha = faded ? 0.28 : 1;
        if (zoom < TOO_SMALL) tile(ctx, kind, x, y, chosen);
        else {
          body(ctx, kind, x, y, chosen);
          name(ctx, node, x, y);
          if (mark) badge(ctx, mark, x, y);
        }
        if (stops) stub(ctx, x, y);
        ctx.globalAlpha = 1;
      };
      return { drawNode, nodeDimensions: { width: WIDTH, height: HEIGHT } };
    };
  }

  return { renderer, label, FACE };
})();
