import type Database from "better-sqlite3";
import { isDamage, storeError } from "./store-error.ts";

type Statement = Database.Statement<unknown[]>;

/**
 * Has each statement of a database prepared when it is first used. There are hundreds, and preparing all
 * takes longer than most programs that open a store need for what they came for.
 */
export function prepareLate(db: Database.Database, path: string): void {
  const prepare = db.prepare.bind(db);
  const late = (sql: string) => new LateStatement(() => prepared(path, () => prepare(sql)));
  db.prepare = late as unknown as typeof db.prepare;
}

/** What `prepare` gives; when it cannot, the schema is another than the migrations made. */
function prepared(path: string, prepare: () => Statement): Statement {
  try {
    return prepare();
  } catch (error) {
    throw isDamage(error) ? storeError("corrupt", path, error) : error;
  }
}

/** A statement as far as the store uses them. */
class LateStatement {
  readonly #prepare: () => Statement;
  #statement: Statement | null = null;

  constructor(prepare: () => Statement) {
    this.#prepare = prepare;
  }

  run(...values: unknown[]): Database.RunResult {
    return this.#ready().run(...values);
  }

  get(...values: unknown[]): unknown {
    return this.#ready().get(...values);
  }

  all(...values: unknown[]): unknown[] {
    return this.#ready().all(...values);
  }

  iterate(...values: unknown[]): IterableIterator<unknown> {
    return this.#ready().iterate(...values);
  }

  pluck(): LateStatement {
    return new LateStatement(() => this.#prepare().pluck());
  }

  raw(): LateStatement {
    return new LateStatement(() => this.#prepare().raw());
  }

  #ready(): Statement {
    this.#statement ??= this.#prepare();
    return this.#statement;
  }
}
