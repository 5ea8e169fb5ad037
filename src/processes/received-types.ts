import type { Catalogue } from "../catalogue/definition.ts";
import { bareEventCode } from "../catalogue/half-hourly/event-code.ts";
import { noEventCode, receivedEventType } from "./received.ts";

/** The types of the events that messages of the catalogue's flows become. */
export function receivedTypes(catalogue: Catalogue): string[] {
  const flows = catalogue.list().map(({ flow }) => receivedEventType({ flow, group: noEventCode }));
  const coded = catalogue.jsonEvents().flatMap(({ flow, fields }) => {
    const codes = fields.find(({ path }) => path === "CommonBlock.S0.eventCode")?.codes ?? [];
    return codes.map((code) => receivedEventType({ flow, group: bareEventCode(code) ?? code }));
  });
  return [...flows, ...coded];
}
