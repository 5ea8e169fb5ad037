import { personal, plain, say } from "../sentence.ts";
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
    item: say`command ${id}`,
    said: say`${plain(name)} of ${plain(processType)} ${personal(processKey)}, ${plain(outcome)}${personal(why)}, asked by ${plain(actor)}, ${plain(told.formatter.moment(at))}`,
    notes: [say`data ${personal(data)}`, say`idempotency key ${plain(command.key)}`, ...stuck.said],
    ledTo: way === "back" ? [] : await told.all("event", command.events, "on"),
    goOn: stuck.goOn,
  };
}
