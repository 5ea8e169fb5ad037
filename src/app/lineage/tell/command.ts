import type { Story } from "../story.ts";
import { nothing, type Telling, type Way } from "../telling.ts";

/** The story of a command that a person asked for: the events it brought. */
export async function tellCommand(told: Telling, id: number, way: Way): Promise<Story | null> {
  const key = await told.store.commands.key(id);
  const command = key === null ? null : await told.store.commands.get(key);
  if (command === null) return null;
  const { name, processType, processKey, actor, at, outcome, message, data } = command;
  const stuck = await told.stuckOf("command", id);
  const why = message === null ? "" : `: ${message.split("\n", 1)[0]}`;
  return {
    ...nothing,
    item: `command ${id}`,
    said: `${name} of ${processType} ${processKey}, ${outcome}${why}, asked by ${actor}, ${told.formatter.moment(at)}`,
    notes: [`data ${data}`, `idempotency key ${command.key}`, ...stuck.said],
    ledTo: way === "back" ? [] : await told.all("event", command.events, "on"),
    goOn: stuck.goOn,
  };
}
