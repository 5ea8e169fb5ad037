import type { FileState } from "../../../core/file/file.ts";
import { cutArrival } from "../../rules/files/prepared-file.ts";
import type { Connection } from "../database/connection.ts";
import { mapInTurn } from "../database/in-turn.ts";
import type { Intern } from "../database/interned.ts";

/** Finds a file by its arrival. */
const selectByArrival = `SELECT id, state, other_file AS "otherFile" FROM files WHERE claim = ? AND tail = ?`;

/** Finds the files of many arrivals, by their places among them. */
const selectByArrivals = `
  SELECT w.place, f.id, f.state, f.other_file AS "otherFile"
  FROM unnest(?::bigint[], ?::text[]) WITH ORDINALITY w (claim, tail, place)
  JOIN files f ON f.claim = w.claim AND f.tail = w.tail`;

/** A file that is in the store. */
export interface KnownFile {
  readonly id: number;
  readonly state: FileState;
  readonly otherFile: number | null;
}

/** Finding files by their arrivals: those that were expected are looked for together. Within a write only. */
export function expectedArrivals(connection: Connection, claim: Intern) {
  const { db } = connection;
  const select = db.prepare<[number, string], KnownFile>(selectByArrival);
  const selectMany = db.prepare<
    [readonly number[], readonly string[]],
    KnownFile & { readonly place: number }
  >(selectByArrivals);
  const known = new Map<string, KnownFile | null>();
  const forget = () => known.clear();
  connection.remember({ keep: forget, forget });

  return {
    forget,
    /** Looks for many; returns how many of them are in the store. */
    async expect(arrivals: readonly string[]): Promise<number> {
      const cut = arrivals.map(cutArrival);
      const claims = await mapInTurn(cut, ({ head }) => claim(head));
      const tails = cut.map(({ tail }) => tail);
      for (const arrival of arrivals) known.set(arrival, null);
      const found = await selectMany.all(claims, tails);
      for (const { place, ...file } of found) known.set(arrivals[place - 1] ?? "", file);
      return found.length;
    },
    async find(arrival: string): Promise<KnownFile | null> {
      const expected = known.get(arrival);
      if (expected !== undefined) return expected;
      const { head, tail } = cutArrival(arrival);
      return (await select.get(await claim(head), tail)) ?? null;
    },
    /** To be called when a file is added. */
    added(arrival: string, { id, state, otherFile }: KnownFile): void {
      if (known.has(arrival)) known.set(arrival, { id, state, otherFile });
    },
  };
}
