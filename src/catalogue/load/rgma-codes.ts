import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { nearestWords } from "../../core/text/nearest-word.ts";
import { readCatalogueFile } from "./read-file.ts";
import { type OwnRgmaCodes, type RgmaCodes, rgmaCodes, rgmaIndex } from "./rgma-schema.ts";

/** Where the shipped flows about gas meters lie. */
export const rgmaFolder = fileURLToPath(new URL("../rgma", import.meta.url));

/** So many names are suggested for one that is misspelt. */
const suggested = 3;

/** A name that an installation gives codes to and that nothing is called. */
export interface UnknownRgmaName {
  /** Where it is in the settings, e.g. `["records", "Meter Pint"]`. */
  readonly path: readonly [string, string];
  /** That nothing is called so, and what may be meant. */
  readonly message: string;
}

/** What files call records, roles and transactions, as shipped. */
export function shippedRgmaCodes(): RgmaCodes {
  return readCatalogueFile(join(rgmaFolder, "codes.json"), rgmaCodes);
}

/** The names that an installation gives codes to and that nothing is called. */
export function unknownRgmaNames(own: OwnRgmaCodes): readonly UnknownRgmaName[] {
  const { records, roles } = shippedRgmaCodes();
  const index = readCatalogueFile(join(rgmaFolder, "index.json"), rgmaIndex);
  const flows = Object.keys(index).map((reference) => reference.slice(0, -3));
  return [
    ...unknownIn("records", own.records, Object.keys(records), "record"),
    ...unknownIn("roles", own.roles, Object.keys(roles), "role"),
    ...unknownIn("transactionTypes", own.transactionTypes, flows, "gas flow"),
  ];
}

function unknownIn(
  setting: string,
  said: object | undefined,
  known: readonly string[],
  what: string,
): UnknownRgmaName[] {
  const unknown = Object.keys(said ?? {}).filter((name) => !known.includes(name));
  return unknown.map((name) => {
    const near = nearestWords(name, known, suggested);
    const meant =
      near.length > 0 ? `did you mean ${near.join(" or ")}?` : `it can be ${known.join(", ")}`;
    return { path: [setting, name], message: `no ${what} is called "${name}"; ${meant}` };
  });
}
