import { setTimeout as delay } from "node:timers/promises";
import type Database from "better-sqlite3";
import { StoreError } from "../../port/store-error.ts";
import type { DamagedRow } from "../../port/verify-store.ts";

import { FileMarks } from "./file-marks.ts";
import { asStoreError, damagedError, isBusy, isDamage, replacedError } from "./store-error.ts";

/** What is remembered of rows written: kept when the transaction commits, forgotten when it does not. */
export interface TransactionMemory {
  keep(): void;
  forget(): void;
}

/** For so long one look at the store's files counts for all reads, in milliseconds: a write always looks. */
const seenForMs = 20;

/** How a connection behaves towards other programs and the clock. */
export interface ConnectionOptions {
  readonly path: string;
  /** How long, in milliseconds, to try while another program holds the store. */
  readonly busyMs: number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Throws when this program may not use the store any more; asked before each use. */
  readonly guard?: () => void;
  /** Called with how long each transaction that writes took, in milliseconds. */
  readonly onCommit?: (tookMs: number) => void;
}

/**
 * One SQLite connection. A write is one synchronous BEGIN IMMEDIATE … COMMIT; when another program is
 * in the way, the wait is asynchronous, so that this program goes on meanwhile.
 */
export class Connection {
  readonly db: Database.Database;
  readonly now: () => number;
  readonly path: string;
  readonly #busyMs: number;
  readonly #marks: FileMarks;
  readonly #guard: () => void;
  readonly #onCommit: (tookMs: number) => void;
  readonly #damage = new Map<string, DamagedRow>();
  readonly #memories: TransactionMemory[] = [];
  readonly #begin: Database.Statement;
  readonly #commit: Database.Statement;
  readonly #lastRecordedAt: Database.Statement<[], number>;
  readonly #dataVersion: Database.Statement<[], string>;

  constructor(db: Database.Database, options: ConnectionOptions) {
    this.db = db;
    this.now = options.now;
    this.path = options.path;
    this.#busyMs = options.busyMs;
    this.#guard = options.guard ?? (() => {});
    this.#onCommit = options.onCommit ?? (() => {});
    // A read opens the write-ahead log, whose mark is taken next.
    db.prepare("SELECT count(*) FROM sqlite_schema").get();
    this.#marks = new FileMarks(options.path);
    this.#begin = db.prepare("BEGIN IMMEDIATE");
    this.#commit = db.prepare("COMMIT");
    this.#lastRecordedAt = db
      .prepare<[], number>(
        `SELECT max(
           ifnull((SELECT recorded_at FROM files ORDER BY id DESC LIMIT 1), 0),
           ifnull((SELECT recorded_at FROM events ORDER BY seq DESC LIMIT 1), 0))`,
      )
      .pluck();
    this.#dataVersion = db
      .prepare<[], string>("SELECT data_version || ' ' || total_changes() FROM pragma_data_version")
      .pluck();
  }

  /** Differs whenever anything was written since, by this program or another. Within a read or a write only. */
  dataVersion(): string {
    return this.#dataVersion.get() ?? "";
  }

  /** Notes a row that cannot be read, once: who lists rows goes on with the others. */
  noteDamage(about: string, error: unknown): void {
    const cause = error instanceof StoreError ? (error.cause ?? error) : error;
    const why = cause instanceof Error ? cause.message : String(cause);
    this.#damage.set(about, { about, why });
  }

  /** The rows that could not be read so far. */
  damage(): readonly DamagedRow[] {
    return [...this.#damage.values()];
  }

  /** Has the memory called when a transaction ends, with how it ended. */
  remember(memory: TransactionMemory): void {
    this.#memories.push(memory);
  }

  /** Runs the body as one transaction. Rejects with a `StoreError` when the store cannot be used. */
  write<T>(body: () => T): Promise<T> {
    return patiently(this.path, this.#busyMs, () => {
      this.#see();
      return this.#transact(body);
    });
  }

  /** Runs statements that only read; each sees the last commit. */
  read<T>(body: () => T): Promise<T> {
    return patiently(this.path, this.#busyMs, () => {
      this.#see(seenForMs);
      return body();
    });
  }

  /** Reads what is asked for by name: when its row is damaged, that is said of it alone. */
  async readOf<T>(about: string, body: () => T): Promise<T> {
    try {
      return await this.read(body);
    } catch (error) {
      throw isDamage(error) ? damagedError(about, error) : error;
    }
  }

  /** Which of the store's files is gone from its path, or another one than the open one; null when none is. */
  replaced(): string | null {
    return this.#marks.changed();
  }

  /** What is read of files that nobody else can reach is not the store, and what is written there is lost. */
  #see(withinMs = 0): void {
    const file = this.#marks.changed(withinMs);
    if (file !== null) throw replacedError(this.path, file);
    this.#guard();
  }

  /** The moment of recording: the clock's, but never before an earlier record's. Within a write only. */
  stamp(): number {
    return Math.max(this.now(), this.lastRecordedAt());
  }

  /** When the last file or event was recorded, in milliseconds since 1970; 0 before the first. Within a read or a write only. */
  lastRecordedAt(): number {
    return this.#lastRecordedAt.get() ?? 0;
  }

  #transact<T>(body: () => T): T {
    const beganAt = performance.now();
    this.#begin.run();
    try {
      const result = body();
      this.#commit.run();
      for (const memory of this.#memories) memory.keep();
      this.#onCommit(performance.now() - beganAt);
      return result;
    } catch (error) {
      // SQLite ends some transactions on its own (a full disk): then there is nothing to roll back.
      if (this.db.inTransaction) this.db.exec("ROLLBACK");
      for (const memory of this.#memories) memory.forget();
      throw error;
    }
  }
}

/** Tries again, with jitter, while another program is in the way, for at most `busyMs`. */
export async function patiently<T>(path: string, busyMs: number, body: () => T): Promise<T> {
  const started = performance.now();
  for (let pauseMs = 2; ; pauseMs = Math.min(pauseMs * 2, 100)) {
    try {
      return body();
    } catch (error) {
      if (!isBusy(error) || performance.now() - started >= busyMs) throw asStoreError(error, path);
    }
    await delay(pauseMs * (0.5 + Math.random()));
  }
}
