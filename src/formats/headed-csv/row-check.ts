import { subjectKindOf } from "../../catalogue/identifier.ts";
import type { Problem } from "../../core/file/problem.ts";
import { printable } from "../printable.ts";
import type { ProblemCode } from "../problem-codes.ts";
import { type ProblemLog, problem } from "../problem-log.ts";
import { faultOf, hasControlInCell } from "./check-value.ts";
import type { Field } from "./fields.ts";
import type { PlannedColumn, TablePlan } from "./header.ts";
import { rowGroup } from "./message.ts";
import { sayCellFault } from "./say-fault.ts";

/** Checks the rows of a file against its table. */
export class RowCheck {
  readonly #plan: TablePlan;
  readonly #log: ProblemLog;

  constructor(plan: TablePlan, log: ProblemLog) {
    this.#plan = plan;
    this.#log = log;
  }

  /** Every field of a row, and whether the row agrees with its message's first; problems go to `list`. */
  row(list: Problem[], line: number, fields: readonly Field[], first: readonly Field[]): void {
    const { columns, table } = this.#plan;
    if (fields.length !== columns.length) this.#checkCount(list, line, fields);
    for (const [position, planned] of columns.entries()) {
      const text = fields[position]?.text;
      if (text === undefined) break;
      const { column } = planned;
      if (fields !== first && column !== null && !column.line) {
        const before = first[position]?.text ?? "";
        if (text === before) continue;
        this.#differs(list, line, planned, text, before);
      }
      if (hasControlInCell(text)) this.#add(list, "CONTROL_CHARACTER", line, planned, text);
      if (column === null) continue;
      if (text === "") {
        if (column.required) this.#add(list, "MISSING_VALUE", line, planned, text);
      } else {
        const fault = faultOf(table, column, text);
        if (fault !== null) this.#add(list, fault, line, planned, text);
      }
    }
  }

  #add(
    list: Problem[],
    code: ProblemCode,
    line: number,
    { column, key, name }: PlannedColumn,
    text: string,
  ): void {
    const value = code === "MISSING_VALUE" ? null : text;
    const { subject } = this.#plan.table;
    const sentence =
      column === null
        ? `Column ${printable(name)} has a control character in it (shown as \\t or its number, \\u{7f}); ask the sender to correct the file.`
        : sayCellFault(
            code,
            column,
            text,
            this.#log.isRaised("UNLISTED_CODE"),
            subject === null ? null : subjectKindOf(subject, text),
          );
    this.#log.add(list, code, () =>
      problem(code, { line, group: rowGroup, field: key, value }, sentence),
    );
  }

  #differs(
    list: Problem[],
    line: number,
    { key, name }: PlannedColumn,
    value: string,
    before: string,
  ): void {
    const sentence = `Column ${printable(name)} is "${printable(value)}" here and "${printable(before)}" in the first row of the same message, where all rows must agree; ask the sender which is right.`;
    this.#log.add(list, "COLUMN_DIFFERS", () =>
      problem("COLUMN_DIFFERS", { line, group: rowGroup, field: key, value }, sentence),
    );
  }

  #checkCount(list: Problem[], line: number, fields: readonly Field[]): void {
    const right = this.#plan.columns.length;
    const found = fields.length;
    const spare = fields.slice(right).every(({ text }) => text === "");
    const code =
      found < right ? "TOO_FEW_FIELDS" : spare ? "EXTRA_EMPTY_FIELDS" : "TOO_MANY_FIELDS";
    const what =
      code === "EXTRA_EMPTY_FIELDS"
        ? "the ones to spare are empty and ignored"
        : "ask the sender to correct the file";
    this.#log.add(list, code, () =>
      problem(
        code,
        { line, group: rowGroup, value: String(found) },
        `The row has ${found} field${found === 1 ? "" : "s"} where the header line has ${right}: ${what}.`,
      ),
    );
  }
}
