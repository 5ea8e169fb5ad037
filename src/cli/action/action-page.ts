import { didNothing } from "../../app/lineage/story.ts";
import type {
  ActionDetail,
  DoneEffect,
  FailedAttempt,
  Intervention,
} from "../../core/action/ledger.ts";
import type { Verdict } from "../../core/define/condition.ts";
import type { Hold } from "../../core/hold/hold.ts";
import type { StoredError } from "../../core/stuck/stored-error.ts";
import { valuesText } from "../../core/text/values-text.ts";
import { localTime } from "../print/local-time.ts";
import { oneLine, visible } from "../print/visible.ts";
import { keptText, letGoText } from "../stuck/hold-lines.ts";

/** Lines of a stack that people are shown; `--json` has it whole. */
const shownStack = 4;

/** All there is to know of an action, for people, with what may be decided about it and what keeps it. */
export function actionPage(
  detail: ActionDetail,
  opposite: string | null,
  hold: Hold | null,
): string[] {
  const { id, name, processType, key, verdicts, failures, interventions } = detail;
  return [
    `Action ${id}: ${visible(name)} on ${processType} ${visible(key)}`,
    ...facts(detail, hold).map(([fact, value]) => `  ${fact.padEnd(9)} ${value}`),
    ...section("Conditions", verdicts.flatMap(verdictLines)),
    ...section("Attempts that did not get it done", failures.flatMap(failureLines)),
    ...section("What it brought about", effectLines(detail)),
    ...section("What people decided", interventions.map(interventionLine)),
    ...section("What may be done", [
      ...(hold === null ? [] : [letGoText(hold)]),
      ...advice(detail, opposite),
    ]),
  ];
}

function facts(detail: ActionDetail, hold: Hold | null): [string, string][] {
  const { state, reason, event, eventType, attempts, startedAt, endedAt, madeFor, nth } = detail;
  const how = detail.failing ? "planned, failed and to be tried again" : state;
  const lines: [string, string][] = [
    ["state", reason === null ? how : `${how}: ${oneLine(reason)}`],
    ["because", `event ${event}, ${eventType}`],
    ["planned", localTime(detail.plannedAt)],
  ];
  if (hold !== null) lines.push(["on hold", keptText(hold)]);
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

function verdictLines({ condition, holds, saw }: Verdict): string[] {
  return [
    `${holds ? "yes" : "no "}  ${visible(condition)}`,
    `     saw ${oneLine(valuesText(saw, localTime))}`,
  ];
}

function failureLines({ attempt, startedAt, outcome, reason, error }: FailedAttempt): string[] {
  const head = `${attempt}  ${localTime(startedAt)}  ${outcome}: ${oneLine(reason)}`;
  if (error === null) return [head];
  const { stack, causes } = JSON.parse(error) as StoredError;
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
function effectLines({ state, effects }: ActionDetail): string[] {
  return state === "done" && effects.length === 0 ? [didNothing] : effects.map(effectLine);
}

function effectLine(effect: DoneEffect): string {
  if (effect.kind === "event") return `event ${effect.event}, ${effect.type}`;
  return `${effect.kind === "file" ? "a message to be sent in a file" : "an e-mail"}, outbound message ${effect.message}: ${effect.state}`;
}

function interventionLine({ kind, actor, reason, at, made }: Intervention): string {
  const added = made === null ? "" : `, which added action ${made}`;
  return `${localTime(at)}  ${kind} by ${visible(actor)}${added}: ${visible(reason)}`;
}

function advice({ id, state, failing }: ActionDetail, opposite: string | null): string[] {
  const command = (kind: string) => `busbar action ${kind} ${id} --reason "..."`;
  switch (state) {
    case "failed":
      return [`once fixed: ${command("retry")}`, `if it is not to be: ${command("skip")}`];
    case "needs-review":
      return [`if it is to be done: ${command("release")}`, `if not: ${command("skip")}`];
    case "planned":
      return [
        ...(failing ? [`once fixed, at once: ${command("retry")}`] : []),
        `if it is not to be: ${command("cancel")}`,
      ];
    case "running":
      return [];
    case "done":
      return [
        ...(opposite === null ? [] : [`"${visible(opposite)}" undoes it: ${command("undo")}`]),
        `to do it once more: ${command("force")}`,
      ];
    default:
      return [`to do it all the same: ${command("force")}`];
  }
}
