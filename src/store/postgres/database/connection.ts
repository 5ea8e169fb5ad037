import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import type pg from "pg";
import { StoreError } from "../../port/store-error.ts";
import type { DamagedRow } from "../../port/verify-store.ts";
import { usualSilenceMs, whileAnswered } from "./answers.ts";
import type { ConnectionOptions } from "./connection-options.ts";
import {
  begun,
  hasDeferred,
  type RunningTransaction,
  writeDeferred,
} from "./running-transaction.ts";
import { type Preparing, Statement } from "./statement.ts";
import {
  asStoreError,
  damagedError,
  isBroken,
  isDamage,
  isNameLost,
  isPassing,
  readOnlyRefusal,
  standbyError,
  storeError,
} from "./store-error.ts";
import { beginRead, beginWrite, forgetLongGone } from "./transaction-texts.ts";

/** What is remembered of rows written: kept when the transaction commits, forgotten when it does not. */
export interface TransactionMemory {
  keep(): void;
  forget(): void;
}

/**
 * A store's sessions on its server. A write is one transaction, a read one snapshot. The statements of either
 * find their session through the asynchronous context.
 */
export class Connection {
  readonly db: Preparing;
  readonly now: () => number;
  readonly location: string;
  /** The number of the daemon whose connection it is; null when it is none's. */
  readonly daemon: number | null;
  /** Where a session of its own hears what other daemons tell. */
  readonly listenAt: string;
  readonly #pool: pg.Pool;
  readonly #options: ConnectionOptions;
  readonly #current = new AsyncLocalStorage<RunningTransaction>();
  readonly #damage = new Map<string, DamagedRow>();
  readonly #memories: TransactionMemory[] = [];
  readonly #lastRecordedAt: Statement<[], number>;
  #writing: Promise<unknown> = Promise.resolve();
  /** What this program's transactions are known by, and the number of the last. */
  readonly #session = randomUUID();
  #writes = 0;
  /** Behind a pooler that gives a session to one transaction at a time, names do not last. */
  #keepsNames = true;

  constructor(pool: pg.Pool, options: ConnectionOptions) {
    this.#pool = pool;
    this.#options = options;
    this.now = options.now;
    this.location = options.location;
    this.daemon = options.daemon ?? null;
    this.listenAt = options.listenAt ?? options.location;
    const session = {
      current: () => {
        const running = this.#running();
        const { client } = running;
        return hasDeferred(running) ? writeDeferred(running).then(() => client) : client;
      },
      keepsNames: () => this.#keepsNames,
    };
    this.db = { prepare: (sql) => new Statement(session, sql) };
    this.#lastRecordedAt = this.db
      .prepare<[], number>(
        `SELECT greatest(
           coalesce((SELECT recorded_at FROM files ORDER BY id DESC LIMIT 1), 0),
           coalesce((SELECT recorded_at FROM events ORDER BY seq DESC LIMIT 1), 0))`,
      )
      .pluck();
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

  /** Has rows that a write gathers written before its next statement, or its end. Within a write only. */
  defer(write: () => Promise<void>): void {
    this.#running().deferred.add(write);
  }

  /** Runs the body as one transaction. Rejects with a `StoreError` when the store cannot be used. */
  write<T>(body: () => T | Promise<T>): Promise<T> {
    const turn = this.#writing.then(() => this.#patiently(() => this.#transact(body)));
    this.#writing = turn.catch(() => {});
    return turn;
  }

  /** Runs statements that only read; all see the same moment. */
  read<T>(body: () => T | Promise<T>): Promise<T> {
    return this.#patiently(() => this.#look(body));
  }

  /** Reads what is asked for by name: when its row is damaged, that is said of it alone. */
  async readOf<T>(about: string, body: () => T | Promise<T>): Promise<T> {
    try {
      return await this.read(body);
    } catch (error) {
      throw isDamage(error) ? damagedError(about, error) : error;
    }
  }

  /** The moment of recording: the clock's, but never before an earlier record's. Within a write only. */
  async stamp(): Promise<number> {
    return Math.max(this.now(), await this.lastRecordedAt());
  }

  /** When the last file or event was recorded, in milliseconds since 1970; 0 before the first. Within a read or a write only. */
  async lastRecordedAt(): Promise<number> {
    return (await this.#lastRecordedAt.get()) ?? 0;
  }

  /** Runs a statement that no transaction can hold. */
  async outside(sql: string): Promise<void> {
    if (this.#options.readOnly) throw readOnlyRefusal(this.location);
    await this.#patiently(() => this.#withClient((client) => client.query(sql)));
  }

  /** Ends all sessions. */
  async close(): Promise<void> {
    await this.#writing;
    if (this.#writes > 0)
      await this.#pool
        .query(`DELETE FROM last_writes WHERE session = '${this.#session}'; ${forgetLongGone}`)
        .catch(() => {});
    await this.#pool.end();
  }

  #running(): RunningTransaction {
    const found = this.#current.getStore();
    if (found === undefined) throw new Error("A statement ran outside a read and a write");
    return found;
  }

  async #look<T>(body: () => T | Promise<T>): Promise<T> {
    return this.#withClient(async (client) => {
      // Sent together with the first statement, which only reads.
      const [, result] = await Promise.all([
        client.query(beginRead),
        this.#current.run(begun(client), async () => body()),
      ]);
      await client.query("COMMIT");
      return result;
    });
  }

  async #transact<T>(body: () => T | Promise<T>): Promise<T> {
    if (this.#options.readOnly) throw readOnlyRefusal(this.location);
    const beganAt = performance.now();
    try {
      const { result, number, lost } = await this.#withClient((client) =>
        this.#attempt(client, body),
      );
      if (lost !== null && !(await this.#wasCommitted(number))) throw lost;
      for (const memory of this.#memories) memory.keep();
      this.#options.onCommit?.(performance.now() - beganAt);
      return result;
    } catch (error) {
      for (const memory of this.#memories) memory.forget();
      throw error;
    }
  }

  /** One try. `lost`: the connection broke in the commit, of whose end the server has to be asked. */
  async #attempt<T>(client: pg.PoolClient, body: () => T | Promise<T>) {
    await this.#beginWrite(client);
    const running = begun(client);
    const result = await this.#current.run(running, async () => {
      const made = await body();
      await writeDeferred(running);
      return made;
    });
    this.#writes += 1;
    const number = this.#writes;
    try {
      await client.query(this.#commit(number));
      return { result, number, lost: null };
    } catch (error) {
      if (!isBroken(error)) throw error;
      return { result, number, lost: error };
    }
  }

  /**
   * Begins a transaction that writes. A daemon's is refused once its row is gone: it was away for so long that
   * another took its work over. Asked with the lock that who does so has too, so that neither misses the other.
   */
  async #beginWrite(client: pg.PoolClient): Promise<void> {
    await client.query(beginWrite);
    if (this.daemon === null) return;
    const { rowCount } = await client.query(`SELECT 1 FROM daemons WHERE number = ${this.daemon}`);
    if (rowCount === 0) throw storeError("lost", this.location);
  }

  /** Commits, and notes in the same transaction which one it is. */
  #commit(number: number): string {
    return `
      INSERT INTO last_writes (session, number) VALUES ('${this.#session}', ${number})
        ON CONFLICT (session) DO UPDATE SET number = excluded.number, at = now();
      COMMIT`;
  }

  /**
   * Whether the transaction of a number is in the store; asked for until the server is there again. Asked with the
   * lock that it had, so that it has ended by then. Its number in the server would not tell: one that a server which
   * went down forgot is given again. Nor would a standby, which may have yet to take in what it was sent.
   */
  async #wasCommitted(number: number): Promise<boolean> {
    return this.#patiently(() =>
      this.#withClient(async (client) => {
        await client.query(beginWrite);
        const { rows } = await client.query<{ number: number | null; follows: 0 | 1 }>(
          `SELECT pg_is_in_recovery() AS follows,
             (SELECT number FROM last_writes WHERE session = $1) AS number`,
          [this.#session],
        );
        await client.query("COMMIT");
        if (rows[0]?.follows === 1) throw standbyError();
        return rows[0]?.number === number;
      }),
    );
  }

  /** Gives a session to a transaction; one that failed is rolled back, and one that broke is not used again. */
  async #withClient<T>(use: (client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    const note = (error: Error) => {
      broken = error;
    };
    client.on("error", note);
    try {
      const { location, silenceMs = usualSilenceMs } = this.#options;
      return await whileAnswered(client, { location, silenceMs }, () => use(client));
    } catch (error) {
      await client.query("ROLLBACK").catch(note);
      throw error;
    } finally {
      client.off("error", note);
      client.release(broken);
    }
  }

  /** Tries again, with jitter, while transactions clash or the server is away, for at most `busyMs`. */
  async #patiently<T>(body: () => Promise<T>): Promise<T> {
    const started = performance.now();
    for (let pauseMs = 2; ; pauseMs = Math.min(pauseMs * 2, 500)) {
      try {
        return await body();
      } catch (error) {
        if (this.#keepsNames && isNameLost(error)) {
          this.#keepsNames = false;
          continue;
        }
        const isOver = performance.now() - started >= this.#options.busyMs;
        if (isOver || !isPassing(error)) throw asStoreError(error, this.location);
      }
      await delay(pauseMs * (0.5 + Math.random()));
    }
  }
}
