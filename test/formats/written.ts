import type { Catalogue } from "../../src/catalogue/definition.ts";
import type { Document, GroupData } from "../../src/core/file/document.ts";
import { hasError } from "../../src/core/file/problem.ts";
import { readDocument } from "../../src/formats/recognise.ts";
import { writeDocument } from "../../src/formats/write-document.ts";
import type { WritableDocument, Written } from "../../src/formats/writer.ts";
import { catalogue } from "./flow-text.ts";

/** A file read whole, as a writer takes it; null when it has no envelope. */
export function writable({ envelope, layout, items }: Document): WritableDocument | null {
  if (envelope === null) return null;
  const messages = items.map((item) => {
    const data: GroupData = JSON.parse(item.json());
    return { group: item.group, data };
  });
  return { envelope, layout, messages };
}

/** Reads bytes whole, and sends what was read through JSON, as people do. */
export function readWritable(bytes: Uint8Array, by: Catalogue = catalogue): WritableDocument {
  const document = writable(readDocument(bytes, by, { whole: true }));
  if (document === null) throw new Error("The file has no envelope");
  return JSON.parse(JSON.stringify(document));
}

/** Whether nothing in a file keeps it or one of its messages from being let through. */
export function isValid({ problems, invalid }: Document): boolean {
  return !hasError(problems) && invalid === 0;
}

/** The text of what was written, or the codes of why not. */
export function textOf(written: Written): string | readonly string[] {
  if (!written.ok) return written.problems.map(({ code }) => code);
  return Buffer.from(written.bytes).toString("latin1");
}

/** Reads, and writes what was read. */
export function rewritten(text: string): string | readonly string[] {
  return textOf(writeDocument(readWritable(Buffer.from(text, "latin1")), catalogue));
}
