import { holdOnAction, sayKept } from "../../../core/hold/hold.ts";
import { valuesIn } from "../../../core/stuck/cause.ts";
import { valuesText } from "../../../core/text/values-text.ts";
import { citing, personal, plain, type Sentence, say } from "../sentence.ts";
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
    item: say`action ${id}`,
    said: say`${plain(name)}, ${plain(how)}${reason === null ? plain("") : say` (${ofProcess(reason)})`}, of ${plain(processType)} ${personal(key)}`,
    notes: [
      ...(hold === null ? [] : [say`on hold, ${citing(sayKept(hold), [hold.reason])}`]),
      ...verdicts.map(
        ({ condition, holds, saw }) =>
          say`${plain(holds ? "yes" : "no")}: ${plain(condition)} ${personal(valuesText(saw, told.formatter.moment))}`,
      ),
      ...failures.map(
        ({ attempt, outcome, reason: why, endedAt }) =>
          say`attempt ${attempt} ${plain(outcome)}, ${plain(told.formatter.moment(endedAt))}: ${ofProcess(why)}`,
      ),
      ...interventions.map(
        ({ kind, actor, reason: why, at }) =>
          say`${plain(told.formatter.moment(at))} ${plain(actor)}, ${plain(kind)}: ${personal(why)}`,
      ),
      ...(isIdle ? [plain(didNothing)] : []),
      ...stuck.said,
    ],
    because: way === "on" ? [] : await told.all("event", [action.event], "back"),
    ledTo,
    goOn: [{ remedy: "show-action", action: id }, ...stuck.goOn, ...releaseOfHold(hold)],
  };
}

/** The first line of what process code said, with the values that it named. */
function ofProcess(text: string): Sentence {
  const [first = ""] = text.split("\n", 1);
  return citing(first, valuesIn(first));
}
