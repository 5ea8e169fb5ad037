import type { Message } from "../../../../core/file/document.ts";
import type { Connection } from "../../database/connection.ts";
import { deleteMessages } from "../message-rows.ts";
import type { RecordTables } from "../record-files.ts";

/** Takes away which of a file's messages without an event wait for a process. */
const deleteWaitingOf = `
  DELETE FROM unmatched WHERE message IN (
    SELECT m.id FROM messages m
    WHERE m.file = ? AND NOT EXISTS (SELECT 1 FROM events e WHERE e.message = m.id))`;

/** Where the messages of a new reading come from. */
export interface NewMessages {
  /** Messages that are in memory; none when they are written already. */
  readonly items: readonly Message[];
  /**
   * Puts them in the place of those of the file that have no event. A line that has a message keeps its
   * number; others are numbered from `firstId` on. Gives the first of those others' lines.
   */
  put(file: number, firstId: number): Promise<number | null>;
  /** The data that it has at a line of a file; null when it has no message there. To be asked before `put`. */
  dataAt(file: number, line: number): Promise<string | null>;
  /** The messages are under the file already, which had no others. */
  readonly inPlace?: true;
}

/** Puts messages in the place of those of a file that have no event; none when it is to have none. Gives the first new line. */
export type ReplaceMessages = (
  file: number,
  messages: NewMessages | null,
) => Promise<number | null>;

/** Prepares the statements that replace the messages of a file. */
export function replacingMessages({ db }: Connection, tables: RecordTables): ReplaceMessages {
  const remove = db.prepare<[number, null]>(deleteMessages);
  const removeWaiting = db.prepare<[number]>(deleteWaitingOf);

  /**
   * Replaces the messages that have no event. One at the same line keeps its number; the others' numbers
   * are asked for before any goes.
   */
  async function replaceMessages(
    file: number,
    messages: NewMessages | null,
  ): Promise<number | null> {
    if (messages?.inPlace) return await messages.put(file, 0);
    const firstId = await tables.messages.nextId();
    await tables.files.setState(file, "recording", null);
    if (messages === null) {
      await remove.run(file, null);
      return null;
    }
    // What waits for a process is found again by routing, or is not.
    await removeWaiting.run(file);
    return await messages.put(file, firstId);
  }

  return replaceMessages;
}
