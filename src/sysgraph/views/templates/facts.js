"use strict";

/* The facts of the page, as its two data blocks hold them, and how they hang together. */
const facts = (() => {
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const data = read("facts-data");
  const network = read("network-data");
  const byName = (list) => new Map(list.map((one) => [one.name, one]));
  const byId = (list) => new Map(list.map((one) => [one.id, one]));

  const nodes = byId(data.nodes);
  const relationships = byId(data.relationships);
  const touching = new Map(data.nodes.map((node) => [node.id, []]));
  for (const one of data.relationships) {
    touching.get(one.source).push(one);
    if (one.target !== one.source) touching.get(one.target).push(one);
  }
  for (const drawn of network.nodes) {
    Object.assign(nodes.get(drawn.id), { level: drawn.level, order: drawn.order });
  }

  return {
    glance: data.glance,
    bands: data.bands,
    evidence: data.evidence,
    kinds: byName(data.kinds),
    types: byName(data.types),
    nodes,
    relationships,
    chained: data.chained,
    rules: data.rules,
    gaps: data.gaps,
    layered: network.layered,
    drawn: byId(network.nodes),
    options: network.options,
    /* The relationships that have the node at one of their ends. */
    of: (id) => touching.get(id) || [],
    other: (one, id) => (one.source === id ? one.target : one.source),
    inOrder: [...nodes.values()].sort((a, b) => a.order - b.order),
  };
})();
