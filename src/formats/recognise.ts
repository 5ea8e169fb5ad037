import type { Catalogue, Family } from "../catalogue/definition.ts";
import type { Document, Message } from "../core/file/document.ts";
import { type FlowReader, type FormatFamily, headBytes, type ReaderOptions } from "./family.ts";
import { headedCsv } from "./headed-csv/family.ts";
import { jsonEvent } from "./json-event/family.ts";
import { pool } from "./pool/family.ts";
import { rgma } from "./rgma/family.ts";
import { settlement } from "./settlement/family.ts";
import { ukLink } from "./uk-link/family.ts";
import { UnknownReader } from "./unknown-reader.ts";
import { userFile } from "./user-file/family.ts";

/** Every family of files there is, in the order in which a file is asked about. */
const families: Readonly<Record<Family, FormatFamily>> = {
  "user-file": userFile,
  pool,
  settlement,
  "uk-link": ukLink,
  rgma,
  "json-event": jsonEvent,
  "headed-csv": headedCsv,
};

const all = Object.values(families);
const byId = new Map<string, FormatFamily>(all.map((family) => [family.id, family]));

/** Every family of files there is. */
export function allFamilies(): readonly FormatFamily[] {
  return all;
}

/** The family of a name, e.g. `user-file`; null when there is none. */
export function familyOf(id: string): FormatFamily | null {
  return byId.get(id) ?? null;
}

/** The family of an envelope or a flow. Throws for one that no reader can have given. */
export function formatOf({ family }: { readonly family: string }): FormatFamily {
  const found = familyOf(family);
  if (found === null) throw new Error(`There is no family of files "${family}"`);
  return found;
}

/**
 * The family of a file by its first bytes (`headBytes` of them, or all when it is shorter), never by
 * its name; null when it is of none.
 */
export function recognise(head: Uint8Array, catalogue: Catalogue): FormatFamily | null {
  return all.find((family) => family.recognises(head, catalogue)) ?? null;
}

/**
 * A reader for the file that begins with `head`; the bytes themselves, the first ones too, are still
 * to be pushed. For bytes of no known family it is a reader whose outcome says so.
 */
export function openReader(head: Uint8Array, options: ReaderOptions): FlowReader {
  return recognise(head, options.catalogue)?.open(options) ?? new UnknownReader(options.catalogue);
}

/**
 * Reads a whole file in memory: its outcome and its messages. Never throws for what is in the bytes.
 * The messages go on using `bytes`, which must not be changed while they are in use. `whole`: nothing is
 * left out however large it is, and the layout that a writer needs for the same bytes is there.
 */
export function readDocument(
  bytes: Uint8Array,
  catalogue: Catalogue,
  { whole = false }: { readonly whole?: boolean } = {},
): Document {
  const items: Message[] = [];
  const family = recognise(bytes.subarray(0, headBytes), catalogue);
  const onMessage = (message: Message) => void items.push(message);
  const options = { catalogue, onMessage, whole };
  const reader: FlowReader = family?.openStable(options) ?? new UnknownReader(catalogue);
  reader.push(bytes);
  return { ...reader.end(), items, layout: reader.layout?.() ?? null };
}
