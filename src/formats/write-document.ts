import type { Catalogue } from "../catalogue/definition.ts";
import { printable } from "./printable.ts";
import { problem } from "./problem-log.ts";
import { familyOf } from "./recognise.ts";
import type { Sending, WritableDocument, Written } from "./writer.ts";

/**
 * Writes a document as a file of the family that its envelope names: the bytes, or every reason why
 * not. What was read whole and not changed gives the bytes it was read from.
 */
export function writeDocument(
  document: WritableDocument,
  catalogue: Catalogue,
  sending?: Sending,
): Written {
  const { family } = document.envelope;
  const write = familyOf(family)?.write ?? null;
  if (write !== null) return write(document, catalogue, sending);
  const say = `There is no family of files "${printable(family)}" that can be written.`;
  const place = { line: null, field: "family", value: family };
  return { ok: false, problems: [problem("UNKNOWN_FORMAT", place, say)] };
}
