import type { Charset } from "../../catalogue/definition.ts";
import type { DataValue, GroupData } from "../../core/file/document.ts";
import { printable } from "../printable.ts";
import type { ProblemCode } from "../problem-codes.ts";
import type { TablePlan } from "./header.ts";
import { needsQuotes } from "./row-style.ts";

/** A row to write: a value for every column, and its look where that is its own. */
export interface WritableRow {
  readonly values: readonly string[];
  readonly quoted: readonly number[] | null;
  readonly after: string | null;
}

/** Takes what the file cannot hold. */
export type Refuse = (
  code: ProblemCode,
  field: string | null,
  value: string | null,
  sentence: string,
) => void;

/** Names in data that say how a row looks or what was left out, not what it holds. */
const marks = new Set(["$quoted", "$after", "$rest"]);

/** The rows of a message's data. What the table cannot hold is reported. */
export function writableRows(plan: TablePlan, data: GroupData, refuse: Refuse): WritableRow[] {
  const known = new Set(plan.columns.map(({ key }) => key));
  if (Object.hasOwn(data, "$rest"))
    refuse("MESSAGE_TOO_LARGE", "$rest", null, "Rows were left out when the message was read.");
  if (!plan.grouped) {
    refuseUnknown(data, known, refuse);
    return [rowOf(plan, data, data, refuse)];
  }
  const { lines } = data;
  const rest = Object.keys(data).filter((name) => name !== "lines");
  refuseNames(rest, known, refuse);
  if (!Array.isArray(lines) || lines.length === 0) {
    refuse("MISSING_VALUE", "lines", null, "The message has no lines, so there is no row for it.");
    return [];
  }
  // Whoever made the data need not have kept to its type.
  return lines.flatMap((line: unknown) => {
    if (typeof line !== "object" || line === null || Array.isArray(line)) {
      refuse("WRONG_TYPE", "lines", null, "Every line must be an object with a value per column.");
      return [];
    }
    const own = line as GroupData;
    refuseUnknown(own, known, refuse);
    return [rowOf(plan, data, own, refuse)];
  });
}

function refuseUnknown(data: GroupData, known: ReadonlySet<string>, refuse: Refuse): void {
  refuseNames(Object.keys(data), known, refuse);
}

function refuseNames(names: readonly string[], known: ReadonlySet<string>, refuse: Refuse): void {
  for (const name of names)
    if (!known.has(name) && !marks.has(name))
      refuse(
        "UNKNOWN_NAME",
        name,
        null,
        `The header line has no column for ${printable(name)}, so its value would be lost.`,
      );
}

function rowOf(plan: TablePlan, shared: GroupData, own: GroupData, refuse: Refuse): WritableRow {
  const values = plan.columns.map((column) => {
    const value = valueAt(column.line ? undefined : shared, own, column.key);
    if (typeof value === "string") {
      check(plan, column.key, value, refuse);
      return value;
    }
    refuse("WRONG_TYPE", column.key, null, `${printable(column.key)} must be text.`);
    return "";
  });
  return { values, quoted: quotedOf(plan, own, values), after: afterOf(own) };
}

function valueAt(shared: GroupData | undefined, own: GroupData, key: string): DataValue {
  if (Object.hasOwn(own, key)) return own[key] ?? "";
  return (shared !== undefined && Object.hasOwn(shared, key) ? shared[key] : undefined) ?? "";
}

/** Formats are looked at when what was written is read again. */
function check({ table }: TablePlan, key: string, value: string, refuse: Refuse): void {
  if (!canHold(table.charset, value))
    refuse(
      "UNWRITABLE_CHARACTER",
      key,
      value,
      `"${printable(value)}" has a character that cannot be written in ${table.charset}.`,
    );
}

function canHold(charset: Charset, value: string): boolean {
  if (charset === "utf-8") return value.isWellFormed() && !value.includes("\ufffd");
  for (let index = 0; index < value.length; index += 1)
    if (value.charCodeAt(index) > 0xff) return false;
  return true;
}

/** The positions to quote when the row says so itself and they still make a row that reads back. */
function quotedOf(
  { table, columns }: TablePlan,
  own: GroupData,
  values: readonly string[],
): number[] | null {
  const text = Object.hasOwn(own, "$quoted") ? own["$quoted"] : undefined;
  if (typeof text !== "string") return null;
  const positions = text.split(" ").flatMap((one) => (/^\d+$/.test(one) ? [Number(one)] : []));
  const wrong = values.some(
    (value, position) =>
      !positions.includes(position) &&
      // A carriage return may be bare, but for one at the very end, which would end the line.
      needsQuotes(
        position === values.length - 1
          ? value.replaceAll(/\r(?!$)/g, "")
          : value.replaceAll("\r", ""),
        table.delimiter,
        columns.length,
      ),
  );
  return wrong ? null : positions;
}

function afterOf(own: GroupData): string | null {
  const text = Object.hasOwn(own, "$after") ? own["$after"] : undefined;
  return typeof text === "string" && /^(?:\r?\n)+\r?$/.test(text) ? text : null;
}
