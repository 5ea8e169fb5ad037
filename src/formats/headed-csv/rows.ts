import { subjectKindOf } from "../../catalogue/identifier.ts";
import type { Message, Subject } from "../../core/file/document.ts";
import { hasError, type Problem } from "../../core/file/problem.ts";
import { printable } from "../printable.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { inLineOrder, type ProblemLog, problem } from "../problem-log.ts";
import type { Field } from "./fields.ts";
import type { TablePlan } from "./header.ts";
import type { CsvLimits } from "./limits.ts";
import { CsvMessage, type Row, rowGroup } from "./message.ts";
import { RowCheck } from "./row-check.ts";
import type { RowStyle } from "./row-style.ts";

/** The separator of the parts of a key: no value has it without an error. */
const between = "\u001f";

/** What rows are read with. */
export interface RowsOptions {
  readonly plan: TablePlan;
  readonly limits: CsvLimits;
  readonly log: ProblemLog;
  readonly onMessage: ((message: Message) => void) | null;
}

/** The message whose rows are being read. */
interface OpenMessage {
  readonly key: string;
  readonly line: number;
  lastLine: number;
  readonly subject: Subject | null;
  readonly first: readonly Field[];
  readonly rows: Row[];
  readonly problems: Problem[];
  characters: number;
  leftOut: number;
}

/** Gathers rows into messages: rows that follow each other and agree in the key columns are one. */
export class Rows {
  messages = 0;
  invalid = 0;
  readonly #options: RowsOptions;
  readonly #style: () => RowStyle;
  readonly #check: RowCheck;
  readonly #keyPositions: readonly number[];
  readonly #subjectPosition: number;
  /** By key of messages: whether it was reported that their rows are apart. */
  readonly #seen = new Map<string, boolean>();
  #open: OpenMessage | null = null;

  constructor(options: RowsOptions, style: () => RowStyle) {
    const { plan, log } = options;
    const { groupBy, subject } = plan.table;
    this.#options = options;
    this.#style = style;
    this.#check = new RowCheck(plan, log);
    this.#keyPositions = plan.columns.flatMap(({ column, key }, position) =>
      column !== null && groupBy.includes(key) ? [position] : [],
    );
    this.#subjectPosition = plan.columns.findIndex(
      ({ column, key }) => column !== null && key === subject?.column,
    );
  }

  /** Takes a row; `after` is its line end. */
  row(line: number, lines: number, fields: readonly Field[], after: string): void {
    const key = this.#keyOf(fields);
    if (this.#open === null || !this.#options.plan.grouped || this.#open.key !== key) {
      this.close();
      this.#open = this.#begin(line, key, fields);
    }
    const open = this.#open;
    open.lastLine = line + lines - 1;
    this.#check.row(open.problems, line, fields, open.first);
    this.#keep(open, line, fields, after);
  }

  /**
   * A row that cannot be split into fields: a message of its own where rows are, else an error of the
   * file. Gives whether it is a message.
   */
  badRow(line: number, code: ProblemCode, text: string, sentence: string): boolean {
    const { plan, log } = this.#options;
    const make = () => problem(code, { line, group: rowGroup, value: text }, sentence);
    if (plan.grouped) {
      // It may belong to the message before it, or to the one after: neither can be trusted.
      log.add(log.file, code, make);
      return false;
    }
    this.close();
    const open = this.#begin(line, "", []);
    log.add(open.problems, code, make);
    this.#open = open;
    this.close();
    return true;
  }

  /** A blank line after the last row. */
  blank(lineEnd: string): void {
    const row = this.#open?.rows.at(-1);
    if (row !== undefined) row.after += lineEnd;
  }

  /** An error of the row just taken. */
  find(line: number, code: ProblemCode, value: string, sentence: string): void {
    const { log } = this.#options;
    const list = this.#open?.problems ?? log.file;
    log.add(list, code, () => problem(code, { line, group: rowGroup, value }, sentence));
  }

  /** The last row has no line end: the file's look, not the row's. */
  endOpen(lineEnd: string): void {
    const row = this.#open?.rows.at(-1);
    if (row?.after === "" || row?.after === "\r") row.after = lineEnd;
  }

  close(): void {
    const open = this.#open;
    if (open === null) return;
    this.#open = null;
    const { plan, onMessage } = this.#options;
    const problems = inLineOrder(open.problems);
    this.messages += 1;
    if (hasError(problems)) this.invalid += 1;
    if (onMessage === null) return;
    const { line, lastLine, subject, rows, leftOut } = open;
    const style = this.#style();
    onMessage(new CsvMessage({ plan, style, line, lastLine, subject, problems, rows, leftOut }));
  }

  #keyOf(fields: readonly Field[]): string {
    const parts = this.#keyPositions.map((position) => fields[position]?.text ?? "");
    return parts.join(between);
  }

  #begin(line: number, key: string, first: readonly Field[]): OpenMessage {
    if (this.#options.plan.grouped) this.#notice(line, key);
    return {
      key,
      line,
      lastLine: line,
      subject: this.#subjectOf(first),
      first,
      rows: [],
      problems: [],
      characters: 0,
      leftOut: 0,
    };
  }

  #subjectOf(fields: readonly Field[]): Subject | null {
    const key = fields[this.#subjectPosition]?.text ?? "";
    const { subject } = this.#options.plan.table;
    return key === "" || subject === null ? null : { kind: subjectKindOf(subject, key), key };
  }

  /** Says once for each key that its rows are apart. */
  #notice(line: number, key: string): void {
    const { limits, log } = this.#options;
    const wasTold = this.#seen.get(key);
    if (wasTold === undefined) {
      if (this.#seen.size < limits.keys) this.#seen.set(key, false);
      return;
    }
    if (wasTold) return;
    this.#seen.set(key, true);
    log.add(log.file, "MESSAGE_SPLIT", () => {
      const value = key.replaceAll(between, ", ");
      const sentence = `Rows of ${printable(value)} were further up already, with others between: each run of rows is a message of its own, and nobody looks whether they agree. Ask the sender to keep rows of one message together.`;
      return problem("MESSAGE_SPLIT", { line, group: rowGroup, value }, sentence);
    });
  }

  #keep(open: OpenMessage, line: number, fields: readonly Field[], after: string): void {
    const { limits, log, onMessage } = this.#options;
    for (const { text } of fields) open.characters += text.length + 1;
    if (open.characters <= limits.messageCharacters) {
      if (onMessage !== null) open.rows.push({ fields, after });
      return;
    }
    if (open.leftOut === 0)
      log.add(open.problems, "MESSAGE_TOO_LARGE", () =>
        problem(
          "MESSAGE_TOO_LARGE",
          { line, group: rowGroup },
          "The message is larger than 8 MiB; its rows from here on are left out. Ask the sender for smaller messages.",
        ),
      );
    open.leftOut += 1;
  }
}
