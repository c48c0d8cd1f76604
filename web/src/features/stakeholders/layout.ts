import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from "d3-force";

export interface Place {
  id: string;
  x: number | null;
  y: number | null;
}
interface Node extends SimulationNodeDatum {
  id: string;
}
export interface Tie {
  from: string;
  to: string;
}

/** Where everybody stands in the picture of relations. Whom the team has put somewhere stays there; the others find their
 * place around them, always the same one: nothing in it is left to chance. */
export function layOut(places: readonly Place[], ties: readonly Tie[]): Map<string, [number, number]> {
  const spread = Math.max(260, Math.sqrt(places.length) * 62);
  const nodes: Node[] = places.map(({ id, x, y }) =>
    x === null || y === null ? { id } : { id, x, y, fx: x, fy: y },
  );
  const there = new Set(places.map((one) => one.id));
  const links = ties
    .filter((tie) => there.has(tie.from) && there.has(tie.to))
    .map((tie) => ({ source: tie.from, target: tie.to }));
  const large = places.length > 400;
  const simulation = forceSimulation<Node>(nodes)
    .force(
      "link",
      forceLink<Node, { source: string; target: string }>(links)
        .id((node) => node.id)
        .distance(large ? 46 : 84),
    )
    .force(
      "charge",
      forceManyBody()
        .strength(large ? -60 : -240)
        .theta(large ? 1.1 : 0.9)
        .distanceMax(spread * 2),
    )
    .force("collide", forceCollide(large ? 12 : 26))
    // Those without any relation are drawn in, or they would drift off the sheet.
    .force("x", forceX(0).strength(0.07))
    .force("y", forceY(0).strength(0.09))
    .stop();
  const rounds = large ? 110 : 260;
  for (let n = 0; n < rounds; n += 1) simulation.tick();
  return new Map(
    simulation
      .nodes()
      .map((node) => [node.id, [Math.round(node.x ?? 0), Math.round(node.y ?? 0)] as [number, number]]),
  );
}
