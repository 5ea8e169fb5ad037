import type {
  CodeLabels,
  FieldDefinition,
  FlowDefinition,
  GroupDefinition,
} from "../../definition.ts";
import { countName, formatName } from "../format-name.ts";
import { messageText } from "../message-text.ts";
import { namesText } from "../names-text.ts";
import { routesBySender } from "../routes.ts";
import { cell } from "./markdown-cell.ts";

/** An item's codes as they are listed at the end of a page. */
interface CodeList {
  readonly heading: string;
  readonly codes: readonly string[];
  readonly labels: CodeLabels;
}

/** A page in Markdown about a flow: facts, routes, the tree, the fields of each group, the codes. */
export function markdownPage(flow: FlowDefinition, labels: (item: string) => CodeLabels): string {
  const lists = new Map<string, CodeList>();
  const groups = walk(flow.groups, []).map(({ group, path }) =>
    groupText(group, path, labels, lists),
  );
  const codes = [...lists.values()].map(codeText);
  return [
    head(flow),
    routes(flow),
    tree(flow),
    "## Fields\n",
    ...groups,
    ...(codes.length === 0
      ? []
      : ["## Codes\n\nThe lists are advisory: other values are taken.\n", ...codes]),
  ].join("\n");
}

function head(flow: FlowDefinition): string {
  const message = messageText(flow);
  const facts = [
    `- Version: ${flow.version}${flow.withdrawn ? " (withdrawn; old files are still read)" : ""}`,
    `- Family: ${flow.family}`,
    `- Message: ${message}`,
    ...(flow.partial ? ["- Known in part: other records and further fields are kept as sent"] : []),
    ...namesText(flow).map((text) => `- ${text}`),
  ];
  return `# ${flow.flow} ${cell(flow.name)}\n\n${facts.join("\n")}\n`;
}

function routes(flow: FlowDefinition): string {
  if (flow.routes.length === 0) return "";
  const rows = routesBySender(flow).map(({ from, to }) => `| ${from} | ${to.join(", ")} |`);
  return `## Routes\n\n| from | to |\n| --- | --- |\n${rows.join("\n")}\n`;
}

function tree(flow: FlowDefinition): string {
  const lines = walk(flow.groups, []).map(({ group, path }) => {
    const message = group.message ? ", a message" : "";
    return `${"  ".repeat(path.length)}${group.code} ${group.name} [${occurrences(group)}]${message}`;
  });
  return `## Groups\n\n\`\`\`text\n${lines.join("\n")}\n\`\`\`\n`;
}

function occurrences(group: GroupDefinition): string {
  return `${countName(group)}${group.conditional ? ", conditional" : ""}`;
}

function groupText(
  group: GroupDefinition,
  path: readonly GroupDefinition[],
  labels: (item: string) => CodeLabels,
  lists: Map<string, CodeList>,
): string {
  const place = path.length === 0 ? "" : ` Below ${path.map(({ code }) => code).join(" › ")}.`;
  const rows = group.fields.map((field, index) => {
    const list = codeList(field, labels);
    if (list !== null) lists.set(list.heading + list.codes.join(), list);
    const codes =
      list === null
        ? ""
        : list.codes
            .slice(0, 6)
            .map((code) => `\`${code}\``)
            .join(" ");
    const more = list !== null && list.codes.length > 6 ? " …" : "";
    const cells = [`${index + 1}`, cell(field.name), field.item ?? "", `\`${field.key}\``];
    return `| ${[...cells, format(field), filling(field), codes + more].join(" | ")} |`;
  });
  return [
    `### ${group.code} ${cell(group.name)}\n`,
    `Occurs: ${occurrences(group)}. ${inData(group)}${place}\n`,
    "| # | field | item | in data | format | | codes |",
    "| --- | --- | --- | --- | --- | --- | --- |",
    `${rows.join("\n")}\n`,
  ].join("\n");
}

function inData({ message, key }: GroupDefinition): string {
  return message ? "Each occurrence is a message." : `In data: \`${key}\`.`;
}

function format(field: FieldDefinition): string {
  return `${formatName(field)}${field.inferred ? " (inferred)" : ""}`;
}

function filling({ unused, required }: FieldDefinition): string {
  if (unused) return "always empty";
  return required ? "" : "optional";
}

function codeList(
  { codes, item, name, format: { kind } }: FieldDefinition,
  labels: (item: string) => CodeLabels,
): CodeList | null {
  if (codes === null || kind === "boolean") return null;
  const heading = item === null ? name : `${item} ${name}`;
  return { heading, codes, labels: item === null ? {} : labels(item) };
}

function codeText({ heading, codes, labels }: CodeList): string {
  const rows = codes.map((code) => `- \`${code}\`${labels[code] ? ` ${labels[code]}` : ""}`);
  return `### ${cell(heading)}\n\n${rows.join("\n")}\n`;
}

function walk(
  groups: readonly GroupDefinition[],
  path: readonly GroupDefinition[],
): { readonly group: GroupDefinition; readonly path: readonly GroupDefinition[] }[] {
  return groups.flatMap((group) => [{ group, path }, ...walk(group.groups, [...path, group])]);
}
