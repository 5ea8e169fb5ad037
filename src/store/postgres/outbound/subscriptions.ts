import type { FeedPlace } from "../../../core/event/feed-place.ts";
import type { SubscriptionStore } from "../../port/outbound/subscription-store.ts";
import type { Connection } from "../database/connection.ts";
import type { Intern } from "../database/interned.ts";
import { queueFinder } from "./outbound-messages.ts";

/** How far a subscription has come, and whether something of its channel is on its way or needs a person. */
const selectSubscription = `
  SELECT s.queue, s.event, s.revision,
    EXISTS (SELECT 1 FROM outbound o WHERE o.channel = s.channel
      AND o.state IN ('ready', 'uploaded', 'sending', 'unknown', 'failed')) AS "isOpen"
  FROM subscriptions s WHERE s.channel = (SELECT id FROM strings WHERE text = ?)`;

interface Row extends FeedPlace {
  readonly queue: number;
  readonly isOpen: 0 | 1;
}

/** Moves a subscription from where it is thought to be to another place. Within a write only; false when it is elsewhere. */
export type MoveSubscription = (
  channel: string,
  from: FeedPlace,
  to: FeedPlace,
) => Promise<boolean>;

/** Prepares the statement. */
export function subscriptionMover({ db }: Connection): MoveSubscription {
  const move = db.prepare<[number, number, string, number, number]>(
    `UPDATE subscriptions SET event = ?, revision = ?
     WHERE channel = (SELECT id FROM strings WHERE text = ?) AND event = ? AND revision = ?`,
  );
  return async (channel, from, to) => {
    const moved = await move.run(to.event, to.revision, channel, from.event, from.revision);
    return moved.changes === 1;
  };
}

/** The verbs of webhook subscriptions. */
export function subscriptions(connection: Connection, word: Intern): SubscriptionStore {
  const { db } = connection;
  const queueOf = queueFinder(connection);
  const begin = db.prepare<[number, number, number, number, number]>(
    `INSERT INTO subscriptions (channel, queue, event, revision, begun_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (channel) DO NOTHING`,
  );
  const select = db.prepare<[string], Row>(selectSubscription);
  const move = subscriptionMover(connection);

  return {
    begin: ({ channel, place: { event, revision } }) =>
      connection.write(async () => {
        const queue = await queueOf([null, null, null, channel]);
        await begin.run(await word(channel), queue, event, revision, connection.now());
      }),
    get: (channel) =>
      connection.read(async () => {
        const row = await select.get(channel);
        if (row === undefined) return null;
        const { queue, event, revision, isOpen } = row;
        return { queue, place: { event, revision }, isOpen: isOpen === 1 };
      }),
    move: ({ channel, from, to }) => connection.write(() => move(channel, from, to)),
  };
}
