import { z } from "zod";
import type { ReplayReport } from "../replay/replay-report.ts";
import { count, list } from "./parts.ts";

const tally = { count, examples: list(z.string()), type: z.string() };

const judgement = z.enum(["none", "planned", "skipped", "needs-review"]);

const actionTally = z.strictObject({
  ...tally,
  action: z.string(),
  from: judgement,
  to: judgement,
});

/** What building every process with today's code came to, beside what is stored; examples are keys of processes. */
export const replayView = z.strictObject({
  dryRun: z.boolean(),
  processes: count,
  events: count,
  changed: count,
  waiting: count,
  undefined: count,
  failing: count,
  statuses: list(z.strictObject({ ...tally, from: z.string().nullable(), to: z.string() })),
  fields: list(
    z.strictObject({
      ...tally,
      path: z.string(),
      from: z.unknown().optional(),
      to: z.unknown().optional(),
    }),
  ),
  actions: list(actionTally),
  outdated: list(actionTally),
  failures: list(z.strictObject({ ...tally, cause: z.string(), error: z.string() })),
});

/** A replay for programs. */
export function viewReplay(report: ReplayReport, dryRun: boolean): z.infer<typeof replayView> {
  return { dryRun, ...report };
}
