import type { PollStore } from "../../port/poll-store.ts";
import type { Connection } from "./connection.ts";

/** The verbs about wishes for a look: of each channel one row, whose number grows. */
export function lookWishes(connection: Connection): PollStore {
  const { db } = connection;
  const wish = db
    .prepare<[string], number>(
      `INSERT INTO look_wishes (channel, number) VALUES (?, 1)
       ON CONFLICT (channel) DO UPDATE SET number = number + 1 RETURNING number`,
    )
    .pluck();
  const all = db.prepare<[], { channel: string; number: number }>(
    "SELECT channel, number FROM look_wishes",
  );
  return {
    request: (channel) => connection.write(() => wish.get(channel) ?? 0),
    requested: () =>
      connection.read(() => new Map(all.all().map(({ channel, number }) => [channel, number]))),
  };
}
