import type { PollStore } from "../../port/poll-store.ts";
import type { Connection } from "./connection.ts";

/** Names the request for new settings where channels have theirs: no channel is called so. */
const settings = "/settings";

/** The verbs about requests to the daemon: of each channel one row, whose number grows, and one of the settings. */
export function pollRequests(connection: Connection): PollStore {
  const { db } = connection;
  const wish = db
    .prepare<[string], number>(
      `INSERT INTO poll_requests (channel, number) VALUES (?, 1)
       ON CONFLICT (channel) DO UPDATE SET number = poll_requests.number + 1 RETURNING number`,
    )
    .pluck();
  const all = db.prepare<[], { channel: string; number: number }>(
    "SELECT channel, number FROM poll_requests",
  );
  const one = db
    .prepare<[string], number>("SELECT number FROM poll_requests WHERE channel = ?")
    .pluck();
  const request = (what: string) => connection.write(async () => (await wish.get(what)) ?? 0);
  return {
    request,
    requested: () =>
      connection.read(async () => {
        const channels = (await all.all()).filter(({ channel }) => channel !== settings);
        return new Map(channels.map(({ channel, number }) => [channel, number]));
      }),
    requestReload: () => request(settings),
    reloadRequested: () => connection.read(async () => (await one.get(settings)) ?? 0),
  };
}
