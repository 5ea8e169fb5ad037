import type { Counted, Made } from "../read/frame.ts";
import type { Line } from "../read/lines/line.ts";
import { type Add, addTo, isNoNumber } from "../write/envelope-line.ts";
import type { TreeFindings } from "./findings.ts";

/** Header and trailer. */
const both = 2;

/** Where a trailer has its count, and what is said of it. */
export interface CountField {
  readonly group: string;
  readonly index: number;
  readonly key: string;
  /** As people know it, e.g. `Group count (J1067)`. */
  readonly name: string;
  readonly digits: number;
  /** It may be empty as far as its trailer goes. */
  readonly optional?: true;
}

/** The fields of a trailer that has a count, usually of all records, and a checksum. */
export function countAndChecksum(key: string, made: Made, field: CountField): string {
  return key === "checksum" ? String(made.checksum) : madeCount(made, "records", field);
}

/** The count of what was written, by the rule of the flow's definition; by the usual one where that settles none. */
export function madeCount(
  { groups, rules: { count } }: Made,
  usual: "groups" | "records",
  { digits }: CountField,
): string {
  const settled = count === "groups" || count === "records";
  return String(countBy(settled ? count : usual, groups) % 10 ** digits);
}

function countBy(rule: "groups" | "records", groups: number): number {
  return rule === "records" ? groups + both : groups;
}

/**
 * Holds the count of a trailer against what was counted, by the rule of the flow's definition. A count
 * with more digits than there is room for is sent as its last digits (J1067).
 */
export function checkRecordCount(
  line: Line,
  field: CountField,
  { groups, headers, rules }: Counted,
  findings: TreeFindings,
): void {
  const { index, key, name, digits } = field;
  const text = line.field(index);
  if (rules.count === "none") return;
  const add = addTo(findings, line, field.group);
  if (text === "") {
    if (field.optional === true) sayNoCount(field, rules.count === "undecided", add);
    return;
  }
  if (isNoNumber(line, index, digits)) return;
  const count = Number(text);
  if (rules.count === "undecided") {
    add("COUNT_UNDECIDED", key, text, sayReadings(count, groups));
    return;
  }
  const right = countBy(rules.count, groups);
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

/** A trailer without its count may be one that was cut, and lines before it may be missing unnoticed. */
function sayNoCount({ key, name }: CountField, undecided: boolean, add: Add): void {
  const found = `${name}: the trailer has none, so it may be cut short, and nobody can tell whether lines are missing`;
  if (undecided)
    add(
      "COUNT_UNDECIDED",
      key,
      null,
      `${found}. What it counts is not settled, so it refuses no file; look at the file.`,
    );
  else add("GROUP_COUNT", key, null, `${found}; ask the sender for the whole file.`);
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
  findings: TreeFindings,
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
