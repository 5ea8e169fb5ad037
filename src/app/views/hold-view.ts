import { z } from "zod";
import { type Hold, holdableStages } from "../../core/hold/hold.ts";
import { utcTime } from "../../core/text/utc-time.ts";
import { moment } from "./parts.ts";

/** A hold: what a person put on hold, who did, why and since when. Null names everything of the stage. */
export const holdView = z.strictObject({
  stage: z.enum(holdableStages),
  channel: z.string().nullable(),
  type: z.string().nullable(),
  name: z.string().nullable(),
  actor: z.string(),
  reason: z.string(),
  since: moment,
});

/** A hold as views give it. */
export type HoldView = z.infer<typeof holdView>;

/** A hold for programs. */
export function viewHold(hold: Hold): HoldView {
  const { stage, channel, type, name, actor, reason, since } = hold;
  return { stage, channel, type, name, actor, reason, since: utcTime(since) };
}

/** The hold that keeps something; null where none does. */
export function viewHoldOrNull(hold: Hold | null): HoldView | null {
  return hold === null ? null : viewHold(hold);
}
