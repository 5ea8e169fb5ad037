import { writeFileSync } from "node:fs";
import type { Catalogue } from "../../src/catalogue/definition.ts";
import { defineProcess } from "../../src/core/define/define-process.ts";
import { handle, ignored, opens } from "../../src/core/define/take.ts";
import { openCatalogue, shippedSettings } from "../../src/definitions/open.ts";

/** Parcels by whatever column says whose they are. */
export const parcels = defineProcess({
  type: "parcel",
  version: 1,
  events: {},
  takes: {
    PARCELS: handle(({ subjectKey }) =>
      subjectKey === null || subjectKey === "nobody"
        ? ignored
        : opens(subjectKey, "PARCELS_RECEIVED"),
    ),
  },
  begin: (): string[] => [],
  status: (heard) => `${heard.length} heard`,
}).onAny((heard, { data }) => [...heard, JSON.stringify(data)]);

/** A catalogue with a table of parcels, one message for each value of the key. */
export async function catalogueOf(
  folder: string,
  key: string,
  { perKey = [], perLine = [] }: { perKey?: readonly string[]; perLine?: readonly string[] },
): Promise<Catalogue> {
  const column = (name: string) => ({ name, format: "CHAR(200)" });
  const definition = {
    family: "headed-csv",
    flow: "PARCELS",
    version: "001",
    name: "Parcels",
    groupBy: [key],
    subject: { column: key, kind: "parcel" },
    columns: [
      ...[key, ...perKey].map(column),
      ...perLine.map((name) => ({ ...column(name), line: true })),
    ],
  };
  writeFileSync(`${folder}/parcels.json`, JSON.stringify(definition));
  return openCatalogue({ ...shippedSettings, catalogues: [folder] });
}
