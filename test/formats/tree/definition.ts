import type {
  Catalogue,
  FieldDefinition,
  FlowDefinition,
  GroupDefinition,
} from "../../../src/catalogue/definition.ts";

import { treeRow } from "../../../src/definitions/tree-rows.ts";

/** A field of any text. */
export function field(key: string, more: Partial<FieldDefinition> = {}): FieldDefinition {
  return {
    item: null,
    name: key,
    key,
    format: { kind: "any" },
    inferred: false,
    required: false,
    unused: false,
    codes: null,
    personal: false,
    ...more,
  };
}

/** A group of one field called `text` that may occur any number of times. */
export function group(code: string, more: Partial<GroupDefinition> = {}): GroupDefinition {
  return {
    code,
    name: `Group ${code}`,
    key: `group${code}`,
    min: 0,
    max: null,
    counts: null,
    conditional: false,
    message: false,
    subject: null,
    fields: [field("text")],
    groups: [],
    ...more,
  };
}

/** A catalogue of one flow, D0001 version 001. */
export function catalogueOf(groups: readonly GroupDefinition[]): Catalogue {
  const definition: FlowDefinition = {
    flow: "D0001",
    version: "001",
    name: "A flow made up for a test",
    routes: [],
    family: "user-file",
    rules: treeRow("user-file").rules,
    withdrawn: false,
    partial: false,
    groups,
  };
  return {
    find: (flow, version) => (flow === "D0001" ? { definition, exact: version === "001" } : null),
    list: () => [definition],
    tables: () => [],
    jsonEvents: () => [],
    item: () => null,
  };
}
