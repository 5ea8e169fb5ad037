import type { FlowDefinition, TableDefinition } from "./definition.ts";
import type { JsonEventDefinition } from "./json-event-definition.ts";

/** A flow of any family: a tree of records, a table, or JSON events. */
export type AnyFlow = FlowDefinition | TableDefinition | JsonEventDefinition;
