import { holdOnAction, sayKept } from "../../../core/hold/hold.ts";
import { valuesText } from "../../../core/text/values-text.ts";
import { didNothing, type Story } from "../story.ts";
import { nothing, releaseOfHold, type Telling, type Way } from "../telling.ts";
import { effectStories } from "./effect.ts";

/** The story of an action: the event it is for, and its effects. */
export async function tellAction(told: Telling, id: number, way: Way): Promise<Story | null> {
  const action = await told.store.actions.get(id);
  if (action === null) return null;
  const { name, state, processType, key, reason, verdicts, failures, interventions } = action;
  const how = action.failing ? "failing" : state;
  const stuck = await told.stuckOf("action", id);
  const ledTo: Story[] = [];
  if (way !== "back")
    for (const effect of action.effects) ledTo.push(...(await effectStories(told, effect)));
  const hold = holdOnAction(await told.store.holds.list(), action);
  const isIdle = state === "done" && action.effects.length === 0;
  return {
    ...nothing,
    item: `action ${id}`,
    said: `${name}, ${how}${reason === null ? "" : ` (${reason.split("\n", 1)[0]})`}, of ${processType} ${key}`,
    notes: [
      ...(hold === null ? [] : [`on hold, ${sayKept(hold)}`]),
      ...verdicts.map(
        ({ condition, holds, saw }) =>
          `${holds ? "yes" : "no"}: ${condition} ${valuesText(saw, told.formatter.moment)}`,
      ),
      ...failures.map(
        ({ attempt, outcome, reason: why, endedAt }) =>
          `attempt ${attempt} ${outcome}, ${told.formatter.moment(endedAt)}: ${why.split("\n", 1)[0]}`,
      ),
      ...interventions.map(
        ({ kind, actor, reason: why, at }) =>
          `${told.formatter.moment(at)} ${actor}, ${kind}: ${why}`,
      ),
      ...(isIdle ? [didNothing] : []),
      ...stuck.said,
    ],
    because: way === "on" ? [] : await told.all("event", [action.event], "back"),
    ledTo,
    goOn: [{ remedy: "show-action", action: id }, ...stuck.goOn, ...releaseOfHold(hold)],
  };
}
