import type { Message } from "../../../../core/file/document.ts";
import type { FileState } from "../../../../core/file/file.ts";
import type { RouteStore } from "../../../port/events/route-store.ts";
import type { ReadingStore } from "../../../port/files/reading-store.ts";
import {
  type PreparedMessage,
  prepareMessage,
  prepareReading,
} from "../../../rules/files/prepared-file.ts";
import type { Connection } from "../../database/connection.ts";
import type { RecordTables } from "../record-files.ts";
import type { Unfinished } from "../unfinished.ts";
import type { Readings } from "./apply-reading.ts";
import type { NewMessages } from "./file-messages.ts";
import { deleteFailuresOf, selectFailuresOf } from "./mend-standing.ts";

/** Messages in memory that are to take the place of those of a file that have no event. */
export type InMemory = (
  messages: readonly Message[],
  items: readonly PreparedMessage[],
) => NewMessages;

/** Puts messages in memory under their file. */
export function messagesInMemory(tables: RecordTables): InMemory {
  return (messages, items) => ({
    items: messages,
    dataAt: (_, at) => items.find(({ line }) => line === at)?.data ?? null,
    put: (file, firstId) => tables.messages.replace(file, items, firstId),
  });
}

/** Mending: reading kept bytes again, and routing again what failed. */
export function readings(
  connection: Connection,
  tables: RecordTables,
  work: Unfinished,
  { apply }: Readings,
  inMemory: InMemory,
): {
  readonly readings: Pick<ReadingStore, "record">;
  readonly routes: Pick<RouteStore, "retryFailed">;
} {
  const { db } = connection;
  const stateOf = db.prepare<[number], FileState>("SELECT state FROM files WHERE id = ?").pluck();
  const failuresOf = db.prepare<[number], { failures: number; line: number | null }>(
    selectFailuresOf,
  );
  const removeFailures = db.prepare<[number]>(deleteFailuresOf);

  return {
    readings: {
      async record({ file, outcome, messages, occurredAt }) {
        const reading = prepareReading(outcome, messages);
        const items = reading.refused ? [] : messages.map(prepareMessage);
        if ((await connection.read(() => stateOf.get(file))) !== "recording")
          await work.clear(file);
        return connection.write(() => apply(file, reading, inMemory(messages, items), occurredAt));
      },
    },
    routes: {
      retryFailed: (file) =>
        connection.write(() => {
          const { failures, line } = failuresOf.get(file) ?? { failures: 0, line: null };
          if (line === null || stateOf.get(file) !== "recorded") return 0;
          tables.settled.settle(file);
          tables.settled.keepUnchanged(file);
          removeFailures.run(file);
          tables.messages.enqueue(file, line);
          return failures;
        }),
    },
  };
}
