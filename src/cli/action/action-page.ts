import { didNothing } from "../../app/lineage/story.ts";
import type { ActionDetailView } from "../../app/views/action-view.ts";
import type { StoredError } from "../../core/stuck/stored-error.ts";
import { valuesText } from "../../core/text/values-text.ts";
import { localTime } from "../../runtime/local-time.ts";
import { oneLine, visible } from "../output.ts";
import { adviceText } from "../print/remedy-command.ts";
import { keptText } from "../stuck/hold-lines.ts";

/** Lines of a stack that people are shown; `--json` has it whole. */
const shownStack = 4;

/** All there is to know of an action, for people, with what may be decided about it and what keeps it. */
export function actionPage(detail: ActionDetailView): string[] {
  const { id, name, processType, key, verdicts, failures, interventions, next } = detail;
  return [
    `Action ${id}: ${visible(name)} on ${processType} ${visible(key)}`,
    ...facts(detail).map(([fact, value]) => `  ${fact.padEnd(9)} ${value}`),
    ...section("Conditions", verdicts.flatMap(verdictLines)),
    ...section("Attempts that did not get it done", failures.flatMap(failureLines)),
    ...section("What it brought about", effectLines(detail)),
    ...section("What people decided", interventions.map(interventionLine)),
    ...section(
      "What may be done",
      next.map((one) => visible(adviceText(one))),
    ),
  ];
}

function facts(detail: ActionDetailView): [string, string][] {
  const { state, reason, event, eventType, attempts, startedAt, endedAt, madeFor, nth } = detail;
  const how = detail.failing ? "planned, failed and to be tried again" : state;
  const lines: [string, string][] = [
    ["state", reason === null ? how : `${how}: ${oneLine(reason)}`],
    ["because", `event ${event}, ${eventType}`],
    ["planned", localTime(detail.plannedAt)],
  ];
  if (detail.keptBy !== null) lines.push(["on hold", keptText(detail.keptBy)]);
  if (state === "planned" && detail.dueAt > detail.plannedAt)
    lines.push(["due", localTime(detail.dueAt)]);
  if (startedAt !== null) lines.push(["started", localTime(startedAt)]);
  if (endedAt !== null) lines.push(["ended", localTime(endedAt)]);
  lines.push(["attempts", String(attempts)]);
  if (madeFor !== null) lines.push(["added", `by a person, for action ${madeFor} (number ${nth})`]);
  return lines;
}

function section(heading: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ["", heading, ...lines.map((line) => `  ${line}`)];
}

function verdictLines({ condition, holds, saw }: ActionDetailView["verdicts"][number]): string[] {
  return [
    `${holds ? "yes" : "no "}  ${visible(condition)}`,
    `     saw ${oneLine(valuesText(saw, localTime))}`,
  ];
}

function failureLines({
  attempt,
  startedAt,
  outcome,
  reason,
  error,
}: ActionDetailView["failures"][number]): string[] {
  const head = `${attempt}  ${localTime(startedAt)}  ${outcome}: ${oneLine(reason)}`;
  if (error === null) return [head];
  const { stack, causes } = error as StoredError;
  const where = (stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .slice(0, shownStack);
  return [
    head,
    ...where.map((line) => `     ${oneLine(line.trim())}`),
    ...causes.map(({ name, message }) => `     because of ${name}: ${oneLine(message)}`),
  ];
}

/** One that was done and did nothing says so: its conditions were judged when it was planned, not when it ran. */
function effectLines({ state, effects }: ActionDetailView): string[] {
  return state === "done" && effects.length === 0 ? [didNothing] : effects.map(effectLine);
}

function effectLine(effect: ActionDetailView["effects"][number]): string {
  if (effect.kind === "event") return `event ${effect.event}, ${effect.type}`;
  return `${effect.kind === "file" ? "a message to be sent in a file" : "an e-mail"}, outbound message ${effect.message}: ${effect.state}`;
}

function interventionLine({
  kind,
  actor,
  reason,
  at,
  made,
}: ActionDetailView["interventions"][number]): string {
  const added = made === null ? "" : `, which added action ${made}`;
  return `${localTime(at)}  ${kind} by ${visible(actor)}${added}: ${visible(reason)}`;
}
