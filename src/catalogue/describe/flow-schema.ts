import type { AnyFlow } from "../any-flow.ts";
import type { CodeLabels } from "../definition.ts";
import { eventSchema } from "./event-schema.ts";
import { jsonSchema } from "./json-schema.ts";
import type { JsonSchema } from "./schema-head.ts";
import { tableSchema } from "./table-schema.ts";

/** A JSON Schema (draft 2020-12) of the data of a flow's messages, whatever its family. */
export function flowSchema(flow: AnyFlow, labels: (item: string) => CodeLabels): JsonSchema {
  if ("groups" in flow) return jsonSchema(flow, labels);
  return "columns" in flow ? tableSchema(flow) : eventSchema(flow);
}
