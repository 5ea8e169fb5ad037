import type { FlowDefinition } from "../../../catalogue/definition.ts";
import type { Frame } from "./frame.ts";

/** A definition for a flow of which nothing is known: every record is kept as it is, all in one message. */
export function undescribed({ family, row }: Frame, flow: string): FlowDefinition {
  return {
    flow,
    version: "",
    name: "",
    family,
    rules: row.rules,
    routes: [],
    withdrawn: false,
    partial: true,
    groups: [],
  };
}
