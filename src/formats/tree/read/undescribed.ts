import type { FlowDefinition } from "../../../catalogue/definition.ts";
import { type TreeFamily, treeFamily } from "../../../catalogue/tree-families.ts";

/** A definition for a flow of which nothing is known: every record is kept as it is, all in one message. */
export function undescribed(family: TreeFamily, flow: string): FlowDefinition {
  return {
    flow,
    version: "",
    name: "",
    family,
    rules: treeFamily(family).rules,
    routes: [],
    withdrawn: false,
    partial: true,
    groups: [],
  };
}
