import { z } from "zod";
import { utcTime } from "../../../core/text/utc-time.ts";
import type { Retention, RetentionTotals } from "../../../store/port/retention-store.ts";
import type { RetentionTurn } from "../../retention/turn.ts";
import { count, id, moment } from "../parts.ts";

const kind = z.enum(["packed", "dropped", "unarchived"]);

/** One step of `busbar retention run`; `retention` is the number of what is on record of it. */
export const retainedView = z.strictObject({
  kind: z.enum(["packed", "dropped", "unarchived", "kept-back"]),
  of: kind,
  contents: count,
  bytes: count,
  retention: id.nullable(),
});

/** A step for programs. */
export function viewRetained({ done, ...turn }: RetentionTurn): z.infer<typeof retainedView> {
  const { kind: what, of, contents, bytes } = turn;
  return { kind: what, of, contents, bytes, retention: done?.id ?? null };
}

/** Something that was done with kept bytes, by whom and why. */
export const retentionView = z.strictObject({
  retention: id,
  kind,
  contents: count,
  bytes: count,
  actor: z.string(),
  reason: z.string(),
  at: moment,
});

/** What was done, for programs. */
export function viewRetention(done: Retention): z.infer<typeof retentionView> {
  const { id: retention, kind: what, contents, bytes, actor, reason, at } = done;
  return { retention, kind: what, contents, bytes, actor, reason, at: utcTime(at) };
}

const sum = z.strictObject({ contents: count, bytes: count });

/** How many different files' bytes are kept where; `size`: of the packs, as they are there. */
export const keptBytesView = z.strictObject({
  inStore: sum,
  inPacks: sum.extend({ size: count }),
  dropped: sum,
});

/** The totals for programs. */
export function viewKeptBytes(totals: RetentionTotals): z.infer<typeof keptBytesView> {
  const { inStore, inPacks, dropped } = totals;
  return { inStore: { ...inStore }, inPacks: { ...inPacks }, dropped: { ...dropped } };
}
