import { randomUUID } from "node:crypto";
import type { Connection } from "./connection.ts";

/** A program that did not say for so long that it runs is gone; by the server's clock, the only one that counts. */
const silent = "interval '60 seconds'";

/** How often a program says that it runs, in milliseconds. */
const beatMs = 15_000;

/**
 * Says in the store which program works on something over many commits, wherever it runs. It says again and
 * again that it lives, in the store itself.
 */
export interface ProgramMark {
  /** This program's own mark, noted when it is first asked for. Within a write only. */
  own(): Promise<string>;
  /** Whether it is this program's mark. */
  isOwn(mark: string): boolean;
  /** Whether the program with this mark still runs. Within a read or a write only. */
  isAlive(mark: string): Promise<boolean>;
  /** Forgets programs that no longer run. */
  sweep(): Promise<void>;
  release(): Promise<void>;
}

/** Marks for the programs on a store: a row each. */
export function programMark(connection: Connection): ProgramMark {
  const { db } = connection;
  const say = db.prepare<[string]>(
    `INSERT INTO programs (mark, until) VALUES (?, clock_timestamp() + ${silent})
     ON CONFLICT (mark) DO UPDATE SET until = excluded.until`,
  );
  const alive = db
    .prepare<[string], 1>("SELECT 1 FROM programs WHERE mark = ? AND until > clock_timestamp()")
    .pluck();
  const sweepSilent = db.prepare<[]>("DELETE FROM programs WHERE until <= clock_timestamp()");
  const remove = db.prepare<[string]>("DELETE FROM programs WHERE mark = ?");
  let own: { readonly mark: string; readonly beat: NodeJS.Timeout } | null = null;

  function begin(): string {
    const mark = randomUUID();
    const beat = setInterval(() => {
      connection.write(() => say.run(mark)).catch(() => {});
    }, beatMs);
    beat.unref();
    own = { mark, beat };
    return mark;
  }

  return {
    async own() {
      const mark = own?.mark ?? begin();
      await say.run(mark);
      return mark;
    },
    isOwn: (mark) => mark === own?.mark,
    isAlive: async (mark) => mark === own?.mark || (await alive.get(mark)) !== undefined,
    sweep: () => connection.write(async () => void (await sweepSilent.run())),
    async release() {
      if (own === null) return;
      const { mark, beat } = own;
      own = null;
      clearInterval(beat);
      await connection.write(() => remove.run(mark)).catch(() => {});
    },
  };
}
