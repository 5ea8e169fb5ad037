import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SimulationView } from "../../app/views/simulation-view.ts";
import type { Faults } from "../../market/chance/faults.ts";
import { placesIn } from "../../market/installation/lay-out.ts";
import { type Complaint, marketRules } from "../../market/oracle/complaint.ts";
import { runSimulation } from "../../market/run-simulation.ts";
import type {
  SimulationOptions,
  SimulationProgress,
  WaitsForPeople,
} from "../../market/simulate.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";

/** `busbar simulate`. */
export interface SimulateOptions extends JsonOption {
  readonly switches: number;
  /** Switches asked for on a working day. */
  readonly rate: number;
  readonly seed: string;
  readonly path: SimulationOptions["path"];
  /** Share of the switches that take points away from us. */
  readonly losing: number;
  /** Of both paths mixed: shares of gas points, and of points that move into half-hourly settlement or out. */
  readonly gas: number;
  readonly moving: number;
  readonly faults: Faults;
  readonly perFile: number;
  readonly mailboxes: NonNullable<SimulationOptions["mailboxes"]>;
  readonly dir?: string;
  /** Go on when people have done something, until Ctrl-C. */
  readonly wait?: boolean;
}

/** How often people are informed how far it is, in milliseconds. */
const tellEveryMs = 1_000;

/** `busbar simulate`: a fresh installation in a market of its own, until all is quiet; then what the oracle says. */
export async function simulation(
  context: CommandContext,
  options: SimulateOptions,
): Promise<ExitCode> {
  const { switches, rate, seed, path, losing, gas, moving, faults, perFile, mailboxes } = options;
  const folder = freshFolder(options);
  if (options.wait !== true) endsAtSignal();
  if (!options.json) context.say(`A market of ${ofSwitches(switches)} around ${folder}`);
  const { report, complaints } = await runSimulation({
    ...{ switches, path, losing, gas, moving, seed, faults, perFile, mailboxes, folder },
    perDay: rate,
    program: [process.execPath, process.argv[1] ?? "busbar"],
    ...(options.json !== true && { onProgress: telling(context) }),
    ...(options.wait === true && { wait: waitsIn(context, folder) }),
  });
  if (options.json) {
    for (const complaint of complaints) await context.output.json(complaint);
    await context.output.json(report);
  } else await context.output.lines([...complaintLines(complaints), ...reportLines(report)]);
  if (complaints.length > 0) return exitCode.failed;
  if (options.dir === undefined) rmSync(folder, { recursive: true });
  return exitCode.good;
}

/** The folder of the installation: the one that was named, where there is none yet, else a new one. */
function freshFolder({ dir }: SimulateOptions): string {
  if (dir !== undefined && existsSync(placesIn(dir).config))
    throw new CommandFailure(
      `${dir} has an installation already, which was left as it is; name another folder`,
    );
  return dir ?? mkdtempSync(join(tmpdir(), "busbar-market-"));
}

/** Waits for people, telling them how to act, until the first signal to end. */
function waitsIn({ say }: CommandContext, folder: string): WaitsForPeople {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  const { config } = placesIn(folder);
  const onRest = () => {
    say(`All is quiet. Look with busbar stuck --config ${config}, and act: the market answers.`);
    say("Ctrl-C ends it, with what the oracle says.");
  };
  return { signal: stop.signal, onRest };
}

/** Ends at the first signal, so that what is to be done at the end is done: a signal alone ends a program without any of it. */
function endsAtSignal(): void {
  for (const [signal, number] of [
    ["SIGINT", 2],
    ["SIGTERM", 15],
  ] as const)
    process.once(signal, () => process.exit(128 + number));
}

function telling({ say }: CommandContext): (progress: SimulationProgress) => void {
  let told = performance.now();
  return ({ now, filesIn, filesOut }) => {
    if (performance.now() - told < tellEveryMs) return;
    told = performance.now();
    say(`${localTime(now)}  ${filesIn} files in, ${filesOut} files out`);
  };
}

function complaintLines(complaints: readonly Complaint[]): string[] {
  return complaints.flatMap(({ rule, switch: about, text, files }) => [
    `${about ?? "The installation"}: ${text}`,
    `  rule ${rule}: ${marketRules[rule]}`,
    ...(files.length === 0 ? [] : [`  files ${files.join(", ")}`]),
    "",
  ]);
}

function reportLines(report: SimulationView): string[] {
  const { switches, words, statuses, stuck, filesIn, filesOut, tookMs, complaints } = report;
  const seconds = tookMs / 1000;
  const perSecond = (count: number) => (count / seconds).toFixed(1);
  const days = Math.round((Date.parse(report.endedAt) - Date.parse(report.beganAt)) / 86_400_000);
  const counts = (of: Readonly<Record<string, number>>) =>
    Object.entries(of).map(([what, count]) => `  ${String(count).padStart(6)}  ${what}`);
  return [
    `${ofSwitches(switches)} in ${days} days, which took ${seconds.toFixed(1)} s: ${perSecond(switches)} switches and ${perSecond(filesIn + filesOut)} files a second (${filesIn} in, ${filesOut} out)`,
    "",
    "The market last said",
    ...counts(words),
    "Their processes are",
    ...counts(statuses),
    ...(stuck.length === 0 ? ["Nothing is stuck"] : ["Stuck, by cause"]),
    ...stuck.flatMap(stuckLines),
    "",
    complaints === 0
      ? "No complaint"
      : `${complaints} ${complaints === 1 ? "complaint" : "complaints"}; everything is in ${report.folder}, the parties' ledgers in its folder ledgers`,
  ];
}

/** A cause with how many switches it has, and the reason of one of them, where nothing is said twice. */
export function stuckLines({
  cause,
  switches: count,
  reason,
  example,
}: SimulationView["stuck"][number]): string[] {
  const [title = cause] = cause.split(": ");
  // The cause of an action that asks for a person is its name, its process type, and the same words again.
  const said = `${title.replace(/ of [\w-]+$/, "")}: `;
  const isRepeated = reason.startsWith(said);
  return [
    `  ${String(count).padStart(6)}  ${isRepeated ? title : cause}`,
    `          such as ${example}: ${isRepeated ? reason.slice(said.length) : reason}`,
  ];
}

function ofSwitches(count: number): string {
  return `${count} ${count === 1 ? "switch" : "switches"}`;
}
