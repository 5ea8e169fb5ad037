import type { TableDefinition } from "../../definition.ts";
import { kindsText } from "../../identifier.ts";
import { columnFormat } from "../column-format.ts";
import { cell } from "./markdown-cell.ts";

/** A page in Markdown about a table: facts, then its columns with their names in data. */
export function tableMarkdown(table: TableDefinition): string {
  const { flow, version, name, family, columns, groupBy, subject, charset, trim } = table;
  const keys = groupBy.map((key) => `\`${key}\``).join(", ");
  const message = groupBy.length === 0 ? "each row" : `rows in a row that agree in ${keys}`;
  const facts = [
    `- Version: ${version}`,
    `- Family: ${family}, ${charset}`,
    `- Message: ${message}`,
    ...(trim ? ["- Blanks around values are left out"] : []),
    ...(subject === null ? [] : [`- About: the ${kindsText(subject)} in \`${subject.column}\``]),
  ];
  const rows = columns.map((column) => {
    const names = [column.name, ...column.aliases].map(cell).join(" or ");
    const place = column.line ? `lines[].${column.key}` : column.key;
    const filled = column.required ? "yes" : "may be empty";
    const codes = column.codes?.map(cell).join(", ") ?? "";
    return `| ${names} | \`${place}\` | ${columnFormat(column)} | ${filled} | ${codes} |`;
  });
  const head = "| column | in data | format | filled | codes |\n| --- | --- | --- | --- | --- |";
  return `# ${flow} ${cell(name)}\n\n${facts.join("\n")}\n\n## Columns\n\n${head}\n${rows.join("\n")}\n`;
}
