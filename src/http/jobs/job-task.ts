import { backUp } from "../../app/backup/back-up.ts";
import { checkInstallation } from "../../app/doctor/check-installation.ts";
import {
  type OpenInstallation,
  openInstallation,
} from "../../app/installation/open-installation.ts";
import { replayProcesses } from "../../app/replay/replay-processes.ts";
import type { Tally } from "../../app/replay/replay-report.ts";
import { retentionTurns } from "../../app/retention/retention-turns.ts";
import { verifyStore } from "../../app/verify/verify-store.ts";
import type { BusbarConfig } from "../../config/config.ts";
import { counted } from "../../runtime/counted.ts";
import type { JobItem } from "./jobs.ts";

/** Something that takes long and looks at much, or writes much: it is done in a thread of its own. */
export type JobTask =
  | { readonly is: "verify" }
  | { readonly is: "doctor"; readonly channels: boolean }
  | { readonly is: "replay"; readonly type: string | null; readonly since: number | null }
  | { readonly is: "backup"; readonly path: string; readonly withoutLost: boolean }
  | { readonly is: "retention"; readonly isDry: boolean; readonly actor: string };

/** Called for the backup that was begun: whoever breaks the task off has to end it. */
export type OnBackup = (backup: number) => void;

/** Does a task with an installation of its own, and tells what comes of it, one after the other. */
export async function* doTask(
  config: BusbarConfig,
  task: JobTask,
  onBackup: OnBackup,
): AsyncGenerator<JobItem> {
  if (task.is === "doctor") return yield* looked(config, task.channels);
  const of = await openInstallation(config, {
    readOnly: task.is === "verify" || task.is === "replay",
  });
  try {
    if (task.is === "verify") yield* verified(of);
    else if (task.is === "replay") yield* compared(of, task);
    else if (task.is === "retention") yield* retained(of, task);
    else yield await backedUp(of, task, onBackup);
  } finally {
    await of.close();
  }
}

async function* looked(config: BusbarConfig, channels: boolean): AsyncGenerator<JobItem> {
  const asked = { channels, unit: null };
  for await (const { area, about, outcome, found } of checkInstallation(config, asked))
    yield { item: `${area} ${about}`, done: outcome === "good", said: found };
}

async function* verified(of: OpenInstallation): AsyncGenerator<JobItem> {
  const stages: string[] = [];
  const told = () =>
    stages.splice(0).map((stage): JobItem => ({ item: stage, done: true, said: "looked at" }));
  for await (const fault of verifyStore(of, (stage) => void stages.push(stage))) {
    yield* told();
    const { about, message, code, drift } = fault;
    yield { item: about, done: drift === true, said: `${message} (${code})` };
  }
  yield* told();
}

async function* compared(
  of: OpenInstallation,
  { type, since }: Extract<JobTask, { readonly is: "replay" }>,
): AsyncGenerator<JobItem> {
  const report = await replayProcesses(of, {
    dryRun: true,
    examples: 3,
    ...(type !== null && { type }),
    ...(since !== null && { since }),
  });
  const { processes, events, changed, failing, waiting } = report;
  const all = `${counted(events, "event")} of ${counted(processes, "process", "processes")}`;
  const left = waiting === 0 ? "" : `, ${waiting} left out that the builder has not come to yet`;
  yield {
    item: "all",
    done: changed === 0 && failing === 0,
    said: `${all} built from the start: ${changed} differ, ${failing} cannot be built${left}`,
  };
  const row = (what: string, { count, examples }: Tally): JobItem => ({
    item: what,
    done: false,
    said: `${counted(count, "process", "processes")}, e.g. ${examples.join(", ")}`,
  });
  for (const one of report.statuses)
    yield row(`${one.type}: status ${one.from ?? "not built"} → ${one.to}`, one);
  for (const one of report.fields) yield row(`${one.type}: field ${one.path}`, one);
  for (const one of report.actions)
    yield row(`${one.type}: action ${one.action}, ${one.from} → ${one.to}`, one);
  for (const one of report.failures) yield row(`${one.type}: ${one.cause}`, one);
}

async function* retained(
  of: OpenInstallation,
  { isDry, actor }: Extract<JobTask, { readonly is: "retention" }>,
): AsyncGenerator<JobItem> {
  for await (const { kind, of: meant, contents, bytes } of retentionTurns(of, { actor, isDry })) {
    const isKept = kind === "kept-back";
    yield {
      item: isKept ? `${meant}, kept back` : isDry ? `${kind}, would be` : kind,
      done: !isKept,
      said: `${counted(contents, "file")}, ${counted(bytes, "byte")}`,
    };
  }
}

async function backedUp(
  of: OpenInstallation,
  { path, withoutLost }: Extract<JobTask, { readonly is: "backup" }>,
  onBegun: OnBackup,
): Promise<JobItem> {
  const { files, lost = [] } = await backUp(of, { path, withoutLost, onBegun });
  const without =
    lost.length === 0 ? "" : `, without ${counted(lost.length, "file")} that are lost`;
  return {
    item: path,
    done: lost.length === 0,
    said: `${counted(files.length, "file")} backed up and read again${without}`,
  };
}
