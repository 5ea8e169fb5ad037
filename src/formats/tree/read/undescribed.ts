import type { FlowDefinition } from "../../../catalogue/definition.ts";
import { familyRules, type TreeFamily } from "../../../catalogue/flow-rules.ts";

/** A definition for a flow of which nothing is known: every record is kept as it is, all in one message. */
export function undescribed(family: TreeFamily, flow: string): FlowDefinition {
  return {
    flow,
    version: "",
    name: "",
    family,
    rules: familyRules[family],
    routes: [],
    withdrawn: false,
    partial: true,
    groups: [],
  };
}
