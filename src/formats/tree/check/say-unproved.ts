import type { FileNames } from "../../../catalogue/file-names.ts";
import { printable } from "../../printable.ts";
import type { Line } from "../read/lines/line.ts";

/** About a record that a flow does not have, where the codes of its records are not certain. */
export function sayUnproved(flow: string, code: string, { unproved }: FileNames): string {
  const found = `${flow} has no record "${printable(code)}"; it is kept without names, and so are those that belong below it`;
  if (Object.keys(unproved).length === 0) return `${found}. Ask the sender what it is.`;
  const codes = Object.entries(unproved)
    .map(([one, name]) => `${one} (${name})`)
    .join(", ");
  return `${found}. These codes were never seen in a document: ${codes}. If "${printable(code)}" stands for one of them, set it under \`rgma\` in busbar.yaml and have the file reprocessed, and its events restated where it has some already; if not, ask the sender what it is.`;
}

/** Whether a record has what the trailer has: one or two whole numbers, and nothing else. */
export function looksLikeTrailer(line: Line): boolean {
  const fields = Array.from({ length: line.count - 1 }, (_, index) => line.field(index + 1));
  const filled = fields.filter((text) => text !== "");
  return filled.length > 0 && filled.length <= 2 && filled.every((text) => /^\d{1,10}$/.test(text));
}
