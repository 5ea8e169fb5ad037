import { z } from "zod";
import { jsonEventDefinition } from "./json-event-schema.ts";
import { tableDefinition } from "./table-schema.ts";
import { treeDefinition } from "./tree-schema.ts";

const families = [
  ...treeDefinition.shape.family.options,
  tableDefinition.shape.family.value,
  jsonEventDefinition.shape.family.value,
];

/** A flow of any family, as people write it. */
export const definition = z.discriminatedUnion(
  "family",
  [treeDefinition, tableDefinition, jsonEventDefinition],
  {
    error: ({ input }) =>
      typeof input === "object" && input !== null && !Array.isArray(input)
        ? `must be one of ${families.join(", ")}`
        : "must be names with values, such as family: uk-link",
  },
);

/** A definition as people write it. */
export type WrittenDefinition = z.infer<typeof definition>;

/** The published form of a file of definitions, as JSON Schema (draft 2020-12): one definition, or a list of them. */
export function definitionJsonSchema(): object {
  const one = z.toJSONSchema(definition, { target: "draft-2020-12", io: "input" });
  const { $schema, $defs = {}, ...rest } = one;
  return {
    $schema,
    $id: "flow-definition.schema.json",
    title: "Flow definitions of Busbar",
    description: "One definition of a flow, or a list of them. See docs/guides/own-catalogue.md.",
    anyOf: [
      { $ref: "#/$defs/definition" },
      { type: "array", items: { $ref: "#/$defs/definition" } },
    ],
    $defs: { ...$defs, definition: rest },
  };
}
