import { isDirect } from "../../channels/outgoing-paths.ts";
import type { DueFile } from "../../core/outbound/outbound.ts";
import { isDropped, passFileErrors } from "./channel-trouble.ts";
import { Delivery, type DeliveryContext } from "./delivery.ts";

/** What a round came to. */
export interface Round {
  /** Files that it dealt with: none when there was nothing to do. */
  readonly files: number;
  readonly delivered: number;
  /** Events that record the deliveries. */
  readonly events: number;
}

/** Files in a round: they share two commits and one look at each folder. */
const filesAtOnce = 50;

/**
 * Delivers the next files of a channel, in order: each is written whole under its temporary name, noted
 * as uploaded, given its name, noted as delivered. What an earlier round left half done is looked at and
 * never done blindly again. One that the connection broke on before goes alone, after the others. Rejects
 * when the channel as a whole cannot be used; what was done by then is noted, and the rest is found again
 * by looking.
 */
export async function deliverRound(context: DeliveryContext): Promise<Round> {
  const { store, channel } = context;
  await cleanUp(context);
  const filter = {
    now: context.isRetryNow ? Number.MAX_SAFE_INTEGER : context.now(),
    inOrder: channel.keepOrder,
    flowsOnHold: context.flowsOnHold ?? [],
    limit: filesAtOnce,
  };
  const due = await store.deliveries.due({ channel: channel.name, filter });
  const round = await deliver(context, ofOneKind(due));
  if (due.length === filesAtOnce) return round;
  const suspect = await deliver(
    context,
    await store.deliveries.suspects({ channel: channel.name, filter: { ...filter, limit: 1 } }),
  );
  return {
    files: round.files + suspect.files,
    delivered: round.delivered + suspect.delivered,
    events: round.events + suspect.events,
  };
}

/** The first ones that are written in the same way: under temporary names, or under their own. */
function ofOneKind(due: readonly DueFile[]): readonly DueFile[] {
  const other = due.findIndex(
    (file) => due[0] !== undefined && isDirect(file) !== isDirect(due[0]),
  );
  return other < 0 ? due : due.slice(0, other);
}

async function deliver(context: DeliveryContext, files: readonly DueFile[]): Promise<Round> {
  if (files.length === 0) return { files: 0, delivered: 0, events: 0 };
  const delivery = new Delivery(context, files);
  const trouble = await delivery.run();
  const events = await delivery.note();
  if (trouble !== null) throw trouble;
  return { files: files.length, delivered: delivery.delivered, events };
}

/**
 * A file that was cancelled or given up may have been cut off while it was written. What cannot be removed
 * is tried again, and holds up nothing; not so when the connection breaks on it once more.
 */
async function cleanUp({ store, channel, outlet }: DeliveryContext): Promise<void> {
  for (const file of await store.deliveries.toCleanUp(channel.name)) {
    try {
      await outlet.removeTemporary(file);
      await store.deliveries.cleanedUp([file.id]);
    } catch (error) {
      if (isDropped(error)) await store.deliveries.cleanedUp([file.id]);
      passFileErrors(error);
    }
  }
}
