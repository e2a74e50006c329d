"use strict";

/* Which nodes and relationships the chosen view and filters let through. */
const views = (() => {
  const hidden = (chosen) => chosen.hidden[chosen.mode];
  const without = (chosen) => chosen.without[chosen.mode];

  function lets(chosen, id) {
    const node = facts.nodes.get(id);
    return !hidden(chosen).has(node.kind) && facets.lets(chosen, node);
  }

  const letsLine = (chosen, one) => !without(chosen).has(one.type) && facets.letsLine(chosen, one);

  /* The ends of a relationship, or the node itself. */
  function ends(id) {
    const one = facts.relationships.get(id);
    return one ? [one.source, one.target] : facts.nodes.has(id) ? [id] : [];
  }

  function relationships(chosen) {
    const shown = (one) => letsLine(chosen, one) && lets(chosen, one.source) && lets(chosen, one.target);
    return [...facts.relationships.values()].filter(shown);
  }

  function among(ids, chosen) {
    const inside = (one) => letsLine(chosen, one) && ids.has(one.source) && ids.has(one.target);
    return [...facts.relationships.values()].filter(inside);
  }

  function step(ids, chosen) {
    const next = new Set();
    for (const id of ids) {
      for (const one of facts.of(id)) {
        const other = facts.other(one, id);
        if (letsLine(chosen, one) && lets(chosen, other)) next.add(other);
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

  /* The blocks of who answers to whom: as many as can be read at once, or all; what is filtered out leaves its place. */
  function layered(chosen, choose) {
    const cards = (some) => some.flatMap((block) => Object.keys(block.cards)).filter((id) => lets(chosen, id));
    const some = blocks.all.filter((block) => cards([block]).length);
    const best = chosen.all || !some.length ? some : choose(some);
    const nodes = cards(best).map((id) => facts.nodes.get(id));
    const ids = new Set(nodes.map((node) => node.id));
    const laid = new Set(best.flatMap((block) => Object.keys(block.lines)));
    const lines = among(ids, chosen).filter((one) => laid.has(one.id));
    return { nodes, lines, blocks: best, total: cards(some).length, worth: -1, titles: [], levels: new Map() };
  }

  /* A reporting line alone, a layer for each step up. */
  function chain(chosen) {
    const { far, lines } = chains.line(chosen.line);
    const top = Math.max(...far.values());
    const nodes = [...far].map(([id, steps]) => ({ ...facts.nodes.get(id), level: top - steps }));
    const titles = nodes.length ? Array.from({ length: top + 1 }, (_, level) => stepsUp(top - level)) : [];
    const levels = new Map();
    for (const { level } of nodes) levels.set(level, (levels.get(level) || 0) + 1);
    const drawnLines = [...lines].map((id) => facts.relationships.get(id));
    return { nodes, lines: drawnLines, levels, titles, total: nodes.length, worth: nodes.length };
  }

  const stepsUp = (steps) => (steps ? dom.count(steps, "step up", "steps up") : "The line of");

  /* What is drawn: all of it if asked for, else as many of the best connected as can be read at once. */
  function drawn(chosen, choose, chooseBlocks) {
    if (chosen.mode === "lines") return layered(chosen, chooseBlocks);
    if (chosen.mode === "around" && chosen.line) return chain(chosen);
    const { nodes, worth } = ranked(chosen);
    const best = chosen.all ? nodes : choose(worth);
    const ids = new Set(best.map((node) => node.id));
    const levels = new Map();
    for (const { level } of nodes) levels.set(level, (levels.get(level) || 0) + 1);
    return { nodes: best, lines: among(ids, chosen), levels, titles: facts.bands, total: nodes.length, worth: worth.length };
  }

  return { ends, lets, relationships, drawn };
})();
