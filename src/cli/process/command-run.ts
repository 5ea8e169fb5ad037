import { randomUUID } from "node:crypto";
import { userInfo } from "node:os";
import {
  type RunContext as Running,
  runCommand,
  runCommandAgain,
} from "../../app/commands/run-command.ts";
import { viewCommand, viewRefusedCommand } from "../../app/views/command-view.ts";
import { isRefusal, type Refusal } from "../../core/define/effect.ts";
import type { CommandAnswer, CommandRecord } from "../../store/port/processes/command-store.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import type { Output } from "../output.ts";
import { localTime } from "../print/local-time.ts";
import { visible } from "../print/visible.ts";
import { type Session, withStore } from "../session.ts";
import { commandTarget } from "./command-target.ts";
import { dataArgument } from "./data-argument.ts";

/** `busbar command run`. */
export interface CommandRunOptions extends JsonOption {
  readonly data: string;
  /** Key of the process, when a type was named instead of it. */
  readonly key?: string;
  readonly idempotencyKey?: string;
  readonly actor?: string;
}

/** `busbar command run PROCESS COMMAND`: asks something of a process. */
export async function commandRun(
  context: CommandContext,
  process: string,
  name: string,
  options: CommandRunOptions,
): Promise<ExitCode> {
  const data = await dataArgument(options.data);
  return withStore(context, async (session) => {
    const running = await runningOn(session);
    const named = options.key === undefined ? process : `${process}/${options.key}`;
    if (options.key !== undefined && !running.definitions.has(process))
      throw new CommandFailure(
        `there is no type of process "${visible(process)}"; types are ${[...running.definitions.keys()].join(", ")}`,
        exitCode.usage,
      );
    const target = await commandTarget(session.store.processes, running.definitions, named, name);
    const key = options.idempotencyKey ?? randomUUID();
    const asked = { ...target, key, name, data, actor: options.actor ?? userInfo().username };
    return tell(context.output, await runCommand(running, asked), options);
  });
}

/** `busbar command retry KEY`: runs a command again that failed. */
export function commandRetry(
  context: CommandContext,
  key: string,
  options: JsonOption & { readonly actor?: string },
): Promise<ExitCode> {
  return withStore(context, async (session) => {
    const actor = options.actor ?? userInfo().username;
    const answer = await runCommandAgain(await runningOn(session), key, actor);
    if (answer === null) throw noCommand(key);
    return tell(context.output, answer, options);
  });
}

/** `busbar command show KEY`: what was asked under a key, and what came of it. */
export function commandShow(
  context: CommandContext,
  key: string,
  options: JsonOption,
): Promise<ExitCode> {
  return withStore(context, async ({ store }) => {
    const command = await store.commands.get(key);
    if (command === null) throw noCommand(key);
    await tell(context.output, { command, repeated: false }, options);
    return exitCode.good;
  });
}

async function runningOn(session: Session): Promise<Running> {
  const definitions = await session.definitions();
  return { store: session.store, definitions, now: Date.now };
}

async function tell(
  output: Output,
  answer: CommandAnswer | Refusal,
  { json }: JsonOption,
): Promise<ExitCode> {
  if (isRefusal(answer)) {
    const { code, message } = answer;
    if (!json) throw new CommandFailure(`${message} (${code})`, exitCode.usage);
    await output.json(viewRefusedCommand(answer));
    return exitCode.usage;
  }
  const { command, repeated } = answer;
  if (json) await output.json(viewCommand(command, repeated));
  else await output.lines(linesOf(command, repeated));
  return command.outcome === "recorded" ? exitCode.good : exitCode.failed;
}

function linesOf(command: CommandRecord, repeated: boolean): string[] {
  const { key, name, processType, processKey, actor, at } = command;
  const again = repeated ? " This is the answer it had before." : "";
  return [
    `${name} on ${processType} ${visible(processKey)}: ${outcomeOf(command)}${again}`,
    `  asked by ${visible(actor)}, ${localTime(at)}, under the key ${visible(key)}`,
    ...(command.outcome === "failed" ? [`  Once fixed: busbar command retry ${visible(key)}`] : []),
  ];
}

function outcomeOf({ outcome, events, code, message }: CommandRecord): string {
  if (outcome === "refused") return `refused, ${visible(message ?? "")} (${code})`;
  if (outcome === "failed") return `failed, ${visible((message ?? "").split("\n", 1).join(""))}`;
  if (events.length === 0) return "done; there was nothing to record.";
  return `recorded as event ${events.join(", ")}.`;
}

function noCommand(key: string): CommandFailure {
  return new CommandFailure(
    `no command was asked under the key ${visible(key)}; \`busbar stuck\` shows those that failed`,
  );
}
