import type { Catalogue } from "../catalogue/definition.ts";
import type { FlowReader, FormatFamily, ReaderOptions } from "./family.ts";
import { headedCsv } from "./headed-csv/family.ts";
import { jsonEvent } from "./json-event/family.ts";
import { pool } from "./pool/family.ts";
import { rgma } from "./rgma/family.ts";
import { settlement } from "./settlement/family.ts";
import { ukLink } from "./uk-link/family.ts";
import { UnknownReader } from "./unknown-reader.ts";
import { userFile } from "./user-file/family.ts";

/** Every family of files that can be read. */
const families: readonly FormatFamily[] = [
  userFile,
  pool,
  settlement,
  ukLink,
  rgma,
  jsonEvent,
  headedCsv,
];

/** The family of a name, e.g. `user-file`; null when there is none. */
export function familyOf(id: string): FormatFamily | null {
  return families.find((family) => family.id === id) ?? null;
}

/**
 * The family of a file by its first bytes (`headBytes` of them, or all when it is shorter), never by
 * its name; null when it is of none.
 */
export function recognise(head: Uint8Array, catalogue: Catalogue): FormatFamily | null {
  return families.find((family) => family.recognises(head, catalogue)) ?? null;
}

/**
 * A reader for the file that begins with `head`; the bytes themselves, the first ones too, are still
 * to be pushed. For bytes of no known family it is a reader whose outcome says so.
 */
export function openReader(head: Uint8Array, options: ReaderOptions): FlowReader {
  return recognise(head, options.catalogue)?.open(options) ?? new UnknownReader(options.catalogue);
}
