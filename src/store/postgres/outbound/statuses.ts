import { numberedIdentity } from "../../../core/outbound/answer-identity.ts";
import type { FileVerdict, StatusCursor, StatusStore } from "../../port/outbound/status-store.ts";
import type { Connection } from "../database/connection.ts";
import type { OutboundMessages } from "./outbound-messages.ts";

/** The files after one, with whether they came by one of the channels and are no history. */
const selectFilesForStatus = `
  SELECT f.id, f.state = 'recording' AS "isOpen",
         w.text IN (SELECT json_array_elements_text(@channels::json))
           AND NOT EXISTS (SELECT 1 FROM history_files h WHERE h.file = f.id) AS "isWanted"
  FROM files f JOIN strings w ON w.id = f.channel
  WHERE f.id > @after ORDER BY f.id LIMIT @limit`;

/** The files read again after a reading. */
const selectReadingsAfter = "SELECT id, file FROM readings WHERE id > ? ORDER BY id LIMIT ?";

/** The files decided about after a decision, and those that they clashed with. */
const selectDecisionsAfter =
  "SELECT id, file, other FROM decisions WHERE id > ? ORDER BY id LIMIT ?";

/** The last that was said of a file. */
const selectLastStatus =
  "SELECT number, verdict FROM statuses WHERE file = ? ORDER BY number DESC LIMIT 1";

interface FileRow {
  readonly id: number;
  readonly isOpen: 0 | 1;
  readonly isWanted: 0 | 1;
}

/** Finding files of which something may have to be said. */
function lookingFor(connection: Connection): StatusStore["work"] {
  const { db } = connection;
  const cursor = db.prepare<[], StatusCursor>("SELECT file, reading, decision FROM status_cursor");
  const begin = db.prepare(
    `INSERT INTO status_cursor (one, file, reading, decision)
     SELECT 1, (SELECT coalesce(max(id), 0) FROM files), (SELECT coalesce(max(id), 0) FROM readings),
            (SELECT coalesce(max(id), 0) FROM decisions)`,
  );
  const filesAfter = db.prepare<[{ channels: string; after: number; limit: number }], FileRow>(
    selectFilesForStatus,
  );
  const readingsAfter = db.prepare<[number, number], { id: number; file: number }>(
    selectReadingsAfter,
  );
  const decisionsAfter = db.prepare<
    [number, number],
    { id: number; file: number; other: number | null }
  >(selectDecisionsAfter);

  return async ({ channels, limit }) => {
    const from = await connection.read(() => cursor.get());
    if (from === undefined) {
      await connection.write(async () => {
        if ((await cursor.get()) === undefined) await begin.run();
      });
      return { upTo: null, arrived: [], changed: [] };
    }
    return connection.read(async () => {
      const after = from.file;
      const rows = await filesAfter.all({ channels: JSON.stringify(channels), after, limit });
      const open = rows.findIndex(({ isOpen }) => isOpen === 1);
      const whole = open < 0 ? rows : rows.slice(0, open);
      const read = await readingsAfter.all(from.reading, limit);
      const decided = await decisionsAfter.all(from.decision, limit);
      const nothing = whole.length + read.length + decided.length === 0;
      const upTo = {
        file: whole.at(-1)?.id ?? from.file,
        reading: read.at(-1)?.id ?? from.reading,
        decision: decided.at(-1)?.id ?? from.decision,
      };
      const changed = [
        ...read.map(({ file }) => file),
        ...decided.flatMap(({ file, other }) => (other === null ? [file] : [file, other])),
      ];
      return {
        upTo: nothing ? null : upTo,
        arrived: whole.filter(({ isWanted }) => isWanted === 1).map(({ id }) => id),
        changed: [...new Set(changed)],
      };
    });
  };
}

/** The verbs by which senders get to know what became of their messages. */
export function statuses(connection: Connection, messages: OutboundMessages): StatusStore {
  const { db } = connection;
  const move = db.prepare<[StatusCursor]>(
    `UPDATE status_cursor SET file = greatest(file, @file), reading = greatest(reading, @reading),
       decision = greatest(decision, @decision)`,
  );
  const last = db.prepare<[number], { number: number; verdict: string }>(selectLastStatus);
  const note = db.prepare<[number, number, string, number]>(
    "INSERT INTO statuses (file, number, verdict, message) VALUES (?, ?, ?, ?)",
  );

  /** False where nothing is to be said. */
  async function isSent({ file, verdict, first, outgoing }: FileVerdict): Promise<boolean> {
    const before = await last.get(file);
    if (before === undefined ? !first : before.verdict === verdict) return false;
    const number = (before?.number ?? 0) + 1;
    const identity = numberedIdentity("status", file, number);
    const message = await messages.addOwn(outgoing(number), identity);
    await note.run(file, number, verdict, message);
    return true;
  }

  return {
    work: lookingFor(connection),

    send: (verdicts) =>
      connection.write(async () => {
        let sent = 0;
        for (const verdict of verdicts) if (await isSent(verdict)) sent += 1;
        return sent;
      }),

    done: (upTo) => connection.write(async () => void (await move.run(upTo))),
  };
}
