"use strict";

/* Lines on the canvas: curves with the dashes and the head of their type; and which of them the pointer is on. */
const lines = (() => {
  const SAMPLES = 8;
  const REACH = 7;
  const HEAD = { arrow: 10, vee: 10, diamond: 11, circle: 7, box: 7 };
  let drawn = [];

  function sampled(points) {
    const found = [points[0]];
    for (let at = 0; at + 3 < points.length; at += 3) {
      const [p, q, r, s] = points.slice(at, at + 4);
      for (let step = 1; step <= SAMPLES; step += 1) {
        const t = step / SAMPLES;
        const [a, b, c, d] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
        found.push({ x: a * p.x + b * q.x + c * r.x + d * s.x, y: a * p.y + b * q.y + c * r.y + d * s.y });
      }
    }
    return found;
  }

  function curve(points) {
    const path = new Path2D();
    path.moveTo(points[0].x, points[0].y);
    for (let at = 1; at + 2 < points.length; at += 3) {
      const [p, q, r] = points.slice(at, at + 3);
      path.bezierCurveTo(p.x, p.y, q.x, q.y, r.x, r.y);
    }
    return path;
  }

  /* Takes over what is to be drawn: the relationships and the points of each. */
  function set(relationships, paths) {
    drawn = relationships.filter((one) => paths.has(one.id)).map((one) => {
      const points = paths.get(one.id);
      const end = points[points.length - 1];
      const near = points.slice(0, -1).reverse().find(({ x, y }) => Math.hypot(end.x - x, end.y - y) > 1) || points[0];
      const turn = Math.atan2(end.y - near.y, end.x - near.x);
      return { one, style: facts.types.get(one.type), path: curve(points), samples: sampled(points), end, turn };
    });
  }

  function head(ctx, { head: shape }, { x, y }, turn, size) {
    const long = HEAD[shape] * size;
    ctx.save();
    ctx.translate(x, y);
    ctx.rotate(turn);
    ctx.beginPath();
    if (shape === "circle") ctx.arc(-long / 2, 0, long / 2, 0, 2 * Math.PI);
    else if (shape === "box") ctx.rect(-long, -long / 2, long, long);
    else if (shape === "diamond") [[0, 0], [-long / 2, -long / 3], [-long, 0], [-long / 2, long / 3]].forEach(([a, b]) => ctx.lineTo(a, b));
    else {
      const notch = shape === "vee" ? -long * 0.45 : -long;
      [[0, 0], [-long, -long * 0.45], [notch, 0], [-long, long * 0.45]].forEach(([a, b]) => ctx.lineTo(a, b));
    }
    ctx.closePath();
    ctx.fill();
    ctx.restore();
  }

  /* Draws all, the bright ones last; `look` gives the strength of each: 0 faded, 1 as usual, 2 bright. */
  function draw(ctx, look, faded) {
    const strengths = drawn.map((line) => look(line.one));
    for (const wanted of [0, 1, 2]) {
      drawn.forEach((line, at) => {
        if (strengths[at] !== wanted) return;
        ctx.globalAlpha = wanted ? 1 : faded;
        ctx.strokeStyle = ctx.fillStyle = line.style.colour;
        ctx.lineWidth = wanted === 2 ? 2.8 : 1.4;
        ctx.setLineDash(line.style.dashes);
        ctx.stroke(line.path);
        ctx.setLineDash([]);
        head(ctx, line.style, line.end, line.turn, wanted === 2 ? 1.3 : 1);
      });
    }
    ctx.globalAlpha = 1;
  }

  function distance({ x, y }, a, b) {
    const [dx, dy] = [b.x - a.x, b.y - a.y];
    const share = Math.max(0, Math.min(1, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
    return Math.hypot(x - a.x - share * dx, y - a.y - share * dy);
  }

  /* The relationship whose line runs by the point, or nothing. */
  function at(point, zoom) {
    let best = { far: REACH / zoom, id: "" };
    for (const { one, samples } of drawn) {
      for (let step = 1; step < samples.length; step += 1) {
        const far = distance(point, samples[step - 1], samples[step]);
        if (far < best.far) best = { far, id: one.id };
      }
    }
    return best.id;
  }

  return { set, draw, at, ways: () => drawn };
})();
