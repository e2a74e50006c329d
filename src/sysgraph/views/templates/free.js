"use strict";

/* A layout by forces: what is joined draws together, all else keeps apart. It is worked out at once and then stands
   still: the same view has the same picture, on the screen and on paper. */
const free = (() => {
  const { width: WIDTH, height: HEIGHT } = seats.CARD;
  const APART = 72;
  const WIDER = 1.8;
  const WORK = 12e6;
  const PULL = 0.02;
  const [ROOM_X, ROOM_Y] = [WIDTH + 18, HEIGHT + 20];
  const MARGIN = 16;
  const LARGEST = 1.15;
  const GOLDEN = Math.PI * (3 - Math.sqrt(5));

  const spiral = (at) => ({ x: Math.cos(at * GOLDEN) * APART * Math.sqrt(at), y: Math.sin(at * GOLDEN) * APART * Math.sqrt(at) });

  function push(all, moves) {
    for (let i = 0; i < all.length; i += 1) {
      for (let j = i + 1; j < all.length; j += 1) {
        const [dx, dy] = [all[i].x - all[j].x, all[i].y - all[j].y];
        const strength = (APART * APART) / Math.max(dx * dx + dy * dy, 1);
        moves[i].x += dx * strength;
        moves[i].y += dy * strength;
        moves[j].x -= dx * strength;
        moves[j].y -= dy * strength;
      }
    }
  }

  function pull(pairs, all, moves) {
    for (const [i, j] of pairs) {
      const [dx, dy] = [all[i].x - all[j].x, all[i].y - all[j].y];
      const strength = Math.hypot(dx, dy) / APART;
      moves[i].x -= dx * strength;
      moves[i].y -= dy * strength;
      moves[j].x += dx * strength;
      moves[j].y += dy * strength;
    }
  }

  function settle(all, pairs) {
    const rounds = Math.max(12, Math.min(260, Math.round(WORK / (all.length ** 2 + 1))));
    const inwards = 0.3 + PULL * all.length;
    for (let round = 0; round < rounds; round += 1) {
      const moves = all.map(({ x, y }) => ({ x: -x * inwards, y: -y * inwards }));
      push(all, moves);
      pull(pairs, all, moves);
      const most = APART * 2 * (1 - round / rounds) + 1;
      all.forEach((one, at) => {
        const long = Math.hypot(moves[at].x, moves[at].y) || 1;
        one.x += (moves[at].x / long) * Math.min(long, most);
        one.y += (moves[at].y / long) * Math.min(long, most);
      });
    }
  }

  /* Pushes cards apart that lie on one another, along the shorter way; whether any did. */
  function part(all) {
    let moved = false;
    const byX = [...all].sort((a, b) => a.x - b.x);
    byX.forEach((one, i) => {
      for (let j = i + 1; j < byX.length && byX[j].x - one.x < ROOM_X; j += 1) {
        const other = byX[j];
        const [x, y] = [ROOM_X - Math.abs(other.x - one.x), ROOM_Y - Math.abs(other.y - one.y)];
        if (x <= 0.01 || y <= 0.01) continue;
        moved = true;
        const axis = x < y ? "x" : "y";
        const by = ((Math.min(x, y) + 0.5) / 2) * (other[axis] >= one[axis] ? 1 : -1);
        one[axis] -= by;
        other[axis] += by;
      }
    });
    return moved;
  }

  /* The same as `seats.seat` gives, without rows and bands. */
  function seat(nodes, joined, box) {
    const all = nodes.map((_, at) => spiral(at));
    const place = new Map(nodes.map((node, at) => [node.id, at]));
    settle(all, joined.filter((one) => one.source !== one.target).map((one) => [place.get(one.source), place.get(one.target)]));
    for (const one of all) one.x *= WIDER;
    for (let sweep = 0; sweep < 400 && part(all); sweep += 1);
    const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)];
    const span = (some, card) => Math.max(...some, 0) - Math.min(...some, 0) + card + 2 * MARGIN;
    const [width, height] = [span(xs, WIDTH), span(ys, HEIGHT)];
    const middle = { x: (Math.max(...xs, 0) + Math.min(...xs, 0)) / 2, y: (Math.max(...ys, 0) + Math.min(...ys, 0)) / 2 };
    const places = new Map(nodes.map((node, at) => [node.id, all[at]]));
    const zoom = Math.min(box.width / width, box.height / height, LARGEST);
    return { places, bands: [], width, heading: 0, middle, zoom };
  }

  return { seat };
})();
