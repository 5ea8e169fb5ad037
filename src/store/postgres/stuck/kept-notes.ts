import { type SpokenMessage, whyRestored } from "../../rules/stuck/note-rules.ts";
import { kindsOf } from "../../stuck/stuck-kinds.ts";
import type { Connection } from "../database/connection.ts";

const messageKinds = kindsOf("message")
  .map((kind) => `'${kind}'`)
  .join(", ");

/** The messages of a file without an event of which something was said, and whether that dismissed them. */
const selectSpokenOf = `
  SELECT m.id, m.file, m.line, m.last_line AS "lastLine", m.invalid, m.problems,
         (SELECT CASE WHEN x.verb = 'dismiss' THEN x.cause END FROM stuck_notes x
          WHERE x.kind = 'invalid' AND x.number = m.id AND x.verb IN ('dismiss', 'restore')
          ORDER BY x.id DESC LIMIT 1) AS "dismissedFor"
  FROM messages m
  WHERE m.file = ? AND NOT EXISTS (SELECT 1 FROM events e WHERE e.message = m.id)
    AND EXISTS (SELECT 1 FROM stuck_notes n
                WHERE n.kind IN (${messageKinds}) AND n.number = m.id)`;

/** The message of a file that holds one of some lines. */
const selectHolder = `
  SELECT id FROM messages WHERE file = ? AND line <= ? AND last_line >= ? ORDER BY line LIMIT 1`;

/** Gives a message what was said of another, but for dismissals. */
const copyNotes = `
  INSERT INTO stuck_notes (verb, cause, kind, number, text, actor, at)
  SELECT verb, cause, kind, ?, text, actor, at FROM stuck_notes
  WHERE kind IN (${messageKinds}) AND number = ? AND verb IN ('assign', 'note')
  ORDER BY id`;

/**
 * What people said of messages, when their file is read again. It stays with the number of a message; a
 * dismissal ends when an invalid message has other problems; what was said of one that is not there any more
 * goes to the one that holds its lines. Within a write only.
 */
export interface KeptNotes {
  /** To be asked before messages of a file are replaced. */
  of(file: number): Promise<readonly SpokenMessage[]>;
  /** To be called after, with those. */
  keep(were: readonly SpokenMessage[]): Promise<void>;
}

/** Prepares the statements. */
export function keptNotes(connection: Connection): KeptNotes {
  const { db } = connection;
  const select = db.prepare<[number], SpokenMessage>(selectSpokenOf);
  const messageNow = db.prepare<[number], Pick<SpokenMessage, "invalid" | "problems">>(
    "SELECT invalid, problems FROM messages WHERE id = ?",
  );
  const holder = db.prepare<[number, number, number], number>(selectHolder).pluck();
  const copy = db.prepare<[number, number]>(copyNotes);
  const move = db.prepare<[number, number, number, number | null]>(
    "INSERT INTO moved_messages (id, file, line, new_message) VALUES (?, ?, ?, ?)",
  );
  const restore = db.prepare<[string, number, string, number]>(
    `INSERT INTO stuck_notes (verb, cause, kind, number, text, actor, at)
     VALUES ('restore', ?, 'invalid', ?, ?, 'busbar', ?)`,
  );

  async function follow({ id, file, line, lastLine }: SpokenMessage): Promise<void> {
    const to = (await holder.get(file, lastLine, line)) ?? null;
    await move.run(id, file, line, to);
    if (to !== null) await copy.run(to, id);
  }

  return {
    of: (file) => select.all(file),
    async keep(were) {
      for (const message of were) {
        const now = await messageNow.get(message.id);
        if (now === undefined) await follow(message);
        else if (message.dismissedFor !== null) {
          const why = whyRestored(message, now);
          if (why !== null)
            await restore.run(message.dismissedFor, message.id, why, connection.now());
        }
      }
    },
  };
}
