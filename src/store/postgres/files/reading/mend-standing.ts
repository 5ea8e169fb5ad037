import type { PreparedReading } from "../../../rules/files/prepared-file.ts";
import type { Connection } from "../../database/connection.ts";
import type { KeptNotes } from "../../stuck/kept-notes.ts";
import type { RecordTables } from "../record-files.ts";
import type { NewMessages, ReplaceMessages } from "./file-messages.ts";
import { unmendedProblems } from "./unmended-problems.ts";

/** The first line of a file whose message has no event. */
const selectFirstWithoutEvent = `
  SELECT m.line FROM messages m
  WHERE m.file = ? AND NOT EXISTS (SELECT 1 FROM events e WHERE e.message = m.id)
  ORDER BY m.line LIMIT 1`;

/** The first line of a file whose routing failed, and how many did. */
export const selectFailuresOf = `
  SELECT count(*) AS failures, min(m.line) AS line
  FROM failures x JOIN messages m ON m.id = x.message WHERE m.file = ?`;

/** Takes away what is known of failed routing of a file's messages. */
export const deleteFailuresOf =
  "DELETE FROM failures WHERE message IN (SELECT id FROM messages WHERE file = ?)";

/** What correcting an active file works with. */
interface MendingParts {
  readonly connection: Connection;
  readonly tables: RecordTables;
  readonly notes: KeptNotes;
  readonly replaceMessages: ReplaceMessages;
  readonly updateCounts: (problems: string | null, file: number) => Promise<void>;
}

/** Prepares the statements that correct an active file by a newer reading. */
export function mending({
  connection,
  tables,
  notes,
  replaceMessages,
  updateCounts,
}: MendingParts) {
  const { db } = connection;
  const unmended = unmendedProblems(connection);
  const firstWithoutEvent = db.prepare<[number], number>(selectFirstWithoutEvent).pluck();
  const failuresOf = db.prepare<[number], { failures: number; line: number | null }>(
    selectFailuresOf,
  );
  const removeFailures = db.prepare<[number]>(deleteFailuresOf);
  const unmark = db.prepare<[number]>("DELETE FROM unrouted WHERE file = ?");

  /** `before`: the problems of the file as its row has them. */
  async function mendStanding(
    file: number,
    { reading, before }: { readonly reading: PreparedReading; readonly before: string | null },
    messages: NewMessages,
  ): Promise<void> {
    const problems = await unmended.beside(file, { before, now: reading.problems }, messages);
    const failed = (await failuresOf.get(file))?.line ?? null;
    await tables.settled.settle(file);
    const spoken = await notes.of(file);
    await removeFailures.run(file);
    const replaced = (await firstWithoutEvent.get(file)) ?? null;
    const added = await replaceMessages(file, messages);
    await tables.settled.keepUnchanged(file);
    await notes.keep(spoken);
    await tables.files.setState(file, "recorded", null);
    await updateCounts(problems, file);
    const lines = [failed, replaced, added].filter((line) => line !== null);
    await unmark.run(file);
    await tables.files.setAwaitingRelease(file, reading.awaitingRelease);
    await tables.mentions.ofWaiting(file, reading.awaitingRelease);
    // All of it: what a later type of process is offered must not depend on which line was corrected.
    if (lines.length > 0) await tables.messages.enqueue(file, 0);
  }

  return mendStanding;
}
