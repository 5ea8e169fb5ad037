import type { FlowDefinition, GroupDefinition } from "../../catalogue/definition.ts";
import { countName } from "../../catalogue/describe/format-name.ts";
import { messageText } from "../../catalogue/describe/message-text.ts";
import { namesText } from "../../catalogue/describe/names-text.ts";
import { routesBySender } from "../../catalogue/describe/routes.ts";
import { fieldLegend, fieldRows } from "./field-row.ts";

/** A flow of records for people to read on a terminal: facts, routes, the tree with its fields. */
export function flowPage(flow: FlowDefinition): string[] {
  return [
    `${flow.flow} version ${flow.version}: ${flow.name}`,
    `Family ${flow.family}; ${messageText(flow)}`,
    ...(flow.withdrawn ? ["Withdrawn from the catalogue; old files are still read"] : []),
    ...(flow.partial ? ["Known in part; other records and further fields are kept as sent"] : []),
    ...namesText(flow),
    ...routeLines(flow),
    "",
    fieldLegend,
    ...flow.groups.flatMap((group) => groupLines(group, 0)),
  ];
}

function routeLines(flow: FlowDefinition): string[] {
  const routes = routesBySender(flow);
  const width = Math.max(0, ...routes.map(({ from }) => from.length));
  const lines = routes.map(({ from, to }) => `  ${from.padEnd(width)} -> ${to.join(", ")}`);
  return lines.length === 0 ? [] : ["", "Routes", ...lines];
}

function groupLines(group: GroupDefinition, depth: number): string[] {
  const indent = "   ".repeat(depth);
  const title = [group.code, group.name].filter(Boolean).join(" ");
  const marks = [
    countName(group),
    ...(group.conditional ? ["conditional"] : []),
    ...(group.message ? ["message"] : []),
  ];
  const below = group.groups.flatMap((child) => groupLines(child, depth + 1));
  const fields = fieldRows(group.fields, `${indent}  `);
  return ["", `${indent}${title}  [${marks.join(", ")}]`, ...fields, ...below];
}
