import type { Catalogue, TableDefinition } from "../../catalogue/definition.ts";
import type { GroupData } from "../../core/file/document.ts";
import type { Problem } from "../../core/file/problem.ts";
import type { ReaderOptions } from "../family.ts";
import { type OddLine, sayBeyond } from "../odd-lines.ts";
import { printable } from "../printable.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { problem } from "../problem-log.ts";
import { readBack } from "../read-back.ts";
import type { WritableDocument, Written } from "../writer.ts";
import { Blanks } from "./blanks.ts";
import { splitRecords } from "./fields.ts";
import { type FileLook, tableLook } from "./file-look.ts";
import { planTable, type TablePlan } from "./header.ts";
import { usualTableLimits } from "./limits.ts";
import { rowGroup } from "./message.ts";
import { HeadedCsvReader } from "./reader.ts";
import { quotedIn, rowText } from "./row-style.ts";
import { type WritableRow, writableRows } from "./writable-rows.ts";

/** The byte order mark. */
const mark = "\ufeff";

/**
 * Writes messages as the rows of a table. With the layout of the file they were read from, the same
 * bytes; without one, the columns in the definition's order, quotes only where needed, line feeds. What
 * was written is read before it is given out: what a reader would refuse or hold is refused.
 */
export function writeCsv(document: WritableDocument, catalogue: Catalogue): Written {
  const { flow, version } = document.envelope;
  const known = catalogue.tables().filter((one) => one.flow === flow);
  const table = known.find((one) => one.version === version) ?? known[0];
  if (table === undefined) {
    const say = `The catalogue has no table ${printable(flow)}, so nobody knows how to write it.`;
    return { ok: false, problems: [problem("UNKNOWN_FLOW", { line: null, value: flow }, say)] };
  }
  const look = tableLook(document.layout, table);
  const plan = planTable(table, { text: look.header ?? headerOf(table), marked: false });
  const writer = new CsvWriter(plan, look);
  const bytes = writer.write(document.messages.map(({ data }) => data));
  const open = (options: ReaderOptions) => new HeadedCsvReader(options, usualTableLimits);
  const { problems } = readBack({
    bytes,
    catalogue,
    open,
    flow,
    messages: document.messages.length,
    unwritten: writer.problems,
  });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, bytes };
}

function headerOf({ columns, delimiter }: TableDefinition): string {
  const names = columns.map(({ name }) => name);
  return rowText(names, quotedIn({ delimiter, lineEnd: "", quoted: new Set() }, names), delimiter);
}

class CsvWriter {
  readonly problems: Problem[] = [];
  readonly #plan: TablePlan;
  readonly #look: FileLook;
  readonly #blanks: Blanks;
  readonly #parts: string[] = [];
  #line = 1;
  /** Lines that stand for nothing in a message and are not written yet. */
  readonly #alone: (readonly [number, OddLine])[];

  constructor(plan: TablePlan, look: FileLook) {
    this.#plan = plan;
    this.#look = look;
    this.#blanks = new Blanks(plan);
    this.#alone = [...look.lines].filter(([, { alone }]) => alone).toSorted(([a], [b]) => a - b);
  }

  write(messages: readonly GroupData[]): Buffer {
    const { header, before, afterHeader, style, byteOrderMark, lastEnd } = this.#look;
    this.#put(before);
    if (byteOrderMark) this.#parts.push(mark);
    this.#put((header ?? this.#plan.headerText) + style.lineEnd + afterHeader);
    for (const data of messages) {
      this.#putAlone(this.#line);
      const rows = writableRows(this.#plan, data, (code, field, value, say) =>
        this.#find(code, field, value, say),
      );
      for (const row of rows) this.#row(row);
    }
    // A message may have been taken out: what was behind it still is in the file.
    this.#putAlone(Number.POSITIVE_INFINITY);
    const text = this.#parts.join("");
    const cut = lastEnd !== null && text.endsWith(style.lineEnd);
    return this.#encode(cut ? text.slice(0, -style.lineEnd.length) + lastEnd : text);
  }

  #row({ values, quoted, after }: WritableRow): void {
    this.#putAlone(this.#line);
    const { style, lines } = this.#look;
    const text = rowText(values, quoted ?? quotedIn(style, values), style.delimiter);
    const odd = lines.get(this.#line);
    const end = odd?.end ?? after ?? style.lineEnd;
    const read = odd === undefined || odd.alone ? null : odd.text;
    this.#put((read !== null && this.#saysSame(read, values) ? read : text) + end);
  }

  /** Whether a row that looked otherwise than others has these values; what it has beyond them is reported. */
  #saysSame(text: string, values: readonly string[]): boolean {
    const split = splitRecords([text], this.#look.style.delimiter)[0];
    if (values.every((value) => value === "")) return true;
    if (split === null || split === undefined) return false;
    const fields = this.#blanks.leaveOut(split);
    const further = fields.slice(values.length);
    if (further.some((field) => field.text !== ""))
      this.#find("TOO_MANY_FIELDS", null, String(fields.length), sayBeyond);
    return values.every((value, position) => value === (fields[position]?.text ?? ""));
  }

  #putAlone(line: number): void {
    for (;;) {
      const [at = Number.POSITIVE_INFINITY, odd] = this.#alone[0] ?? [];
      if (odd === undefined || at > Math.max(line, this.#line)) return;
      this.#alone.shift();
      this.#put((odd.text ?? "") + (odd.end ?? this.#look.style.lineEnd));
    }
  }

  #put(text: string): void {
    this.#parts.push(text);
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#line += 1;
  }

  #find(code: ProblemCode, field: string | null, value: string | null, sentence: string): void {
    const place = { line: this.#line, group: rowGroup, field, value };
    this.problems.push(problem(code, place, sentence));
  }

  #encode(text: string): Buffer {
    const { charset } = this.#plan.table;
    if (charset === "utf-8") return Buffer.from(text, "utf8");
    // No value has the mark: Latin-1 has no such character.
    return Buffer.from(text.replace(mark, "\xef\xbb\xbf"), "latin1");
  }
}
