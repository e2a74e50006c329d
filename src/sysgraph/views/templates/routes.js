"use strict";

/* The ways of lines between cards that stand in rows: down through the gaps between cards, not behind them. */
const routes = (() => {
  const { width: WIDTH, height: HEIGHT } = seats.CARD;
  const MOST = 800;
  const CLEAR = 3;
  const NARROWEST = WIDTH + 6;
  const BESIDE = WIDTH / 2 + 9;

  /* From one point to another, upright at both ends: two points that steer, and the end. */
  function bend(from, to) {
    const half = (to.y - from.y) / 2;
    return [{ x: from.x, y: from.y + half }, { x: to.x, y: to.y - half }, to];
  }

  function rowsOf(places) {
    const rows = new Map();
    for (const { x, y } of places.values()) rows.set(y, [...(rows.get(y) || []), x]);
    return [...rows].map(([y, xs]) => ({ y, gaps: gapsOf(xs.sort((a, b) => a - b)) })).sort((a, b) => a.y - b.y);
  }

  function gapsOf(xs) {
    const between = xs.slice(1).flatMap((x, at) => (x - xs[at] > NARROWEST ? [(x + xs[at]) / 2] : []));
    return [xs[0] - BESIDE, ...between, xs[xs.length - 1] + BESIDE].map((x) => ({ x, used: 0 }));
  }

  /* The gap of a row that lies nearest; lines that share one run side by side in it. */
  function through({ gaps }, x) {
    const best = gaps.reduce((one, other) => (Math.abs(other.x - x) < Math.abs(one.x - x) ? other : one));
    best.used += 1;
    return best.x + ((best.used * 3) % 11) - 5;
  }

  /* Where on the edge of its card each line begins and ends, so that no two meet there. */
  function ports(lines, places) {
    const sides = new Map();
    const join = (one, end, other, below) => {
      const key = `${end} ${below}`;
      if (!sides.has(key)) sides.set(key, []);
      sides.get(key).push({ one, end, towards: places.get(other).x });
    };
    for (const one of lines) {
      const level = places.get(one.target).y - places.get(one.source).y;
      join(one, one.source, one.target, level >= 0);
      join(one, one.target, one.source, level <= 0);
    }
    const found = new Map();
    for (const [key, ends] of sides) {
      const below = key.endsWith("true");
      const apart = Math.min(16, (WIDTH - 26) / ends.length);
      ends.sort((a, b) => a.towards - b.towards || (a.one.id < b.one.id ? -1 : 1));
      ends.forEach(({ one, end }, at) => {
        const { x, y } = places.get(end);
        const port = { x: x + (at - (ends.length - 1) / 2) * apart, y: y + (below ? HEIGHT / 2 : -HEIGHT / 2) };
        found.set(`${one.id} ${end}`, port);
      });
    }
    return found;
  }

  /* Beneath the cards of its row, from one to the other. */
  function beneath(from, to) {
    const deep = 9 + Math.min(5, Math.abs(to.x - from.x) / 120);
    return [from, { x: from.x, y: from.y + deep * 1.6 }, { x: to.x, y: to.y + deep * 1.6 }, to];
  }

  function down(from, to, rows) {
    const points = [from];
    let here = from;
    for (const row of rows.filter(({ y }) => y > from.y && y < to.y)) {
      const share = (row.y - here.y) / (to.y - here.y);
      const x = through(row, here.x + (to.x - here.x) * share);
      const top = { x, y: row.y - HEIGHT / 2 - CLEAR };
      here = { x, y: row.y + HEIGHT / 2 + CLEAR };
      points.push(...bend(points[points.length - 1], top), ...bend(top, here));
    }
    points.push(...bend(here, to));
    return points;
  }

  function way(one, places, found, rows) {
    const [from, to] = [one.source, one.target].map((id) => found.get(`${one.id} ${id}`));
    const level = places.get(one.target).y - places.get(one.source).y;
    if (level === 0) return beneath(from, to);
    return level > 0 ? down(from, to, rows) : down(to, from, rows).reverse();
  }

  /* The points of each line, by its id: a first one, then three for each curve. */
  function between(lines, places) {
    const joining = lines.filter((one) => one.source !== one.target);
    const found = ports(joining, places);
    const rows = joining.length > MOST ? [] : rowsOf(places);
    return new Map(joining.map((one) => [one.id, way(one, places, found, rows)]));
  }

  function edge(from, to) {
    const [dx, dy] = [to.x - from.x, to.y - from.y];
    const share = Math.min(WIDTH / 2 / Math.max(Math.abs(dx), 0.01), HEIGHT / 2 / Math.max(Math.abs(dy), 0.01), 0.5);
    return { x: from.x + dx * share, y: from.y + dy * share };
  }

  /* Straight lines, from the edge of one card to the edge of the other; those that join the same two bend apart. */
  function straight(lines, places) {
    const beside = new Map();
    const paths = new Map();
    for (const one of lines.filter(({ source, target }) => source !== target)) {
      const pair = [one.source, one.target].sort().join(" ");
      const at = beside.get(pair) || 0;
      beside.set(pair, at + 1);
      const [a, b] = [places.get(one.source), places.get(one.target)];
      const [from, to] = [edge(a, b), edge(b, a)];
      const off = (one.source < one.target ? 1 : -1) * Math.ceil(at / 2) * (at % 2 ? 26 : -26);
      const long = Math.hypot(to.x - from.x, to.y - from.y) || 1;
      const [ox, oy] = [((from.y - to.y) / long) * off, ((to.x - from.x) / long) * off];
      const steer = (share) => ({ x: from.x + (to.x - from.x) * share + ox, y: from.y + (to.y - from.y) * share + oy });
      paths.set(one.id, [from, steer(1 / 3), steer(2 / 3), to]);
    }
    return paths;
  }

  return { between, straight };
})();
