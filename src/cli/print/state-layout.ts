import { isMoment } from "../../core/values-text.ts";
import type { Output } from "../output.ts";
import { localTime } from "./local-time.ts";
import { type Column, printTable } from "./table.ts";
import { visible } from "./visible.ts";

type Fields = Readonly<Record<string, unknown>>;

/**
 * Lays out a process's state for people, whatever its shape: single values beside their names, small
 * groups on one line, lists of groups as tables.
 */
export async function layOut(output: Output, state: unknown, indent = "  "): Promise<void> {
  if (!isFields(state)) return output.line(indent + plain(state));
  const names = Object.keys(state).map(words);
  const width = Math.max(0, ...names.map((name) => name.length));
  for (const [name, value] of Object.entries(state)) {
    const short = inOneLine(value, name);
    if (short !== null) {
      await output.line(`${indent}${words(name).padEnd(width)}  ${short}`);
    } else {
      await output.line(`${indent}${words(name)}`);
      if (Array.isArray(value)) await table(output, value, `${indent}  `);
      else await layOut(output, value, `${indent}  `);
    }
  }
}

/** Null when it takes more than a line. */
function inOneLine(value: unknown, name: string): string | null {
  if (Array.isArray(value)) {
    if (value.length === 0) return "none";
    return value.some(isFields) ? null : value.map((part) => plain(part)).join(", ");
  }
  if (!isFields(value)) return plain(value, name);
  if (Object.values(value).some((part) => isFields(part) || Array.isArray(part))) return null;
  return Object.entries(value)
    .map(([name, part]) => `${words(name)} ${plain(part, name)}`)
    .join(", ");
}

async function table(output: Output, rows: readonly unknown[], indent: string): Promise<void> {
  const groups = rows.filter(isFields);
  const names = [...new Set(groups.flatMap((group) => Object.keys(group)))];
  const columns = names.map(
    (name): Column<Fields> => ({
      heading: words(name).toUpperCase(),
      cell: (group) => plain(group[name], name),
    }),
  );
  await printTable(output, columns, groups, indent);
}

/** Whether it is a group of single values, which take one line together. */
function isFlat(value: unknown): value is Fields {
  return isFields(value) && inOneLine(value, "") !== null;
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A number under a name that ends in "at" is a moment, in milliseconds since 1970. */
function plain(value: unknown, name = ""): string {
  if (isMoment(name, value)) return localTime(value);
  if (value === null || value === undefined || value === "") return "-";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value) && value.length > 0 && value.every(isFlat))
    return value.map((one) => inOneLine(one, name) ?? "").join("; ");
  if (typeof value === "object") return visible(JSON.stringify(value));
  const text = String(value);
  if (utcMoment.test(text)) return localTime(Date.parse(text));
  return visible(localMoment.test(text) ? text.replace("T", " ") : text);
}

/** A moment in UTC, as states hold it, and one without a zone, which is shown as it is. */
const utcMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const localMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;

/** `lastHeard` is "last heard". */
function words(name: string): string {
  return visible(name.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase());
}
