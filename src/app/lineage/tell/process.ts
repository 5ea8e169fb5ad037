import { counted } from "../../../runtime/counted.ts";
import { personal, plain, say } from "../sentence.ts";
import type { Story } from "../story.ts";
import { mostBeneath, nothing, type Telling } from "../telling.ts";

/** The story of a process: its events, each with what brought it. */
export async function tellProcess(told: Telling, id: number): Promise<Story | null> {
  const { events } = await told.store.processes.recordedHistory(id);
  const [first] = events;
  if (first === undefined) return null;
  const seqs = events.map(({ seq }) => seq).sort((a, b) => a - b);
  const builds = await told.store.builds.stored([id]);
  const counts = (await told.store.processes.history(id)).events.length > 0;
  const status = counts ? (builds.get(id)?.status ?? "not built yet") : "all its events are void";
  const stuck = await told.stuckOf("process", id);
  const deadlines = await told.store.deadlines.ofProcess(id);
  const { processType, key } = first;
  const ledTo: Story[] = [];
  // Each event with what brought it, for a process is because of its events.
  for (const seq of seqs.slice(-mostBeneath)) {
    const story = await told.tell("event", seq);
    if (story !== null) ledTo.push(story);
  }
  return {
    ...nothing,
    item: say`process ${plain(processType)}/${personal(key)}`,
    said: plain(`${status}, ${counted(seqs.length, "event")}`),
    notes: [
      ...stuck.notes,
      ...deadlines.map(({ id: number, eventType, dueAt, state }) =>
        plain(
          `deadline ${number}: ${told.formatter.event(eventType)}, ${state}, due ${told.formatter.moment(dueAt)}`,
        ),
      ),
    ],
    ledTo,
    more: Math.max(0, seqs.length - mostBeneath),
    goOn: [
      ...(counts ? [{ remedy: "show-process", key, type: processType } as const] : []),
      { remedy: "build-process", key, type: processType },
      ...stuck.goOn,
    ],
  };
}
