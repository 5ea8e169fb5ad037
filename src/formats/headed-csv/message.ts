import type { GroupData, Message, Subject } from "../../core/file/document.ts";
import type { Problem } from "../../core/file/problem.ts";
import type { Field } from "./fields.ts";
import type { PlannedColumn, TablePlan } from "./header.ts";
import { oddQuotes, type RowStyle } from "./row-style.ts";

/** A row with what is after it. */
export interface Row {
  readonly fields: readonly Field[];
  /** Its line end and those of blank lines after it. */
  after: string;
}

/** What a message is made of. */
export interface RowMessageParts {
  readonly plan: TablePlan;
  readonly style: RowStyle;
  readonly line: number;
  readonly lastLine: number;
  readonly subject: Subject | null;
  readonly problems: readonly Problem[];
  readonly rows: readonly Row[];
  /** Rows that were left out because there were too many to hold. */
  readonly leftOut: number;
}

/** Code of the group that messages of a table are occurrences of. */
export const rowGroup = "row";

type Draft = { [name: string]: string | Draft | Draft[] };

/** A message of a headed CSV file. */
export class CsvMessage implements Message {
  readonly line: number;
  readonly lastLine: number;
  readonly group = rowGroup;
  readonly subject: Subject | null;
  readonly problems: readonly Problem[];
  readonly #parts: RowMessageParts;

  constructor(parts: RowMessageParts) {
    this.line = parts.line;
    this.lastLine = parts.lastLine;
    this.subject = parts.subject;
    this.problems = parts.problems;
    this.#parts = parts;
  }

  /**
   * Beyond the columns: `$quoted`, the positions a row quotes where that is not as the file's first row
   * does; `$after`, the line ends after a row where they are not the file's; `$rest` with the number of
   * rows left out because there were too many to hold.
   */
  json(): string {
    const { plan, rows, leftOut } = this.#parts;
    const [first] = rows;
    const data: Draft = {};
    if (plan.grouped) {
      if (first !== undefined) addFields(data, plan.columns, first, (one) => !one.line);
      data["lines"] = rows.map((row) => this.#line(row, data));
    } else if (first !== undefined) {
      addFields(data, plan.columns, first, () => true);
      this.#addLook(data, first);
    }
    if (leftOut > 0) data["$rest"] = { rows: String(leftOut) };
    const typed: GroupData = data;
    return JSON.stringify(typed);
  }

  /** A line has its own columns, and any other column in which it differs from the message. */
  #line(row: Row, shared: Draft): Draft {
    const line: Draft = {};
    for (const [position, { key, line: own }] of this.#parts.plan.columns.entries()) {
      const text = row.fields[position]?.text ?? "";
      if (own ? text !== "" : text !== (shared[key] ?? "")) line[key] = text;
    }
    this.#addLook(line, row);
    return line;
  }

  #addLook(data: Draft, row: Row): void {
    const { style } = this.#parts;
    const quoted = oddQuotes(style, row.fields);
    if (quoted !== null) data["$quoted"] = quoted;
    if (row.after !== style.lineEnd) data["$after"] = row.after;
  }
}

function addFields(
  data: Draft,
  columns: readonly PlannedColumn[],
  { fields }: Row,
  wanted: (column: PlannedColumn) => boolean,
): void {
  for (const [position, column] of columns.entries()) {
    const text = fields[position]?.text ?? "";
    if (text !== "" && wanted(column)) data[column.key] = text;
  }
}
