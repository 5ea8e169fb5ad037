import { hash } from "node:crypto";
import { loadCatalogue } from "../src/definitions/load.ts";
import { readDocument } from "../src/formats/recognise.ts";
import type { ReadFile } from "../src/store/port/files/file-store.ts";
import { d0010 } from "./flow-files.ts";

let catalogue: ReturnType<typeof loadCatalogue> | undefined;

/** A D0010 of so many messages as intake gives it to the store, read and checked. Another one for each number. */
export function readD0010(number: number, messages: number, claim: string): ReadFile {
  catalogue ??= loadCatalogue();
  const bytes = d0010(number, messages);
  const name = `D0010-${number}.uff`;
  const { items, ...outcome } = readDocument(bytes, catalogue);
  const now = Date.now();
  return {
    arrival: `${claim}/${name}`,
    channel: "inbox",
    name,
    modifiedAt: now,
    seenAt: now,
    sizeBytes: bytes.length,
    hash: hash("sha256", bytes, "hex"),
    occurredAt: now,
    bytes,
    outcome,
    messages: items,
  };
}
