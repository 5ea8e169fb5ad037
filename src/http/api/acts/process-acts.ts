import { z } from "zod";
import { decideAction } from "../../../app/commands/action/decide-action.ts";
import { askAgain, askProcess } from "../../../app/commands/process/ask-process.ts";
import { backfill } from "../../../app/commands/process/backfill.ts";
import { actionView } from "../../../app/views/action-view.ts";
import { commandView, viewCommand } from "../../../app/views/command-view.ts";
import { takenUpView, viewTakenUp } from "../../../app/views/restate-view.ts";
import { interventionKinds } from "../../../core/action/ledger.ts";
import { type ActRoute, act } from "../act-route.ts";
import { idText, wordText } from "../parameters.ts";

const tag = "Processes";

/** What can be asked of processes, and of their actions. */
export const processActs: readonly ActRoute[] = [
  act("/processes/{type}/{key}/commands", {
    tag,
    summary:
      "Asks a command of a process, once for each Idempotency-Key; with If-Match only where nothing happened on it since.",
    input: { type: wordText, key: wordText },
    body: { name: z.string().min(1), data: z.unknown() },
    answer: commandView,
    key: "own",
    run: async (of, { type, key, name, data }, { who, key: once, version }) => {
      const asked = { process: type, key, name, data: data ?? {} };
      const on = version === null ? {} : { onVersion: version };
      const under = once === null ? {} : { idempotencyKey: once };
      const answer = await askProcess(of, { ...asked, ...under, ...on }, { actor: who.name });
      return viewCommand(answer.command, answer.repeated);
    },
  }),
  act("/commands/{command}/retries", {
    tag,
    summary: "Runs a command again that failed.",
    input: { command: wordText },
    answer: commandView,
    run: async (of, { command }, { who }) => {
      const answer = await askAgain(of, { key: command }, { actor: who.name });
      return viewCommand(answer.command, answer.repeated);
    },
  }),
  act("/actions/{action}/decisions", {
    tag: "Actions",
    summary: "Cancels, skips, retries, forces, releases or undoes an action.",
    input: { action: idText },
    body: { decision: z.enum(interventionKinds) },
    answer: actionView,
    run: (of, { action, decision }, { changedBy }) =>
      decideAction(of, { action, kind: decision }, changedBy),
  }),
  act("/process-types/{type}/backfills", {
    tag,
    summary:
      "Lets a type of process that came later take up past messages, as history; with dryRun only says what that would be.",
    input: { type: wordText },
    body: {
      since: z.iso.datetime({ offset: true }).nullable().default(null),
      dryRun: z.boolean().default(false),
    },
    answer: takenUpView,
    run: async (of, { type, since, dryRun }) => {
      const from = since === null ? null : Date.parse(since);
      return viewTakenUp(type, await backfill(of, { type, since: from, dryRun }), dryRun);
    },
  }),
];
