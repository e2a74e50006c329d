"use strict";

/* The reporting line of an actor: whom it answers to, whom those answer to, where that stops and where it goes round. */
const chains = (() => {
  const DEEPEST = 8;
  const TO_ANSWER = new Set(["Board", "Partnership", "Plan", "PooledBudget"]);
  const rules = new Map(facts.chained.map((rule) => [rule.type, rule]));

  /* The steps that lead up from a node: each with the relationship it rests on and the node above. */
  function steps(id) {
    const found = [];
    for (const one of facts.of(id)) {
      const rule = rules.get(one.type);
      if (!rule || one.source === one.target || (rule.up ? one.source : one.target) !== id) continue;
      if (rule.below && !rule.below.includes(facts.nodes.get(id).kind)) continue;
      found.push({ one, to: rule.up ? one.target : one.source });
    }
    return found.sort((a, b) => sentences.compare(a.to, b.to) || (a.one.id < b.one.id ? -1 : 1));
  }

  function ending(to, path, shown) {
    if (path.includes(to)) return "circle";
    if (shown.has(to)) return steps(to).length ? "above" : "";
    return path.length >= DEEPEST ? "deeper" : "";
  }

  /* The line as a tree. A step that leads back to where it came from is marked and not followed. */
  function climb(start) {
    const shown = new Set();
    const grow = (at, path) => {
      shown.add(at);
      return steps(at).map(({ one, to }) => {
        const end = ending(to, path, shown);
        return { one, to, end, beyond: end ? [] : grow(to, [...path, to]) };
      });
    };
    return grow(start, [start]);
  }

  /* All that a line is made of: how far up each node stands, the relationships, those that close a circle. */
  function line(start) {
    const far = new Map([[start, 0]]);
    const lines = new Set();
    const circles = new Set();
    const walk = (branches, depth) => {
      for (const { one, to, end, beyond } of branches) {
        lines.add(one.id);
        if (end === "circle") circles.add(one.id);
        else far.set(to, Math.max(far.get(to) || 0, depth));
        walk(beyond, depth + 1);
      }
    };
    walk(climb(start), 1);
    return { start, far, lines, circles };
  }

  /* The upper and the lower end of a relationship that is part of a line. */
  const ends = (one) => (rules.get(one.type).up ? [one.target, one.source] : [one.source, one.target]);

  /* Whether no document read says to whom this answers, though it is of a sort that answers to somebody. */
  const stops = (id) => TO_ANSWER.has(facts.nodes.get(id).kind) && !steps(id).length;

  const last = (id) => !steps(id).length;

  return { climb, line, ends, last, stops };
})();
