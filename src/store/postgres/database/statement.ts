import { hash } from "node:crypto";
import type pg from "pg";

/** What a statement that writes did. */
export interface RunResult {
  readonly changes: number;
  /** The first column that it returns; of an insert that returns its number, that. */
  readonly lastInsertRowid: number;
}

/** Where statements run. */
export interface StatementSession {
  /** The connection whose transaction runs, with all written that was deferred: at once when nothing was. */
  current(): pg.ClientBase | Promise<pg.ClientBase>;
  /** Whether the server keeps statements under their names from one transaction to the next. */
  keepsNames(): boolean;
}

type Values = readonly unknown[];

/**
 * A statement of a store: positional values where it has `?`, an object of them where it has `@name`. To be used
 * within a read or a write only.
 */
export class Statement<Parameters extends unknown[] = unknown[], Row = unknown> {
  readonly #session: StatementSession;
  readonly #sql: string;
  readonly #compiled: CompiledSql;
  readonly #mode: "objects" | "first" | "arrays";

  constructor(
    session: StatementSession,
    sql: string,
    mode: "objects" | "first" | "arrays" = "objects",
  ) {
    this.#session = session;
    this.#sql = sql;
    this.#compiled = compiledSql(sql);
    this.#mode = mode;
  }

  /** Gives the first column of each row alone. */
  pluck(): Statement<Parameters, Row> {
    return new Statement(this.#session, this.#sql, "first");
  }

  /** Gives each row as an array of its columns. */
  raw(): Statement<Parameters, Row> {
    return new Statement(this.#session, this.#sql, "arrays");
  }

  /** Every row. */
  async all(...parameters: Parameters): Promise<Row[]> {
    const { rows } = await this.#query(parameters);
    if (this.#mode !== "first") return rows as Row[];
    return rows.map((row) => (row as Values)[0] as Row);
  }

  /** The first row; undefined when there is none. */
  async get(...parameters: Parameters): Promise<Row | undefined> {
    const [row] = await this.all(...parameters);
    return row;
  }

  /** Runs a statement for what it changes. */
  async run(...parameters: Parameters): Promise<RunResult> {
    const { rowCount, rows } = await this.#query(parameters);
    const [first] = rows as Record<string, unknown>[];
    const id = first === undefined ? 0 : Number(Object.values(first)[0]);
    return { changes: rowCount ?? 0, lastInsertRowid: id };
  }

  async #query(parameters: Values): Promise<pg.QueryResult | pg.QueryArrayResult> {
    const { text, names } = this.#compiled;
    const given = names === null ? parameters : valuesNamed(names, parameters[0]);
    const values = given.map(storable);
    const session = this.#session.current();
    const client = session instanceof Promise ? await session : session;
    const config = {
      text,
      values,
      ...(this.#session.keepsNames() && { name: this.#compiled.name }),
    };
    return this.#mode === "objects"
      ? client.query<pg.QueryResultRow>(config)
      : client.query<unknown[]>({ ...config, rowMode: "array" });
  }
}

/** Prepares statements. */
export interface Preparing {
  prepare<Parameters extends unknown[] = unknown[], Row = unknown>(
    sql: string,
  ): Statement<Parameters, Row>;
}

/** SQL as the server takes it, and the names of its values in their order; null where they have none. */
export interface CompiledSql {
  readonly text: string;
  /** What the server calls it, made from its text: whoever shares a session with others means the same by a name. */
  readonly name: string;
  readonly names: readonly string[] | null;
}

const compiled = new Map<string, CompiledSql>();

/** SQL as the server takes it; each text is looked through once. */
export function compiledSql(sql: string): CompiledSql {
  let known = compiled.get(sql);
  if (known === undefined) {
    known = compile(sql);
    compiled.set(sql, known);
  }
  return known;
}

/** Numbers the values of a statement, of which a name may occur in several places. Texts in quotes stay. */
function compile(sql: string): CompiledSql {
  const names: string[] = [];
  let positional = 0;
  const text = sql.replace(/'[^']*'|\?|@(\w+)/g, (found, name: string | undefined) => {
    if (found === "?") {
      positional += 1;
      return `$${positional}`;
    }
    if (name === undefined) return found;
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  const name = `busbar_${hash("sha256", text, "hex").slice(0, 32)}`;
  return { text, name, names: names.length === 0 ? null : names };
}

function valuesNamed(names: readonly string[], given: unknown): Values {
  const values = given as Readonly<Record<string, unknown>>;
  return names.map((name) => values[name] ?? null);
}

/** PostgreSQL's texts hold every character but the one of number 0. */
function storable(value: unknown): unknown {
  if (typeof value === "string")
    return value.includes("\0") ? value.replaceAll("\0", "\ufffd") : value;
  return Array.isArray(value) ? value.map(storable) : value;
}
