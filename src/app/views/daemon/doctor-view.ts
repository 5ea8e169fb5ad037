import { z } from "zod";
import { type CheckedThing, checkedAreas } from "../../doctor/finding.ts";

/** One thing of an installation that was looked at, and how it is. */
export const checkedThingView = z.strictObject({
  area: z.enum(checkedAreas),
  outcome: z.enum(["good", "warning", "bad"]),
  about: z.string(),
  found: z.string(),
});

/** What was looked at, for programs. */
export function viewCheckedThing(thing: CheckedThing): z.infer<typeof checkedThingView> {
  const { area, outcome, about, found } = thing;
  return { area, outcome, about, found };
}
