import { addTo, isNoNumber } from "./envelope-line.ts";
import type { Findings } from "./findings.ts";
import type { Counted, Made } from "./frame.ts";
import type { Line } from "./line.ts";

/** Header and trailer. */
const both = 2;

/** The fields of a trailer that has a count of all records, and a checksum. */
export function countAndChecksum(key: string, { groups, checksum }: Made): string {
  return String(key === "checksum" ? checksum : groups + both);
}

/** Where a trailer has its count, and what is said of it. */
export interface CountField {
  readonly group: string;
  readonly index: number;
  readonly key: string;
  /** As people know it, e.g. `Group count (J1067)`. */
  readonly name: string;
  readonly digits: number;
}

/**
 * Holds the count of a trailer against what was counted, by the rule of the flow's definition. A count
 * with more digits than there is room for is sent as its last digits (J1067).
 */
export function checkRecordCount(
  line: Line,
  field: CountField,
  { groups, headers, rules }: Counted,
  findings: Findings,
): void {
  const { index, key, name, digits } = field;
  const text = line.field(index);
  if (text === "" || rules.count === "none" || isNoNumber(line, index, digits)) return;
  const add = addTo(findings, line, field.group);
  const count = Number(text);
  if (rules.count === "undecided") {
    add("COUNT_UNDECIDED", key, text, sayReadings(count, groups));
    return;
  }
  const right = rules.count === "records" ? groups + both : groups;
  const fits = [right, right + headers].some((one) => count === one % 10 ** digits);
  if (fits) return;
  const what = rules.count === "records" ? "records, header and trailer included," : "groups";
  add(
    "GROUP_COUNT",
    key,
    text,
    `${name}: the trailer counts ${count} ${what} and the file has ${right}: lines are missing or too many; ask the sender for the whole file.`,
  );
}

/** What the count may mean, nobody having said what it counts. */
function sayReadings(count: number, groups: number): string {
  const found = `The trailer counts ${count} and the file has ${groups} records between header and trailer, ${groups + 1} with one of those two, ${groups + both} with both`;
  const meaning = ["the records between them", "these and one of the two", "all records"];
  const fits = meaning[count - groups];
  return fits === undefined
    ? `${found}: it fits none of the three, so lines may be missing; look at the file.`
    : `${found}: it fits ${fits}. What it counts is not settled, so it refuses no file.`;
}

/** Holds the checksum of a trailer against that of the records before it. */
export function checkChecksum(
  line: Line,
  index: number,
  group: string,
  { checksum, rules }: Counted,
  findings: Findings,
): void {
  const text = line.field(index);
  if (rules.checksum !== "xor" || text === "" || isNoNumber(line, index, 10)) return;
  if (checksum === null || Number(text) === checksum) return;
  addTo(findings, line, group)(
    "CHECKSUM",
    "checksum",
    text,
    `The trailer's checksum is ${text} and that of the records is ${checksum}: something was changed on the way; ask the sender for the file again.`,
  );
}
