"use strict";

/* Which nodes and relationships the chosen view and filters let through. */
const views = (() => {
  const hidden = (chosen) => chosen.hidden[chosen.mode];
  const without = (chosen) => chosen.without[chosen.mode];
  const lets = (chosen, id) => !hidden(chosen).has(facts.nodes.get(id).kind);

  /* The ends of a relationship, or the node itself. */
  function ends(id) {
    const one = facts.relationships.get(id);
    return one ? [one.source, one.target] : facts.nodes.has(id) ? [id] : [];
  }

  function relationships(chosen) {
    const shown = (one) => !without(chosen).has(one.type) && lets(chosen, one.source) && lets(chosen, one.target);
    return [...facts.relationships.values()].filter(shown);
  }

  function among(ids, chosen) {
    const inside = (one) => !without(chosen).has(one.type) && ids.has(one.source) && ids.has(one.target);
    return [...facts.relationships.values()].filter(inside);
  }

  function step(ids, chosen) {
    const next = new Set();
    for (const id of ids) {
      for (const one of facts.of(id)) {
        const other = facts.other(one, id);
        if (!without(chosen).has(one.type) && lets(chosen, other)) next.add(other);
      }
    }
    return next;
  }

  /* How many steps each node stands from the centre, as far as the chosen depth goes. */
  function distances(chosen) {
    const far = new Map(ends(chosen.centre).map((id) => [id, 0]));
    let edge = [...far.keys()];
    for (let depth = 1; depth <= chosen.depth; depth += 1) {
      edge = [...step(edge, chosen)].filter((id) => !far.has(id));
      for (const id of edge) far.set(id, depth);
    }
    return far;
  }

  function candidates(chosen) {
    if (chosen.mode === "around") return distances(chosen);
    return new Map(facts.inOrder.filter((node) => lets(chosen, node.id)).map((node) => [node.id, 0]));
  }

  function neighbours(lines) {
    const found = new Map();
    const join = (id, other) => (found.has(id) ? found.get(id).add(other) : found.set(id, new Set([other])));
    for (const one of lines) {
      join(one.source, one.target);
      join(one.target, one.source);
    }
    return found;
  }

  /* The nodes in their order, but none comes alone: the best of those it is joined to comes with it. */
  function inCompany(nodes, near) {
    const place = new Map(nodes.map((node, at) => [node.id, at]));
    const taken = new Set();
    for (const { id } of nodes) {
      taken.add(id);
      const others = [...near.get(id)];
      if (!others.some((other) => taken.has(other))) {
        taken.add(others.reduce((best, other) => (place.get(other) < place.get(best) ? other : best)));
      }
    }
    return [...taken].map((id) => facts.nodes.get(id));
  }

  /* All that may be drawn, and of that what is worth drawing, best first: near the centre before far from it, much
     connected before little; last what is connected only to kinds that are filtered out. */
  function ranked(chosen) {
    const far = candidates(chosen);
    const near = neighbours(among(far, chosen).filter((one) => one.source !== one.target));
    const rank = (a, b) =>
      far.get(a.id) - far.get(b.id) || facts.of(b.id).length - facts.of(a.id).length || a.order - b.order;
    const nodes = [...far.keys()].map((id) => facts.nodes.get(id)).sort(rank);
    const joined = nodes.filter((node) => near.has(node.id));
    const elsewhere = nodes.filter((node) => !near.has(node.id) && facts.of(node.id).length);
    const worth = [...inCompany(joined, near), ...elsewhere];
    return { nodes, worth: worth.length ? worth : nodes };
  }

  /* What is drawn: all of it if asked for, else as many of the best connected as can be read at once. */
  function drawn(chosen, choose) {
    const { nodes, worth } = ranked(chosen);
    const best = chosen.all ? nodes : choose(worth);
    const ids = new Set(best.map((node) => node.id));
    const levels = new Map();
    for (const { level } of nodes) levels.set(level, (levels.get(level) || 0) + 1);
    return { nodes: best, lines: among(ids, chosen), levels, total: nodes.length, worth: worth.length };
  }

  return { ends, lets, relationships, drawn };
})();
