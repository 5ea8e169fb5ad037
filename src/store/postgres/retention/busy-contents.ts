import { setImmediate } from "node:timers/promises";
import type { Busy } from "../../port/retention-store.ts";
import type { StuckStore } from "../../port/stuck-store.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys } from "../database/listing.ts";

/** So many numbers are looked up in one read. */
const numbersAtOnce = 500;

const itself = "SELECT json_array_elements_text(?::json)::bigint";
const fileOfAction = `
  SELECT DISTINCT m.file FROM actions a
  JOIN events e ON e.seq = a.event JOIN messages m ON m.id = e.message WHERE a.id ${inKeys}`;
const fileOfOutboundMessage = `
  SELECT DISTINCT m.file FROM outbound_messages o
  JOIN events e ON e.seq = o.cause JOIN messages m ON m.id = e.message WHERE o.id ${inKeys}`;

/** What is under way though nothing of it is stuck: its numbers, by an index, and the files of some of them. */
const underWay: readonly (readonly [numbers: string, files: string])[] = [
  ["SELECT file FROM unfinished", itself],
  ["SELECT file FROM unrouted", itself],
  // A conflict that was dismissed is undecided all the same.
  ["SELECT id FROM files WHERE state = 'recording' AND state <> 'recorded'", itself],
  ["SELECT id FROM files WHERE state = 'conflict' AND state <> 'recorded'", itself],
  ["SELECT id FROM actions WHERE state = 'running'", fileOfAction],
  ["SELECT id FROM actions WHERE state = 'planned' AND parked = 0", fileOfAction],
  ["SELECT id FROM actions WHERE state = 'planned' AND parked = 1", fileOfAction],
  ["SELECT id FROM outbound_messages WHERE state = 'waiting'", fileOfOutboundMessage],
];

/** Files of the events of a process, from its last to its first. */
const selectFilesOfProcess = `
  WITH RECURSIVE chain (previous, message) AS (
    SELECT e.previous, e.message FROM processes p JOIN events e ON e.seq = p.last_event WHERE p.id = ?
    UNION ALL SELECT e.previous, e.message FROM chain c JOIN events e ON e.seq = c.previous)
  SELECT DISTINCT m.file FROM chain c JOIN messages m ON m.id = c.message`;

/** A file, the containers that it came in and the files in it, whatever the depth: what becomes of one needs the others. */
const selectFamily = `
  WITH RECURSIVE up (file) AS (
    SELECT json_array_elements_text(?::json)::bigint UNION SELECT m.container FROM up JOIN members m ON m.file = up.file),
  family (file) AS (
    SELECT file FROM up UNION SELECT m.file FROM family y JOIN members m ON m.container = y.file)
  SELECT DISTINCT (SELECT f.content FROM files f WHERE f.id = y.file) FROM family y`;

/** Which contents something waits for, whatever their age. */
export function busyContents(
  connection: Connection,
  stuck: Pick<StuckStore, "list">,
): () => Promise<Busy> {
  const { db } = connection;
  const ways = underWay.map(([numbers, files]) => ({
    numbers: db.prepare<[], number>(numbers).pluck(),
    files: db.prepare<[string], number>(files).pluck(),
  }));
  const outboundContent = db
    .prepare<[number], number>("SELECT content FROM outbound WHERE id = ?")
    .pluck();
  const filesOfProcess = db.prepare<[number], number>(selectFilesOfProcess).pluck();
  const family = db.prepare<[string], number>(selectFamily).pluck();

  /** What the numbers lead to, some at a time, so that others get a turn. */
  async function lookUp(
    numbers: Iterable<number>,
    statement: typeof family,
    into: Set<number>,
  ): Promise<void> {
    const all = [...numbers];
    for (let start = 0; start < all.length; start += numbersAtOnce) {
      const some = JSON.stringify(all.slice(start, start + numbersAtOnce));
      for (const found of await connection.read(() => statement.all(some))) into.add(found);
      await setImmediate();
    }
  }

  return async () => {
    const contents = new Set<number>();
    const files = new Set<number>();
    for (const way of ways)
      await lookUp(await connection.read(() => way.numbers.all()), way.files, files);
    for await (const { kind, number, file } of stuck.list()) {
      if (file !== null) files.add(file);
      if (kind === "build-failed")
        for (const one of await connection.read(() => filesOfProcess.all(number))) files.add(one);
      if (kind.startsWith("outbound-")) {
        const content = await connection.read(() => outboundContent.get(number));
        if (content !== undefined) contents.add(content);
      }
    }
    await lookUp(files, family, contents);
    return contents;
  };
}
