import type { FlowDefinition, TableDefinition } from "../../catalogue/definition.ts";
import type { JsonEventDefinition } from "../../catalogue/json-event-definition.ts";
import type { ItemLookup } from "../../catalogue/load/resolve-item.ts";
import type { WrittenDefinition } from "./definition-schema.ts";
import { resolveJsonEvent } from "./resolve-json-event.ts";
import { resolveTable } from "./resolve-table.ts";
import { resolveTree } from "./resolve-tree.ts";

/** A definition of any family, as readers need it. */
export type AnyDefinition = FlowDefinition | TableDefinition | JsonEventDefinition;

/** A definition and the place it is in. */
export interface PlacedDefinition {
  /** The file; of users' definitions with line and column, counted from 1: `flows/gas.yaml:2:3`. */
  readonly place: string;
  readonly definition: AnyDefinition;
}

/** Makes a definition that `checkDefinition` finds nothing wrong with what readers need. */
export function resolveDefinition(
  file: string,
  written: WrittenDefinition,
  items: ItemLookup,
): AnyDefinition {
  switch (written.family) {
    case "headed-csv":
      return resolveTable(written, items);
    case "json-event":
      return resolveJsonEvent(written);
    default:
      return resolveTree(file, written, items);
  }
}

/** Whether it is a flow of records, which `find` gives. */
export function isTree(definition: AnyDefinition): definition is FlowDefinition {
  return "groups" in definition;
}

/** Whether it is a table. */
export function isTable(definition: AnyDefinition): definition is TableDefinition {
  return definition.family === "headed-csv";
}

/** Whether it is a JSON event. */
export function isJsonEvent(definition: AnyDefinition): definition is JsonEventDefinition {
  return definition.family === "json-event";
}
