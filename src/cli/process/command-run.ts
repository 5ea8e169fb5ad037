import { askAgain, askedCommand, askProcess } from "../../app/commands/process/ask-process.ts";
import { refusedAnswers } from "../../app/errors.ts";
import { viewCommand, viewRefusedCommand } from "../../app/views/command-view.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { localTime } from "../../runtime/local-time.ts";
import type { CommandAnswer, CommandRecord } from "../../store/port/processes/command-store.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { actorOf } from "../decision.ts";
import { type ExitCode, exitCode } from "../failure.ts";
import { type Output, visible } from "../output.ts";
import { type Session, withStore } from "../session.ts";
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
  { data: said, key, idempotencyKey, ...options }: CommandRunOptions,
): Promise<ExitCode> {
  const input = {
    ...{ process, name, data: await dataArgument(said) },
    ...(key !== undefined && { key }),
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  };
  const actor = actorOf(options);
  return answered(context, options, (session) => askProcess(session, input, { actor }));
}

/** `busbar command retry KEY`: runs a command again that failed. */
export function commandRetry(
  context: CommandContext,
  key: string,
  options: JsonOption & { readonly actor?: string },
): Promise<ExitCode> {
  const actor = actorOf(options);
  return answered(context, options, (session) => askAgain(session, { key }, { actor }));
}

/** `busbar command show KEY`: what was asked under a key, and what came of it. */
export function commandShow(
  context: CommandContext,
  key: string,
  options: JsonOption,
): Promise<ExitCode> {
  return withStore(context, async (session) => {
    const command = await askedCommand(session, key);
    await tell(context.output, { command, repeated: false }, options);
    return exitCode.good;
  });
}

function answered(
  { output, ...context }: CommandContext,
  options: JsonOption,
  ask: (session: Session) => Promise<CommandAnswer>,
): Promise<ExitCode> {
  return withStore({ output, ...context }, async (session) => {
    try {
      const answer = await ask(session);
      await tell(output, answer, options);
      return answer.command.outcome === "recorded" ? exitCode.good : exitCode.failed;
    } catch (error) {
      if (!(error instanceof RefusedError) || error.code === null || !options.json) throw error;
      // A program that asks for JSON is answered in JSON that nothing is kept.
      await output.json(viewRefusedCommand({ code: error.code, message: error.message }));
      return refusedAnswers[error.kind].exitCode;
    }
  });
}

async function tell(
  output: Output,
  { command, repeated }: CommandAnswer,
  { json }: JsonOption,
): Promise<void> {
  if (json) await output.json(viewCommand(command, repeated));
  else await output.lines(linesOf(command, repeated));
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
