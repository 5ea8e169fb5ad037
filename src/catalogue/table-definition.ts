import type { SubjectKind } from "../core/document.ts";
import type { Party } from "../core/envelope.ts";
import type { FieldDefinition } from "./definition.ts";

/** How bytes are text. */
export type Charset = "utf-8" | "latin1";

/** A column of a headed CSV file; found by name, so its place does not matter. */
export interface ColumnDefinition extends FieldDefinition {
  /** Other names that a header line may give it. */
  readonly aliases: readonly string[];
  /** How a date, datetime or time is written; null for other formats. */
  readonly layout: string | null;
  /** Told once for each line of a message, not once for the message. */
  readonly line: boolean;
}

/** One version of a flow whose files are CSV: a line of column names, then rows; no header, no trailer. */
export interface TableDefinition {
  readonly family: "headed-csv";
  /** e.g. `ORDERS`. */
  readonly flow: string;
  readonly version: string;
  readonly name: string;
  readonly delimiter: string;
  readonly charset: Charset;
  /** Who sends it to whom, as far as the definition knows: the file does not say. */
  readonly from: Party;
  readonly to: Party;
  readonly columns: readonly ColumnDefinition[];
  /** Names of columns that all must be there for a header line to be this table's; empty: most of those required. */
  readonly recognisedBy: readonly string[];
  /** Keys of the columns that rows of one message agree in; empty: each row is a message. */
  readonly groupBy: readonly string[];
  /** The column that says what a message is about, by key; null when none does. */
  readonly subject: { readonly column: string; readonly kind: SubjectKind } | null;
}
