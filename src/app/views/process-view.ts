import { z } from "zod";
import type { EventRecord } from "../../core/event/event.ts";
import type { Built } from "../../core/process/build.ts";
import type { BuiltAt } from "../../core/process/build-at.ts";
import type { PlannedAction } from "../../core/process/plan.ts";
import { utcTime } from "../../core/text/utc-time.ts";
import type { ProcessSummary } from "../../store/port/processes/process-store.ts";
import { eventView, viewEvent } from "./event-view.ts";
import { count, id, list, moment, verdictView, viewVerdict } from "./parts.ts";

/** A process as lists show it; `status` is null while no build succeeded. */
export const processSummaryView = z.strictObject({
  type: z.string(),
  key: z.string(),
  status: z.string().nullable(),
  events: count,
  firstAt: moment,
  lastAt: moment,
});

/** A process in a list, as views give it. */
export type ProcessSummaryView = z.infer<typeof processSummaryView>;

/** A process in a list, for programs. */
export function viewProcessSummary(process: ProcessSummary): z.infer<typeof processSummaryView> {
  const { process: _, firstAt, lastAt, ...rest } = process;
  return { ...rest, firstAt: utcTime(firstAt), lastAt: utcTime(lastAt) };
}

/** A process as its events make it now. */
export const processView = z.strictObject({
  type: z.string(),
  key: z.string(),
  status: z.string(),
  state: z.unknown(),
  events: list(eventView),
});

/** A process built from its events. */
export interface BuiltProcess extends Pick<Built<unknown>, "status" | "state"> {
  readonly type: string;
  readonly key: string;
  readonly events: readonly EventRecord[];
}

/** A process for programs. */
export function viewProcess(process: BuiltProcess): z.infer<typeof processView> {
  const { type, key, status, state, events } = process;
  return { type, key, status, state, events: events.map(viewEvent) };
}

/** A process as it was at a moment; `events` and `superseded` are recording numbers. */
export const processAtView = z.strictObject({
  type: z.string(),
  key: z.string(),
  status: z.string(),
  state: z.unknown(),
  deadlines: list(z.strictObject({ eventType: z.string(), dueAt: moment, anchor: z.string() })),
  actions: list(
    z.strictObject({
      event: id,
      action: z.string(),
      state: z.enum(["planned", "skipped", "needs-review"]),
      verdicts: list(verdictView),
      reason: z.string().nullable(),
    }),
  ),
  events: list(id),
  superseded: list(id),
});

/** A process as it was at a moment, for programs. */
export function viewProcessAt(
  type: string,
  key: string,
  built: BuiltAt,
): z.infer<typeof processAtView> {
  const { status, state, deadlines, plans, events, superseded } = built;
  return {
    type,
    key,
    status,
    state,
    deadlines: deadlines.map((one) => ({ ...one, dueAt: utcTime(one.dueAt) })),
    actions: plans.map(viewPlan),
    events: events.map(({ seq }) => seq),
    superseded,
  };
}

function viewPlan({ event, action, state, verdicts, reason }: PlannedAction) {
  return { event, action, state, verdicts: verdicts.map(viewVerdict), reason };
}
