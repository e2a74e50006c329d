"use strict";

/* What can be filtered besides kinds and types: places, documents, the status of actions. */
const facets = (() => {
  const NONE = "";
  const placed = new Set([...facts.nodes.values()].filter((node) => node.place).map((node) => node.kind));
  const cited = (numbers) => numbers.map((at) => facts.evidence[at]).filter((one) => !one.source);
  const papers = (one) => [...new Set(cited(one.evidence).map(({ document }) => document))];
  const around = (node) => [...new Set([node, ...facts.of(node.id)].flatMap(papers))];
  const spoken = new Map([...facts.nodes.values()].map((node) => [node.id, around(node)]));

  const FACETS = [
    { key: "place", title: "Places", none: "no place stated", of: (node) => (placed.has(node.kind) ? [node.place] : []) },
    { key: "document", title: "Documents", none: "", of: (node) => spoken.get(node.id) },
    { key: "rag", title: "Status of actions (RAG)", none: "no status", of: (node) => (node.rag === null ? [] : [node.rag]) },
  ];

  function values({ of }) {
    const counts = new Map();
    for (const node of facts.nodes.values()) {
      for (const value of of(node)) counts.set(value, (counts.get(value) || 0) + 1);
    }
    const order = new Intl.Collator("en-GB", { numeric: true });
    return [...counts].sort(([a], [b]) => (a === NONE) - (b === NONE) || order.compare(a, b));
  }

  /* Those in which there is anything to choose. */
  const all = FACETS.map((facet) => ({ ...facet, values: values(facet) })).filter((facet) => facet.values.length > 1);

  /* Whether a node is of any value that is not filtered out; what has none is not filtered. */
  function lets(chosen, node) {
    return all.every(({ key, of }) => {
      const out = chosen.out[key];
      if (!out.size) return true;
      const held = of(node);
      return !held.length || held.some((value) => !out.has(value));
    });
  }

  /* A relationship needs a document that is let through. */
  function letsLine(chosen, one) {
    const out = chosen.out.document;
    if (!out.size) return true;
    const held = papers(one);
    return !held.length || held.some((value) => !out.has(value));
  }

  return { all, keys: FACETS.map(({ key }) => key), lets, letsLine };
})();
