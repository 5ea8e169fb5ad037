import type { FileLayout, Outcome } from "../../core/file/document.ts";
import type { FlowReader, ReaderContext, ReaderOptions } from "../family.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { ProblemLog, problem } from "../problem-log.ts";
import { easedCodes, isStrict } from "../strict-codes.ts";
import { Blanks } from "./blanks.ts";
import { columnProblems } from "./column-problems.ts";
import { type Field, quotesOf, splitRecords } from "./fields.ts";
import { tableEnvelope, tableLayout } from "./file-look.ts";
import { beforeReturn, decode, matchHeader, type TablePlan } from "./header.ts";
import { KeptFile } from "./kept-file.ts";
import type { CsvLimits } from "./limits.ts";
import { type RawRecord, RecordFeed, type RecordSink } from "./record-feed.ts";
import { quotedWithoutNeed, type RowStyle } from "./row-style.ts";
import { Rows } from "./rows.ts";
import {
  sayBadBytes,
  sayBadQuote,
  sayOpenQuote,
  sayReturns,
  sayRowTooLong,
  sayZeros,
} from "./say-unread.ts";

/** The character where bytes were no text, and in text that lost characters before it came. */
const replacement = "\ufffd";

/** What old systems fill the end of a file with: Ctrl-Z and NUL. */
const endMarks: ReadonlySet<string> = new Set(["\u001a", "\0"]);

/** Characters of a last line that are looked at for such marks. */
const longestMark = 4096;

/** Reads one file of column names and rows, whatever pieces it comes in. */
export class HeadedCsvReader implements FlowReader, RecordSink {
  readonly #options: ReaderOptions;
  readonly #limits: CsvLimits;
  readonly #feed: RecordFeed;
  readonly #log = new ProblemLog();
  /** Null unless the file is to be kept whole. */
  readonly #kept: KeptFile | null;
  #plan: TablePlan | null = null;
  #rows: Rows | null = null;
  #blanks: Blanks | null = null;
  #style: RowStyle = { delimiter: ",", lineEnd: "\n", quoted: new Set() };
  /** Blank lines before the header line, and line ends after it. */
  #before = "";
  #afterHeader = "";
  #sawRow = false;
  /** The last record that was not blank is a row of a message. */
  #tellsLast = false;
  #lastEnd = "\n";
  /** The first line was no header line of any table, or of a file whose rows cannot be read. */
  #lost = false;
  #emptyRows = 0;

  constructor(options: ReaderOptions, limits: CsvLimits) {
    this.#options = options;
    this.#limits = limits;
    this.#feed = new RecordFeed(limits, this);
    this.#kept = options.whole === true ? new KeptFile() : null;
  }

  push(bytes: Uint8Array): void {
    this.#kept?.bytes(bytes);
    this.#feed.push(bytes);
  }

  end(): Outcome {
    this.#feed.end();
    this.#rows?.endOpen(this.#style.lineEnd);
    this.#rows?.close();
    const plan = this.#plan;
    if (plan !== null && !this.#lost && !this.#sawRow)
      this.#find(
        "NO_ROWS",
        null,
        null,
        "The file has column names and no rows; there is nothing to take from it.",
      );
    return {
      envelope: plan === null ? null : tableEnvelope(plan.table),
      problems: this.#log.finish(),
      messages: this.#rows?.messages ?? 0,
      invalid: this.#rows?.invalid ?? 0,
      lines: this.#feed.lines,
    };
  }

  context(): ReaderContext {
    return { family: "headed-csv" };
  }

  layout(): FileLayout {
    const before = this.#before;
    const afterHeader = this.#afterHeader;
    const lastEnd = this.#lastEnd === "" || this.#lastEnd === "\r" ? this.#lastEnd : null;
    const charset = this.#plan?.table.charset ?? "utf-8";
    const lines = this.#kept?.oddLines(charset) ?? new Map();
    return tableLayout(this.#plan, this.#style, { before, afterHeader, lastEnd, lines });
  }

  records(records: readonly RawRecord[]): number {
    // What follows a first line that names no table is not searched for another.
    if (this.#lost) return records.length;
    const rows = this.#plan === null ? this.#untilHeader(records) : 0;
    if (this.#lost || this.#plan === null) return records.length;
    const { charset, delimiter } = this.#plan.table;
    const texts = records.map(({ bytes }) => decode(bytes, charset));
    const split = splitRecords(texts.slice(rows), delimiter);
    for (let index = rows; index < records.length; index += 1) {
      const record = records[index];
      const fields = split[index - rows];
      if (record === undefined || fields === undefined) break;
      if (fields === null && record.fault === null) return index;
      this.#take(record, texts[index] ?? "", fields);
    }
    return records.length;
  }

  badQuote(record: RawRecord): void {
    this.#sawRow = true;
    this.#lastEnd = record.lineEnd;
    this.#badQuote(record, decode(record.bytes, this.#plan?.table.charset ?? "utf-8"));
  }

  #badQuote(record: RawRecord, text: string): void {
    this.#badRow(record, "BAD_QUOTE", text, sayBadQuote);
  }

  /** How many records there are up to and with the header line. */
  #untilHeader(records: readonly RawRecord[]): number {
    const index = records.findIndex(({ bytes }) => bytes.length > 0);
    const blank = index < 0 ? records : records.slice(0, index);
    this.#before += blank.map(({ lineEnd }) => lineEnd).join("");
    const header = records[index];
    if (header === undefined) return records.length;
    const tables = this.#options.catalogue.tables();
    const first = beforeReturn(header.bytes);
    const plan = matchHeader(first ?? header.bytes, tables);
    if (plan === null || (header.fault !== null && first === null)) this.#lose(header);
    else if ((first ?? header.bytes).includes(0)) this.#refuse(plan, header, "BAD_BYTES", sayZeros);
    else if (first !== null) this.#refuse(plan, header, "CONTROL_CHARACTER", sayReturns);
    else this.#begin(plan, header);
    return index + 1;
  }

  /** The table is known and none of its rows can be read: nothing but the cause is reported. */
  #refuse(plan: TablePlan, { line, bytes }: RawRecord, code: ProblemCode, sentence: string): void {
    this.#lost = true;
    // With all that is in its line, so that a writer refuses it, too.
    this.#plan = { ...plan, headerText: decode(bytes, plan.table.charset) };
    this.#find(code, line, null, sentence);
  }

  #lose({ line, bytes }: RawRecord): void {
    this.#lost = true;
    const value = decode(bytes, "utf-8");
    this.#find(
      "UNKNOWN_FORMAT",
      line,
      value,
      "The first line holds the column names of no table that is defined; it is kept as it is.",
    );
  }

  #begin(plan: TablePlan, { line, bytes, lineEnd }: RawRecord): void {
    const { onMessage = null } = this.#options;
    const { delimiter, charset } = plan.table;
    this.#plan = plan;
    this.#style = { delimiter, lineEnd: lineEnd === "\r\n" ? lineEnd : "\n", quoted: new Set() };
    this.#lastEnd = lineEnd;
    if (isStrict(this.#options.catalogue, plan.table.flow)) this.#log.raise(["UNLISTED_CODE"]);
    this.#log.ease(easedCodes(this.#options.catalogue, plan.table.flow));
    const options = { plan, limits: this.#limits, log: this.#log, onMessage };
    this.#blanks = new Blanks(plan);
    this.#rows = new Rows(options, () => this.#style);
    for (const { code, name, sentence } of columnProblems(plan))
      this.#find(code, line, name, sentence);
    if (decode(bytes, charset).includes(replacement)) this.#badBytes(line);
  }

  #take(record: RawRecord, text: string, fields: readonly Field[] | null): void {
    const { line, lines, lineEnd, fault } = record;
    if (text === "" && fault === null) {
      this.#blank(record);
      return;
    }
    const columns = this.#plan?.columns.length ?? 0;
    this.#lastEnd = lineEnd;
    if (lineEnd === "" && [...text.slice(0, longestMark)].every((one) => endMarks.has(one)))
      this.#endMark(record, text);
    else if (fields !== null && fields.length > 1 && fields.every((one) => one.text === ""))
      this.#emptyRow(record);
    else if (fault !== null || fields === null) this.#faulty(record, text);
    else if (lineEnd === "" && fields.length < columns)
      this.#cutShort(
        record,
        text,
        `The last line has ${fields.length} of ${columns} fields and no line end`,
      );
    else {
      if (!this.#sawRow) this.#learnStyle(fields);
      const told = this.#blanks?.leaveOut(fields) ?? fields;
      this.#rows?.row(line, lines, told, lineEnd);
      this.#tellsLast = true;
      if (fields.length !== columns || told !== fields || endsBare(fields))
        this.#kept?.uneven(line, lines);
      if (text.includes(replacement)) this.#badBytes(line);
    }
    this.#sawRow = true;
  }

  /** What old systems put behind the last line of a file; nothing is cut short. */
  #endMark({ line, lines }: RawRecord, text: string): void {
    this.#tellsLast = false;
    this.#kept?.alone(line, lines);
    const what = text.startsWith("\0") ? "bytes of value zero" : "a Ctrl-Z (0x1A)";
    this.#find(
      "CONTROL_CHARACTER",
      line,
      text,
      `The file ends with ${what} behind its last row, as old systems leave it; ask the sender to leave that out.`,
    );
  }

  /** A row without any value, as spreadsheets leave them below a table. */
  #emptyRow({ line, lines }: RawRecord): void {
    this.#tellsLast = false;
    this.#kept?.alone(line, lines);
    if (this.#emptyRows === 0)
      this.#find(
        "BLANK_LINE",
        line,
        null,
        "The file has rows without any value, as spreadsheets leave them; they are ignored.",
      );
    this.#emptyRows += 1;
  }

  #learnStyle(fields: readonly Field[]): void {
    const quoted = quotedWithoutNeed(fields, this.#style.delimiter);
    this.#style = { ...this.#style, quoted };
  }

  #blank({ line, lineEnd }: RawRecord): void {
    if (!this.#sawRow) this.#afterHeader += lineEnd;
    else if (this.#tellsLast) this.#rows?.blank(lineEnd);
    else this.#kept?.alone(line);
  }

  /** The row is in no message, or in one of its own that has nothing of it. */
  #badRow(record: RawRecord, code: ProblemCode, text: string, sentence: string): void {
    const { line, lines } = record;
    this.#tellsLast = false;
    const isMessage = this.#rows?.badRow(line, code, text, sentence) === true;
    if (isMessage) this.#kept?.unread(line, lines);
    else this.#kept?.alone(line, lines);
  }

  #cutShort({ line, lines }: RawRecord, text: string, what: string): void {
    this.#tellsLast = false;
    this.#kept?.alone(line, lines);
    this.#find(
      "CUT_SHORT",
      line,
      text,
      `${what}, so the file is cut short, or was taken while it was being written; ask the sender for the whole file.`,
    );
  }

  #faulty(record: RawRecord, text: string): void {
    const { fault, lineEnd } = record;
    this.#sawRow = true;
    if (fault === "LINE_TOO_LONG") this.#badRow(record, fault, text, sayRowTooLong);
    else if (quotesOf(text, this.#style.delimiter) === "wrong") this.#badQuote(record, text);
    else if (lineEnd === "") this.#cutShort(record, text, "A quote in the last line is not closed");
    else this.#badRow(record, "UNTERMINATED_QUOTE", text, sayOpenQuote);
  }

  #badBytes(line: number): void {
    this.#rows?.find(line, "BAD_BYTES", "", sayBadBytes);
  }

  #find(code: ProblemCode, line: number | null, value: string | null, sentence: string): void {
    this.#log.add(this.#log.file, code, () => problem(code, { line, value }, sentence));
  }
}

/** Whether a row ends with a carriage return of its own, which written without quotes seems to be half a line end. */
function endsBare(fields: readonly Field[]): boolean {
  const last = fields.at(-1);
  return last !== undefined && !last.quoted && last.text.endsWith("\r");
}
