import type { JsonEventDefinition } from "../../json-event-definition.ts";
import { eventsOf, formOf, presenceOf } from "../field-form.ts";
import { cell } from "./markdown-cell.ts";

/** A page in Markdown about JSON events: facts, then the members that are known. */
export function eventMarkdown(event: JsonEventDefinition): string {
  const { flow, version, name, family, discriminator, items, subject, fields } = event;
  const facts = [
    `- Version: ${version}`,
    `- Family: ${family}`,
    `- Known by: \`${discriminator.path}\` ${discriminator.values.map(cell).join(", ")}`,
    `- Message: ${items === null ? "each event" : `each of \`${items}\``}`,
    ...(subject === null
      ? []
      : [`- About: ${subject.paths.map((path) => `\`${path}\``).join(" or ")}`]),
  ];
  const rows = fields.map((field) => {
    const { path, type, codes, personal } = field;
    const events = eventsOf(field);
    const filled = presenceOf(field) + (events === null ? "" : ` (in ${cell(events)})`);
    const form = formOf(field);
    const listed = codes?.map(cell).join(", ") ?? (form === null ? "" : cell(form));
    return `| \`${path}\` | ${type}${personal ? ", personal data" : ""} | ${filled} | ${listed} |`;
  });
  const head = "| member | type | filled | values known, or form |\n| --- | --- | --- | --- |";
  return `# ${flow} ${cell(name)}\n\n${facts.join("\n")}\n\n## Members\n\nOther members are kept and not looked at.\n\n${head}\n${rows.join("\n")}\n`;
}
