import { z } from "zod";
import { count, list, moment } from "./parts.ts";

/** That a simulated switch breaks a rule; `switch` is null where no one switch is meant. */
export const complaintView = z.strictObject({
  rule: z.string(),
  switch: z.string().nullable(),
  text: z.string(),
  files: list(z.string()),
});

/** What a simulation came to. `words`: how many switches the market last said what of. */
export const simulationView = z.strictObject({
  folder: z.string(),
  switches: count,
  words: z.record(z.string(), count),
  statuses: z.record(z.string(), count),
  stuck: list(
    z.strictObject({ cause: z.string(), switches: count, reason: z.string(), example: z.string() }),
  ),
  filesIn: count,
  filesOut: count,
  beganAt: moment,
  endedAt: moment,
  tookMs: count,
  complaints: count,
});

/** What a simulation came to, for programs. */
export type SimulationView = z.infer<typeof simulationView>;
