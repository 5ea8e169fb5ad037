import type { JsonEventDefinition } from "../../catalogue/json-event-definition.ts";
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
    "? may be missing   codes are advisory   other members are kept",
    "",
    ...fields.map(({ path, type, required, codes }) =>
      `${required ? " " : "?"} ${path.padEnd(width)}  ${type.padEnd(typeWidth)}  ${codeList(codes)}`.trimEnd(),
    ),
  ];
}
