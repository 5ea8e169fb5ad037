import { eventsOf, formOf } from "../../catalogue/describe/field-form.ts";
import type {
  JsonEventDefinition,
  JsonFieldDefinition,
} from "../../catalogue/json-event-definition.ts";
import { codeList } from "./field-row.ts";

/** A flow of JSON events, for people to read on a terminal: how it is known, and the members that are. */
export function jsonEventPage(event: JsonEventDefinition): string[] {
  const { flow, version, name, family, discriminator, items, subject, fields } = event;
  const width = Math.max(0, ...fields.map(({ path }) => path.length));
  const typeWidth = Math.max(0, ...fields.map(({ type }) => type.length));
  const message = items === null ? "each event is a message" : `each of ${items} is a message`;
  const about = subject === null ? "" : `, about ${subject.paths.join(" or ")}`;
  return [
    `${flow} version ${version}: ${name}`,
    `Family ${family}; ${message}${about}`,
    `Known by ${discriminator.path}: ${discriminator.values.join(", ")}`,
    "",
    `${legend(fields)}codes are advisory   other members are kept`,
    "",
    ...fields.map((field) => {
      const { path, type, codes } = field;
      const events = eventsOf(field);
      const said = [
        codes === null ? (formOf(field) ?? "") : codeList(codes),
        field.nullable && field.required ? "may be null" : "",
        events === null ? "" : `in ${events}`,
      ].filter((one) => one !== "");
      return `${markOf(field)} ${path.padEnd(width)}  ${type.padEnd(typeWidth)}  ${said.join("; ")}`.trimEnd();
    }),
  ];
}

/** How a message fares without the member. */
function markOf({ required, advice }: JsonFieldDefinition): string {
  if (!required) return "?";
  return advice ? "!" : " ";
}

function legend(fields: readonly JsonFieldDefinition[]): string {
  const warned = fields.some((field) => markOf(field) === "!");
  return `? may be missing   ${warned ? "! missing is a warning   " : ""}`;
}
