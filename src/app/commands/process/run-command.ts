import type { RunnableCommand } from "../../../core/define/command.ts";
import { type EventEffect, isRefusal, type Refusal, refuse } from "../../../core/define/effect.ts";
import { foldOn } from "../../../core/process/build.ts";
import type { ProcessDefinition } from "../../../core/process/process.ts";
import { processVersionOf } from "../../../core/process/version.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { errorStack } from "../../../runtime/error-stack.ts";
import type {
  CommandAnswer,
  CommandOutcome,
  CommandRecord,
  CommandRequest,
  DecidedEvent,
  DecisionBasis,
} from "../../../store/port/processes/command-store.ts";
import type { Store } from "../../../store/port/store.ts";

/** What it takes to run commands. */
export interface RunContext {
  readonly store: Pick<Store, "commands">;
  readonly definitions: ReadonlyMap<string, ProcessDefinition>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** A command with its data as the caller gave it. */
export interface AskedCommand extends Omit<CommandRequest, "data"> {
  readonly data: unknown;
  /** The version of the process that it is asked on; on any other it is refused. Absent: asked on any. */
  readonly onVersion?: string;
}

/** How often a command is decided again because something happened on its process meanwhile. */
const mostDecisions = 20;

/**
 * Runs a command: reads its data, builds the process from its events, lets the command decide, and
 * records what it decided if nothing happened on the process meanwhile; else it is decided again. A
 * refusal of the command's own is an answer and kept. What it rejects with a `RefusedError` was not a command
 * at all, and nothing is kept of it.
 */
export async function runCommand(context: RunContext, asked: AskedCommand): Promise<CommandAnswer> {
  const definition = context.definitions.get(asked.processType);
  const command = definition?.commands.get(asked.name);
  if (definition === undefined || command === undefined)
    throw new RefusedError(
      "invalid",
      `There is no command ${asked.name} on a ${asked.processType}`,
      {
        code: "NO_COMMAND",
        remedy: advice("`{}` shows those there are", { remedy: "list", of: "command" }),
      },
    );
  const read = command.read(asked.data);
  if (!read.ok)
    throw new RefusedError("invalid", `That is no data of ${asked.name}: ${read.message}`, {
      code: "BAD_DATA",
    });
  const { onVersion, ...rest } = asked;
  const request = { ...rest, data: JSON.stringify(read.data) };
  const before = await context.store.commands.get(request.key);
  if (before !== null && before.outcome !== "failed") return answerAgain(before, request);
  if (before !== null && !isSame(before, request)) throw keyReused(before);
  return decideAndKeep(context, { definition, command, onVersion }, request, read.data);
}

/** Runs a command again that failed. Null when there is none under that key. */
export async function runCommandAgain(
  context: RunContext,
  key: string,
  actor: string,
): Promise<CommandAnswer | null> {
  const before = await context.store.commands.get(key);
  if (before === null) return null;
  const { name, processType, processKey, data } = before;
  const asked = { key, name, processType, processKey, actor, data: JSON.parse(data) as unknown };
  return runCommand(context, asked);
}

/** What decides. */
interface Decider {
  readonly definition: ProcessDefinition;
  readonly command: RunnableCommand;
  /** The only version of the process on which it is decided; undefined: whichever it has. */
  readonly onVersion: string | undefined;
}

async function decideAndKeep(
  context: RunContext,
  decider: Decider,
  request: CommandRequest,
  data: object,
): Promise<CommandAnswer> {
  const { store } = context;
  const { command, onVersion } = decider;
  for (let tries = 0; tries < mostDecisions; tries += 1) {
    const basis = await store.commands.basis({
      processType: request.processType,
      key: request.processKey,
    });
    // What is kept is kept on this very basis, so that nothing can come between.
    if (onVersion !== undefined) refuseOtherVersion(request, onVersion, basis);
    const { outcome, events } = decide(context, decider, request, data, basis);
    const references = events.length === 0 ? [] : command.references(request.processKey, data);
    const kept = await store.commands.keep({ request, outcome, events, basis, references });
    if (kept === null) continue;
    return kept.repeated ? answerAgain(kept.command, request) : kept;
  }
  throw new Error(
    `Something happens on ${request.processType} ${request.processKey} all the time: ${request.name} was decided ${mostDecisions} times and never on its latest state`,
  );
}

function refuseOtherVersion(
  { processType, processKey }: CommandRequest,
  asked: string,
  { events }: DecisionBasis,
): void {
  const now = processVersionOf(events);
  if (now === asked) return;
  throw new RefusedError(
    "conflict",
    `Something happened on ${processType} ${processKey} since: its version is ${now}, and not ${asked}; look at it again`,
    { code: "OTHER_VERSION", about: `process ${processType}/${processKey}` },
  );
}

interface Decided {
  readonly outcome: CommandOutcome;
  readonly events: readonly DecidedEvent[];
}

function decide(
  { definitions, now }: RunContext,
  { definition, command }: Decider,
  { processType, processKey }: CommandRequest,
  data: object,
  { events }: DecisionBasis,
): Decided {
  if (events.length === 0 && !command.opens)
    return asRefused(refuse("NO_PROCESS", `There is no ${processType} ${processKey}.`));
  try {
    const state = foldOn(definition, definition.begin(processKey), events);
    const decision = command.decide(state, data, now());
    if (isRefusal(decision)) return asRefused(decision);
    const effects = [decision].flat() as readonly EventEffect[];
    return {
      outcome: { outcome: "recorded" },
      events: effects.map((effect) =>
        checked(definitions, effect, { type: processType, key: processKey }),
      ),
    };
  } catch (error) {
    return { outcome: { outcome: "failed", message: errorStack(error) }, events: [] };
  }
}

/** The answer that a key has already, if it was the same command. */
function answerAgain(before: CommandRecord, request: CommandRequest): CommandAnswer {
  if (isSame(before, request)) return { command: before, repeated: true };
  throw keyReused(before);
}

function keyReused({ key, name, processType, processKey, data }: CommandRecord): RefusedError {
  return new RefusedError(
    "conflict",
    `The idempotency key ${key} was used for another command: ${name} on ${processType}/${processKey} with ${data}.`,
    { code: "KEY_REUSED" },
  );
}

function asRefused({ code, message }: Refusal): Decided {
  return { outcome: { outcome: "refused", code, message }, events: [] };
}

/** An event that does not fit its schema is the definition's mistake. */
function checked(
  definitions: RunContext["definitions"],
  effect: EventEffect,
  own: { readonly type: string; readonly key: string },
): DecidedEvent {
  const { type: processType, key } = effect.process ?? own;
  const found = definitions.get(processType)?.checkEvent(effect.type, effect.data);
  if (found === undefined)
    throw new Error(`It records on a process of a type that is not known here: ${processType}`);
  if (!found.ok) throw new Error(`It records a ${effect.type} that is none: ${found.message}`);
  const { version, data } = found;
  return { processType, key, type: effect.type, version, data: JSON.stringify(data) };
}

function isSame(kept: CommandRequest, asked: CommandRequest): boolean {
  return (
    kept.name === asked.name &&
    kept.processType === asked.processType &&
    kept.processKey === asked.processKey &&
    kept.data === asked.data
  );
}
