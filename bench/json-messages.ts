import { loadCatalogue } from "../src/definitions/load.ts";
import { generateDocument } from "../src/formats/generate/generate.ts";
import { writeDocument } from "../src/formats/write-document.ts";

/** Messages of an interface of half-hourly settlement, as a platform sends them: wrapped, without blanks. */
export function jsonMessages(flow: string, count: number): string[] {
  const catalogue = loadCatalogue();
  const definition = catalogue.jsonEvents().find((one) => one.flow === flow);
  if (definition === undefined) throw new Error(`There is no ${flow}`);
  const document = generateDocument(definition, catalogue, { seed: "bench", count });
  const written = writeDocument(document, catalogue);
  if (!written.ok) throw new Error(`${flow} cannot be written`);
  const events: unknown = JSON.parse(Buffer.from(written.bytes).toString());
  if (!Array.isArray(events) || events.length !== count) throw new Error(`${flow} is no array`);
  return events.map((event) => JSON.stringify("payload" in event ? event : { payload: event }));
}
