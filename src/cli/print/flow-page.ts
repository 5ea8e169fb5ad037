import type {
  FieldDefinition,
  FlowDefinition,
  GroupDefinition,
} from "../../catalogue/definition.ts";
import { countName, formatName } from "../../catalogue/describe/format-name.ts";
import { messageText } from "../../catalogue/describe/message-text.ts";
import { routesBySender } from "../../catalogue/describe/routes.ts";

/** Codes shown of a field before the rest is counted. */
const mostCodes = 8;

/** A flow for people to read on a terminal: facts, routes, the tree with its fields. */
export function flowPage(flow: FlowDefinition): string[] {
  return [
    `${flow.flow} version ${flow.version}: ${flow.name}`,
    `Family ${flow.family}; ${messageText(flow)}`,
    ...(flow.withdrawn ? ["Withdrawn from the catalogue; old files are still read"] : []),
    ...routeLines(flow),
    "",
    "? may be empty   - always empty   ~ format inferred from a like item   codes are advisory",
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
  const width = Math.max(0, ...group.fields.map(({ name }) => name.length));
  const formatWidth = Math.max(0, ...group.fields.map((field) => format(field).length));
  const fields = group.fields.map((field) => {
    const cells = [
      field.name.padEnd(width),
      (field.item ?? "").padEnd(5),
      format(field).padEnd(formatWidth),
      codes(field),
    ];
    return `${indent}  ${mark(field)} ${cells.join("  ")}`.trimEnd();
  });
  const below = group.groups.flatMap((child) => groupLines(child, depth + 1));
  return ["", `${indent}${title}  [${marks.join(", ")}]`, ...fields, ...below];
}

function mark({ unused, required }: FieldDefinition): string {
  if (unused) return "-";
  return required ? " " : "?";
}

function format(field: FieldDefinition): string {
  return `${field.inferred ? "~" : ""}${formatName(field)}`;
}

function codes({ codes: all, format: { kind } }: FieldDefinition): string {
  if (all === null || kind === "boolean") return "";
  const shown = all.slice(0, mostCodes).join(" ");
  return all.length > mostCodes ? `${shown} … ${all.length} codes` : shown;
}
