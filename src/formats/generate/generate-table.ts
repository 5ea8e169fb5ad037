import type { ColumnDefinition, FieldFormat, TableDefinition } from "../../catalogue/definition.ts";
import type { GroupData } from "../../core/file/document.ts";
import { tableEnvelope } from "../headed-csv/file-look.ts";
import { rowGroup } from "../headed-csv/message.ts";
import type { WritableDocument } from "../writer.ts";
import type { GenerateOptions } from "./generate-options.ts";
import { makePlainOccasion, type Occasion } from "./occasion.ts";
import { Scene } from "./scene.ts";
import { atTop, type SpotSurroundings } from "./spot.ts";
import { namedValue } from "./value/named-value.ts";
import { Random } from "./value/random.ts";

/** How often an optional column has a value. */
const filledShare = 0.6;
/** Most lines of a message, and those of a metering point's day. */
const fewLines = 4;
const halfHours = 48;
/** How often something else is tried in place of a key that another message has. */
const mostAttempts = 20;

/** What the messages of a table are made with. */
interface Making {
  readonly table: TableDefinition;
  readonly seed: string;
  readonly occasion: Occasion;
  /** Keys of the messages made: rows with the same one would be one message. */
  readonly keys: Set<string>;
}

/**
 * Makes up a file of a table: that many messages, or fewer where the key columns have no more values.
 * Every column is named in the header line; where rows are grouped, messages have one line or several.
 */
export function generateTable(
  table: TableDefinition,
  { count = 1, seed = "1" }: GenerateOptions = {},
): WritableDocument {
  const wholeSeed = `${table.flow}${table.version}/${seed}`;
  const occasion = makePlainOccasion(new Random(wholeSeed));
  const making: Making = { table, seed: wholeSeed, occasion, keys: new Set() };
  const messages: GroupData[] = [];
  while (messages.length < Math.max(1, count)) {
    const data = nextMessage(making, messages.length);
    if (data === null) break;
    messages.push(data);
  }
  return {
    envelope: tableEnvelope(table),
    layout: null,
    messages: messages.map((data) => ({ group: rowGroup, data })),
  };
}

/** A message with a key of its own; null when none can be found. */
function nextMessage(making: Making, number: number): GroupData | null {
  const { table, seed, occasion, keys } = making;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const scene = new Scene(attempt === 0 ? seed : `${seed}/${attempt}`, number, occasion);
    const data = makeMessage(table, scene, attempt);
    if (table.groupBy.length === 0) return data;
    const key = JSON.stringify(table.groupBy.map((column) => data[column] ?? ""));
    if (keys.has(key)) continue;
    keys.add(key);
    return data;
  }
  return null;
}

function makeMessage(table: TableDefinition, scene: Scene, attempt: number): GroupData {
  const { columns, groupBy } = table;
  const top = atTop(scene);
  const once = columns.filter(({ line }) => !line);
  const told = {
    ...valuesOf(table, once, top),
    // The second half of the attempts counts where values by name turn out alike.
    ...(attempt > mostAttempts / 2 && numberedKeys(table, scene.number + attempt)),
  };
  if (groupBy.length === 0) return told;
  const own = columns.filter(({ line }) => line);
  const count = linesOf(table, own, scene.random);
  const lines = Array.from({ length: count }, (_, index) =>
    valuesOf(table, own, { ...top, index, count }),
  );
  return { ...told, lines };
}

/** A metering point tells a day by the half hour; others have a few lines. */
function linesOf({ subject }: TableDefinition, own: readonly ColumnDefinition[], random: Random) {
  const isMetered = subject?.kind === "mpan" || subject?.kind === "mprn";
  const isTimed = own.some(({ format }) => format.kind === "datetime");
  return isMetered && isTimed ? halfHours : random.whole(1, fewLines);
}

function valuesOf(
  { subject, groupBy }: TableDefinition,
  columns: readonly ColumnDefinition[],
  surroundings: SpotSurroundings,
): Record<string, string> {
  const { random, addressGiven } = surroundings.scene;
  const isFilled = ({ key, name, required }: ColumnDefinition, place: number) => {
    // A row without any value would be taken for a blank line.
    if (required || place === 0 || key === subject?.column || groupBy.includes(key)) return true;
    return /address|postcode|town/i.test(name) ? addressGiven : random.chance(filledShare);
  };
  const values = columns.flatMap((field, place) => {
    if (!isFilled(field, place)) return [];
    const { layout, line, key } = field;
    const kind = key === subject?.column ? subject.kind : null;
    const value = namedValue({ field, layout, subject: kind, line, surroundings });
    return value === "" ? [] : [[key, value] as const];
  });
  return Object.fromEntries(values);
}

/** Numbers for the key columns that have no list and room for them. */
function numberedKeys(
  { columns, groupBy }: TableDefinition,
  number: number,
): Record<string, string> {
  const text = String(number + 1);
  const free = columns.filter(
    ({ key, codes, format }) =>
      groupBy.includes(key) && codes === null && text.length <= roomIn(format),
  );
  return Object.fromEntries(free.map(({ key }) => [key, text]));
}

function roomIn(format: FieldFormat): number {
  if (format.kind === "text") return format.length;
  return format.kind === "number" ? format.digits - format.decimals : 0;
}
