import type { Story } from "../story.ts";
import { nothing, type Telling, type Way } from "../telling.ts";

/** The story of a deadline: the event that it became. */
export async function tellDeadline(told: Telling, id: number, way: Way): Promise<Story | null> {
  const deadline = await told.store.deadlines.get(id);
  if (deadline === null) return null;
  const { processType, key, eventType, dueAt, anchor, state, event } = deadline;
  const about = anchor === "" ? "" : `, ${anchor}`;
  const stuck = await told.stuckOf("deadline", id);
  return {
    ...nothing,
    item: `deadline ${id}`,
    said: `${told.formatter.event(eventType)}${about}, ${state}, due ${told.formatter.moment(dueAt)}, of ${processType} ${key}`,
    notes: stuck.said,
    ledTo: way === "back" || event === null ? [] : await told.all("event", [event], "on"),
    goOn: [{ remedy: "build-process", key, type: processType, asOf: dueAt }, ...stuck.goOn],
  };
}
