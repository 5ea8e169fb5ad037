import Database from "better-sqlite3";

/** How many events a store has, asked again and again from when it is there. */
export class EventCount {
  readonly #path: string;
  #db: Database.Database | null = null;

  constructor(path: string) {
    this.#path = path;
  }

  /** Undefined while the store is not there or just being made. */
  now(): number | undefined {
    try {
      this.#db ??= new Database(this.#path, { readonly: true, fileMustExist: true });
      return this.#db.prepare<[], number>("SELECT max(seq) FROM events").pluck().get();
    } catch {
      return undefined;
    }
  }

  close(): void {
    this.#db?.close();
  }
}
