import type { Catalogue, TableDefinition } from "../../catalogue/definition.ts";
import type { GroupData } from "../../core/document.ts";
import { hasError, type Problem } from "../../core/problem.ts";
import { printable } from "../printable.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { problem } from "../problem-log.ts";
import type { WritableDocument, Written } from "../writer.ts";
import { type FileLook, lookOf } from "./file-look.ts";
import { planTable, type TablePlan } from "./header.ts";
import { usualLimits } from "./limits.ts";
import { rowGroup } from "./message.ts";
import { quotedIn, rowText } from "./row-style.ts";
import { valuesOf, type WritableRow } from "./writable-rows.ts";

/**
 * Writes messages as the rows of a table. With the layout of the file they were read from, the same
 * bytes; without one, the columns in the definition's order, quotes only where needed, line feeds.
 */
export function writeCsv(document: WritableDocument, catalogue: Catalogue): Written {
  const { flow, version } = document.envelope;
  const known = catalogue.tables().filter((one) => one.flow === flow);
  const table = known.find((one) => one.version === version) ?? known[0];
  if (table === undefined)
    return refuse("UNKNOWN_FLOW", flow, `The catalogue has no table ${printable(flow)}.`);
  const look = lookOf(document.layout, table);
  const plan = planTable(table, { text: look.header ?? headerOf(table), marked: false });
  return new CsvWriter(plan, look).write(document.messages.map(({ data }) => data));
}

function refuse(code: ProblemCode, value: string, sentence: string): Written {
  return { ok: false, problems: [problem(code, { line: null, value }, sentence)] };
}

function headerOf({ columns, delimiter }: TableDefinition): string {
  const names = columns.map(({ name }) => name);
  return rowText(names, quotedIn({ delimiter, lineEnd: "", quoted: new Set() }, names), delimiter);
}

class CsvWriter {
  readonly #plan: TablePlan;
  readonly #look: FileLook;
  readonly #problems: Problem[] = [];
  readonly #parts: string[] = [];
  #line = 1;

  constructor(plan: TablePlan, look: FileLook) {
    this.#plan = plan;
    this.#look = look;
  }

  write(messages: readonly GroupData[]): Written {
    const { header, before, afterHeader, style, byteOrderMark, finalNewline } = this.#look;
    if (byteOrderMark) this.#parts.push("\ufeff");
    this.#put(before);
    this.#put((header ?? this.#plan.headerText) + style.lineEnd + afterHeader);
    for (const name of this.#plan.missing)
      this.#find("MISSING_COLUMN", null, name.name, "The header line to write lacks this column.");
    for (const data of messages) {
      const rows = valuesOf(this.#plan, data, (code, field, value, say) =>
        this.#find(code, field, value, say),
      );
      for (const row of rows) this.#row(row);
    }
    const text = this.#parts.join("");
    const whole = finalNewline ? text : text.replace(/\r?\n$/, "");
    if (hasError(this.#problems)) return { ok: false, problems: this.#problems };
    return { ok: true, bytes: this.#encode(whole) };
  }

  #row({ values, quoted, after }: WritableRow): void {
    const { style } = this.#look;
    const text = rowText(values, quoted ?? quotedIn(style, values), style.delimiter);
    if (Buffer.byteLength(text) > usualLimits.recordBytes)
      this.#find("LINE_TOO_LONG", null, null, "The row is longer than 65,536 bytes.");
    this.#put(text + (after ?? style.lineEnd));
  }

  #put(text: string): void {
    this.#parts.push(text);
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#line += 1;
  }

  #find(code: ProblemCode, field: string | null, value: string | null, sentence: string): void {
    const place = { line: this.#line, group: rowGroup, field, value };
    this.#problems.push(problem(code, place, sentence));
  }

  #encode(text: string): Buffer {
    const { charset } = this.#plan.table;
    if (charset === "utf-8") return Buffer.from(text, "utf8");
    const marked = text.startsWith("\ufeff");
    const bytes = Buffer.from(marked ? text.slice(1) : text, "latin1");
    return marked ? Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes]) : bytes;
  }
}
