import { isMoment } from "../../core/text/values-text.ts";
import { localTime } from "../../runtime/local-time.ts";
import { type Output, visible } from "../output.ts";
import { type Column, fitsSideBySide, printTable } from "../print/table.ts";

type Fields = Readonly<Record<string, unknown>>;

/** How a name is shown. */
type SayName = (name: string) => string;

/** How far in it is laid out, and how names are shown: in words where nothing is said. */
interface Layout {
  readonly indent?: string;
  readonly say?: SayName;
}

/**
 * Lays out a process's state or an event's data for people, whatever its shape: single values beside
 * their names, small groups on one line, lists of groups as tables, and groups that hold lists or groups
 * of their own one below the other.
 */
export async function layOut(
  output: Output,
  state: unknown,
  { indent = "  ", say = words }: Layout = {},
): Promise<void> {
  if (!isFields(state)) return output.line(indent + plain(state));
  const names = Object.keys(state).map(say);
  const width = Math.max(0, ...names.map((name) => name.length));
  for (const [name, value] of Object.entries(state)) {
    const short = inOneLine(value, name, say);
    if (short !== null) {
      await output.line(`${indent}${say(name).padEnd(width)}  ${short}`);
    } else {
      await output.line(`${indent}${say(name)}`);
      if (Array.isArray(value)) await list(output, value, { indent: `${indent}  `, say });
      else await layOut(output, value, { indent: `${indent}  `, say });
    }
  }
}

/** Null when it takes more than a line. */
function inOneLine(value: unknown, name: string, say: SayName): string | null {
  if (Array.isArray(value)) {
    if (value.length === 0) return "none";
    if (value.some((part) => isFields(part) || Array.isArray(part))) return null;
    return value.map((part) => plain(part)).join(", ");
  }
  if (!isFields(value)) return plain(value, name);
  if (Object.keys(value).length === 0) return "none";
  if (Object.values(value).some((part) => isFields(part) || Array.isArray(part))) return null;
  return Object.entries(value)
    .map(([name, part]) => `${say(name)} ${plain(part, name)}`)
    .join(", ");
}

/** A list with groups in it: a table where all they hold has room in cells, else one below the other. */
async function list(
  output: Output,
  items: readonly unknown[],
  { indent, say }: Required<Layout>,
): Promise<void> {
  if (items.every((item) => fitsInCells(item, say))) {
    const columns = columnsOf(items, say);
    if (fitsSideBySide(output, columns, items, indent)) {
      await printTable(output, columns, items, indent);
      return;
    }
  }
  const width = String(items.length).length;
  for (const [index, item] of items.entries()) {
    const number = `${indent}${String(index + 1).padStart(width)}`;
    const short = inOneLine(item, "", say);
    const isLine = short !== null && (short.length <= longestGroup || !isFields(item));
    await output.line(isLine ? `${number}  ${short}` : number);
    if (!isLine) await layOut(output, item, { indent: `${indent}${" ".repeat(width)}  `, say });
  }
}

/** A group of single values that is longer than this is shown a value a line. */
const longestGroup = 80;

/** Groups in a cell that are longer than this cannot be read there. */
const longestCell = 120;

function fitsInCells(group: unknown, say: SayName): group is Fields {
  return (
    isFields(group) &&
    Object.entries(group).every(([name, value]) => {
      if (typeof value !== "object" || value === null) return true;
      const text = inCell(value, name, say);
      return text !== null && text.length <= longestCell;
    })
  );
}

function columnsOf(groups: readonly Fields[], say: SayName): Column<Fields>[] {
  const names = [...new Set(groups.flatMap((group) => Object.keys(group)))];
  return names.map((name) => ({
    heading: say === words ? words(name).toUpperCase() : say(name),
    cell: (group) => inCell(group[name], name, say) ?? "",
  }));
}

/** What a cell shows of a value: a list of small groups, too. Null when it holds more than those. */
function inCell(value: unknown, name: string, say: SayName): string | null {
  const short = inOneLine(value, name, say);
  if (short !== null || !Array.isArray(value)) return short;
  const parts = value.map((one) => inOneLine(one, name, say));
  return parts.includes(null) ? null : parts.join("; ");
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A number under a name that ends in "at" is a moment, in milliseconds since 1970. */
function plain(value: unknown, name = ""): string {
  if (isMoment(name, value)) return localTime(value);
  if (value === null || value === undefined || value === "") return "-";
  if (typeof value === "boolean") return value ? "yes" : "no";
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
