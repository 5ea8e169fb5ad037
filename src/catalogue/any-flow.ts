import type { Catalogue, FlowDefinition, ListedFlow, TableDefinition } from "./definition.ts";
import type { JsonEventDefinition } from "./json-event-definition.ts";

/** A flow of any family: a tree of records, a table, or JSON events. */
export type AnyFlow = FlowDefinition | TableDefinition | JsonEventDefinition;

/** The definition of a flow that the catalogue lists; null when it is not there. */
export function listedDefinition(catalogue: Catalogue, listed: ListedFlow): AnyFlow | null {
  const { flow, version, family } = listed;
  const isIt = (one: AnyFlow) => one.flow === flow && one.version === version;
  switch (family) {
    case "headed-csv":
      return catalogue.tables().find(isIt) ?? null;
    case "json-event":
      return catalogue.jsonEvents().find(isIt) ?? null;
    default:
      return catalogue.find(flow, version)?.definition ?? null;
  }
}
