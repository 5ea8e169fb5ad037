import type {
  ActedEventView,
  ChangedEventView,
  ConsequenceView,
} from "../../app/views/event-view.ts";
import { valuesText } from "../../core/text/values-text.ts";
import { localTime } from "../../runtime/local-time.ts";
import { visible } from "../output.ts";

/** What there is because of an event, for people: an action a line, and what to do about it. */
export function consequenceLines(consequences: readonly ConsequenceView[]): string[] {
  return consequences.flatMap((one) => [
    `  action ${one.action}  ${visible(one.name)}: ${outcomeOf(one)}`,
    ...adviceOn(one).map((line) => `      ${line}`),
  ]);
}

/** What is done already because of events that count no longer, for people; there may be more of them. */
export function actedLines(acted: readonly ActedEventView[], isCut: boolean): string[] {
  if (acted.length === 0) return [];
  return [
    "",
    "Done already because of events that count no longer, or elsewhere",
    ...acted.flatMap(({ event, consequences }) => [
      `  event ${event}`,
      ...consequenceLines(consequences).map((line) => `  ${line}`),
    ]),
    ...(isCut ? ["  and because of more events: `busbar event show SEQ` tells of each"] : []),
  ];
}

function outcomeOf({ state, before, reason, endedAt }: ConsequenceView): string {
  const when = endedAt === null ? "" : `, ${localTime(endedAt)}`;
  const was = before === null ? "" : ` (was ${before})`;
  const why = reason === null || state === "planned" ? "" : `: ${visible(reason)}`;
  return `${state}${was}${when}${why}`;
}

function adviceOn({ action, state, followUps, sent, opposite }: ConsequenceView): string[] {
  if (state === "running") return ["it runs at this moment and will finish; look again then"];
  if (state !== "done") return [];
  return [
    ...followUps.map(followUpLine),
    ...sent.map(sentLine),
    opposite === null
      ? "nothing is declared to undo it"
      : `"${opposite}" undoes it: busbar action undo ${action} --reason "..."`,
  ];
}

function followUpLine({ seq, type, void: isVoid }: ConsequenceView["followUps"][number]): string {
  if (isVoid) return `it recorded event ${seq} ${type}, which is void`;
  return `it recorded event ${seq} ${type}, which still counts: busbar event void ${seq} --reason "..."`;
}

function sentLine({
  flow,
  state,
  outbound,
  name,
  delivery,
}: ConsequenceView["sent"][number]): string {
  const what = flow === null ? "an e-mail" : `a message of ${flow}`;
  if (outbound === null) return `it asked for ${what} to be sent, which is ${state}`;
  return `it sent ${what} in outbound ${outbound}, ${visible(name ?? "")}: ${delivery}`;
}

/** Conditions that come out otherwise today: nothing is done again because of that. */
export function verdictLines(changes: ChangedEventView["verdicts"]): string[] {
  return changes.map(({ event, action, name, state, before, after }) => {
    const said = before.holds
      ? "was true then and would not be now"
      : "was not true then and would be now";
    return `  action ${action}  ${visible(name)} (${state}) of event ${event}: "${before.condition}" ${said}; it saw ${seen(before.saw)} then, ${seen(after.saw)} now`;
  });
}

function seen(values: object): string {
  return visible(valuesText(values, localTime));
}
