import { z } from "zod";
import type { EventRecord } from "../../core/event/event.ts";
import type { Built } from "../../core/process/build.ts";
import type { BuiltAt } from "../../core/process/build-at.ts";
import type { PlannedAction } from "../../core/process/plan.ts";
import { utcTime } from "../../core/text/utc-time.ts";
import type { ProcessSummary } from "../../store/port/processes/process-store.ts";
import type { NameEvent } from "../asked/event-name.ts";
import { namedEventView, viewNamedEvent } from "./event-view.ts";
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

/**
 * A process as its events make it now. `superseded`: deadlines that passed and turned out to have been moved or
 * met in time. `damaged`: an event whose data is damaged, so that the process cannot be built.
 */
export const processView = z.strictObject({
  type: z.string(),
  key: z.string(),
  status: z.string(),
  state: z.unknown(),
  events: list(namedEventView),
  superseded: list(id),
  damaged: id.nullable(),
});

/** A process as its events make it now, as views give it. */
export type ProcessView = z.infer<typeof processView>;

/** A process built from its events. */
export interface BuiltProcess extends Pick<Built<unknown>, "status" | "state"> {
  readonly type: string;
  readonly key: string;
  readonly events: readonly EventRecord[];
  readonly superseded: readonly number[];
  readonly damaged: number | null;
}

/** A process for programs. */
export function viewProcess(process: BuiltProcess, nameEvent: NameEvent): ProcessView {
  const { events, ...rest } = process;
  return { ...rest, events: events.map((event) => viewNamedEvent(event, nameEvent)) };
}

/**
 * A process as it was at a moment; `events` and `superseded` are recording numbers, `lastEvent` is the last of
 * `events`.
 */
export const processAtView = z.strictObject({
  type: z.string(),
  key: z.string(),
  status: z.string(),
  state: z.unknown(),
  deadlines: list(
    z.strictObject({
      eventType: z.string(),
      name: z.string(),
      dueAt: moment,
      anchor: z.string(),
    }),
  ),
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
  lastEvent: namedEventView.nullable(),
  superseded: list(id),
});

/** A process as it was at a moment, as views give it. */
export type ProcessAtView = z.infer<typeof processAtView>;

/** A process as it was at a moment, for programs. */
export function viewProcessAt(
  type: string,
  key: string,
  built: BuiltAt,
  nameEvent: NameEvent,
): ProcessAtView {
  const { status, state, deadlines, plans, events, superseded } = built;
  const last = events.at(-1);
  return {
    type,
    key,
    status,
    state,
    deadlines: deadlines.map((one) => ({
      ...one,
      name: nameEvent(one.eventType, type),
      dueAt: utcTime(one.dueAt),
    })),
    actions: plans.map(viewPlan),
    events: events.map(({ seq }) => seq),
    lastEvent: last === undefined ? null : viewNamedEvent(last, nameEvent),
    superseded,
  };
}

function viewPlan({ event, action, state, verdicts, reason }: PlannedAction) {
  return { event, action, state, verdicts: verdicts.map(viewVerdict), reason };
}
