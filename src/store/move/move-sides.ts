import type { MovedRow, MovedTable } from "./moved-table.ts";
import type { StoreMark } from "./store-mark.ts";

/** Reads all rows of a store, table by table. */
export interface RowReader {
  readonly tables: readonly MovedTable[];
  /** Rows of a table in the order of its primary key, some at a time. */
  rows(table: MovedTable): AsyncIterable<readonly MovedRow[]>;
}

/** The last number that was given in a table, so that none is given twice. */
export interface LastNumber {
  readonly table: string;
  readonly last: string;
}

/** The store that is moved. Nobody else writes into it until it is closed. */
export interface MoveSource extends RowReader {
  lastNumbers(): Promise<readonly LastNumber[]>;
  /** Marks the store as moved, and has the database itself refuse every write from then on. */
  markMoved(to: string): Promise<void>;
  close(): Promise<void>;
}

/** The store that another is moved into. It is marked as incomplete, and is used by nobody, until it is complete. */
export interface MoveTarget extends RowReader {
  /** What this kind of store can hold of rows, which may be other rows. */
  storable(rows: readonly MovedRow[]): readonly MovedRow[];
  insert(table: MovedTable, rows: readonly MovedRow[]): Promise<void>;
  /** Makes indexes, rules and numbers as they are in a store that was used from the start. */
  finish(numbers: readonly LastNumber[]): Promise<void>;
  /** Notes that what was moved is proved to be what it was. */
  markProved(): Promise<void>;
  close(): Promise<void>;
}

/** How a kind of store takes part in a move. */
export interface MovingPlace {
  /** As people may see it. */
  readonly shown: string;
  /** What the store there says of itself; null: nothing, or there is none. */
  mark(): Promise<StoreMark | null>;
  /** Refused while a daemon runs there. */
  openSource(): Promise<MoveSource>;
  /** Empties what a move left there that was not finished. Rejects when anything else is there. */
  openTarget(from: string): Promise<MoveTarget>;
  /** Takes the mark of an incomplete store away. */
  complete(): Promise<void>;
}
