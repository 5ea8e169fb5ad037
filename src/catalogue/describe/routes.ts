import type { FlowDefinition } from "../definition.ts";

/** The roles a role may send a flow to. */
export interface RoutesFrom {
  readonly from: string;
  readonly to: readonly string[];
}

/** The routes of a flow by sending role, in the catalogue's order. */
export function routesBySender({ routes }: FlowDefinition): readonly RoutesFrom[] {
  const bySender = Map.groupBy(routes, ([from]) => from);
  return [...bySender].map(([from, found]) => ({ from, to: found.map(([, to]) => to) }));
}
