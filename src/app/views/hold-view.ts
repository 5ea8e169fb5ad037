import { z } from "zod";
import { type Brake, brakedStages } from "../../core/hold/brake.ts";
import { utcTime } from "../../core/text/utc-time.ts";
import { moment } from "./parts.ts";

/** A hold: what a person paused, who did, why and since when. Null names everything of the stage. */
export const holdView = z.strictObject({
  stage: z.enum(brakedStages),
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
export function viewHold(hold: Brake): HoldView {
  const { stage, channel, type, name, actor, reason, since } = hold;
  return { stage, channel, type, name, actor, reason, since: utcTime(since) };
}

/** The hold that keeps something; null where none does. */
export function viewHoldOrNull(hold: Brake | null): HoldView | null {
  return hold === null ? null : viewHold(hold);
}
