import Database from "better-sqlite3";
import { onTestFinished } from "vitest";
import { buildPending } from "../../src/build/build-pending.ts";
import { fireDueDeadlines } from "../../src/build/deadline-clock.ts";
import type { SequenceClaim } from "../../src/core/file/sequence.ts";
import type { ProcessDefinition } from "../../src/core/process/process.ts";
import { routePending } from "../../src/intake/file/route.ts";
import type { Store } from "../../src/store/port/store.ts";
import { madeFile } from "../store/made-file.ts";
import { StoreFolder } from "../store/sqlite/store-folder.ts";
import { loan, type Slip } from "./loan.ts";

/** What is stored of a build, and of the ledger, as tests look at it. */
export interface StoredBuild {
  readonly key: string;
  readonly status: string | null;
  readonly state: unknown;
  readonly error: string | null;
}
export interface LedgerRow {
  readonly event: number;
  readonly name: string;
  readonly state: string;
  readonly reason: string | null;
  readonly dueAt: number;
}

/** A store with the loans of a library, routed and built as the daemon would. */
export class Library {
  now = 1_000_000;
  readonly #folder: StoreFolder;
  readonly store: Store;
  #definitions: ReadonlyMap<string, ProcessDefinition> = new Map([["loan", loan]]);

  private constructor(folder: StoreFolder, store: Store) {
    this.#folder = folder;
    this.store = store;
  }

  static async open(): Promise<Library> {
    const folder = new StoreFolder();
    let now = () => 1_000_000;
    const library = new Library(folder, await folder.open({ now: () => now() }));
    now = () => library.now;
    onTestFinished(async () => {
      await library.store.close();
      folder[Symbol.dispose]();
    });
    return library;
  }

  /** The store's file. */
  get path(): string {
    return this.#folder.file;
  }

  /** As if another version of the program had been installed. */
  use(definition: ProcessDefinition): void {
    this.#definitions = new Map([[definition.type, definition]]);
  }

  /**
   * A slip about a book, written at a moment, comes in a file of its own; gives the file's id.
   * With a number, it is one of a sequence in which later files wait a minute for missing ones.
   */
  async tell(book: string, sentAt: number, slip: Slip, number?: number): Promise<number> {
    const json = () => JSON.stringify(slip);
    const messages = [{ line: 2, key: book, json }];
    const [recorded] = await this.store.files.record([
      madeFile({
        messages,
        occurredAt: sentAt,
        ...(number !== undefined && { sequence: claim(number) }),
      }),
    ]);
    await routePending(this.store, [...this.#definitions.values()]);
    if (recorded === undefined || "error" in recorded) throw new Error("not recorded");
    return recorded.id;
  }

  build(): Promise<number> {
    return buildPending(this.store, this.#definitions);
  }

  /** Lets time pass, fires what is due and builds. */
  async until(moment: number): Promise<void> {
    this.now = moment;
    await fireDueDeadlines(this.store, moment);
    await this.build();
  }

  builds(): StoredBuild[] {
    return this.#read<StoredBuild & { state: string | null }>(
      `SELECT p.key, w.text AS status, b.state, b.error FROM builds b
       JOIN processes p ON p.id = b.process LEFT JOIN strings w ON w.id = b.status ORDER BY p.key`,
    ).map((row) => ({ ...row, state: row.state === null ? null : JSON.parse(row.state) }));
  }

  ledger(): LedgerRow[] {
    return this.#read<LedgerRow>(
      `SELECT a.event, w.text AS name, a.state, a.reason, a.due_at AS dueAt
       FROM actions a JOIN strings w ON w.id = a.name ORDER BY a.event, a.id`,
    );
  }

  deadlines(): { dueAt: number; state: string }[] {
    return this.#read("SELECT due_at AS dueAt, state FROM deadlines ORDER BY due_at");
  }

  #read<Row>(sql: string): Row[] {
    const db = new Database(this.#folder.file, { readonly: true });
    try {
      return db.prepare<[], Row>(sql).all();
    } finally {
      db.close();
    }
  }
}

function claim(number: number): SequenceClaim {
  return { number, check: "warn", onGap: "wait", waitForMs: 60_000 };
}
