import { personal, plain, say } from "../sentence.ts";
import type { Story } from "../story.ts";
import { nothing, type Telling, type Way } from "../telling.ts";

/** The story of a deadline: the event that it became. */
export async function tellDeadline(told: Telling, id: number, way: Way): Promise<Story | null> {
  const deadline = await told.store.deadlines.get(id);
  if (deadline === null) return null;
  const { processType, key, eventType, dueAt, anchor, state, event } = deadline;
  const about = anchor === "" ? plain("") : say`, ${personal(anchor)}`;
  const stuck = await told.stuckOf("deadline", id);
  return {
    ...nothing,
    item: say`deadline ${id}`,
    said: say`${plain(told.formatter.event(eventType))}${about}, ${plain(state)}, due ${plain(told.formatter.moment(dueAt))}, of ${plain(processType)} ${personal(key)}`,
    notes: stuck.said,
    ledTo: way === "back" || event === null ? [] : await told.all("event", [event], "on"),
    goOn: [{ remedy: "build-process", key, type: processType, asOf: dueAt }, ...stuck.goOn],
  };
}
