import type { Definitions } from "../build/build-pending.ts";
import type { ActionRule } from "../config/action-settings.ts";
import { retryWait } from "../core/action/retry.ts";
import type { ActionResult } from "../core/define/action.ts";
import { type Effect, isRefusal } from "../core/define/effect.ts";
import { foldsAfter } from "../core/event/event.ts";
import { asFolded, foldOn } from "../core/process/build.ts";
import type { ProcessDefinition } from "../core/process/process.ts";
import { storedError } from "../core/stuck/stored-error.ts";
import { times } from "../runtime/counted.ts";
import type {
  ClaimedAction,
  ClaimedBuild,
  EndedAttempt,
} from "../store/port/actions/action-store.ts";
import type { Store } from "../store/port/store.ts";

import { type CheckFile, readyEffects } from "./ready-effects.ts";

/** What an attempt works with. */
export interface AttemptContext {
  readonly store: Pick<Store, "id" | "processes">;
  readonly definitions: Definitions;
  readonly checkFile: CheckFile;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** From 0 to 1, for the jitter of retries. */
  readonly chance: () => number;
}

/** Runs an action once. Never rejects: whatever goes wrong is how the attempt ended. */
export async function runAttempt(
  context: AttemptContext,
  action: ClaimedAction,
  rule: ActionRule,
  abort: AbortController,
): Promise<EndedAttempt> {
  const definition = context.definitions.get(action.processType);
  const runnable = definition?.actions.get(action.name);
  if (definition === undefined || runnable === undefined)
    return gaveUp(action, unknown(action, definition !== undefined));
  const { attempts } = rule.retry;
  if (attempts !== null && action.tries > attempts)
    return gaveUp(
      action,
      `It was begun ${times(attempts)}, and the program ended during the last.`,
    );
  try {
    const input = {
      state: await currentState(context.store, definition, action),
      event: asFolded(definition, action.event),
      key: action.key,
      now: context.now(),
      id: `${context.store.id}/${action.id}`,
      signal: abort.signal,
    };
    const given = runnable.run(input);
    const result = given instanceof Promise ? await inTime(given, rule.timeoutMs, abort) : given;
    return outcomeOf(result, action, context);
  } catch (error) {
    return threw(action, error, retryWait(rule.retry, action.tries, context.chance()));
  }
}

/** The last build with what was recorded since, or a new fold where that does not do. */
async function currentState(
  store: Pick<Store, "processes">,
  definition: ProcessDefinition,
  { build, process, key }: ClaimedAction,
): Promise<unknown> {
  const kept = build === null ? null : builtState(definition, build);
  if (kept !== null) return kept.state;
  const { events } = await store.processes.history(process);
  return foldOn(definition, definition.begin(key), events);
}

/** Null where there is no build of this version, or an event since folds before what it holds. */
function builtState(
  definition: ProcessDefinition,
  { definitionVersion, state: text, since }: ClaimedBuild,
): { readonly state: unknown } | null {
  if (text === null || definitionVersion !== definition.version) return null;
  const state: unknown = JSON.parse(text);
  if (since === undefined) return { state };
  const { tail, events } = since;
  const [first] = events;
  if (first !== undefined && tail !== null && !foldsAfter(first, tail)) return null;
  return { state: foldOn(definition, state, events) };
}

/** An attempt took longer than it may. */
class TooLong extends Error {
  constructor(ms: number) {
    super(`It took longer than ${ms / 1000} s and was given up.`);
    this.name = "TooLong";
  }
}

/** The result, unless it takes too long or the attempt is aborted: then nobody waits for it any longer. */
async function inTime(
  result: Promise<ActionResult>,
  timeoutMs: number,
  abort: AbortController,
): Promise<ActionResult> {
  const aborted = Promise.withResolvers<never>();
  const onAbort = () => aborted.reject(abort.signal.reason);
  abort.signal.addEventListener("abort", onAbort, { once: true });
  const timer = setTimeout(() => abort.abort(new TooLong(timeoutMs)), timeoutMs);
  try {
    return await Promise.race([result, aborted.promise]);
  } finally {
    clearTimeout(timer);
    abort.signal.removeEventListener("abort", onAbort);
  }
}

function outcomeOf(
  result: ActionResult,
  action: ClaimedAction,
  { definitions, checkFile }: AttemptContext,
): EndedAttempt {
  // Modules of others' own need not be checked by a compiler.
  if (typeof result !== "object" || result === null)
    throw new TypeError(`It gave ${String(result)}; an action without effects gives []`);
  if (!isMany(result) && isRefusal(result)) {
    const reason = `${result.code}: ${result.message}`;
    return { ...whichOf(action), outcome: "refused", reason, error: null, retryInMs: null };
  }
  const effects = isMany(result) ? result : [result];
  const ready = readyEffects(effects, action, definitions, checkFile);
  if (!ready.ok) return gaveUp(action, ready.message);
  return { ...whichOf(action), outcome: "done", effects: ready.effects };
}

function isMany(result: ActionResult): result is readonly Effect[] {
  return Array.isArray(result);
}

/** How an attempt ended because of something thrown. */
export function threw(attempt: AttemptOf, error: unknown, retryInMs: number | null): EndedAttempt {
  const stored = storedError(error);
  return {
    ...whichOf(attempt),
    outcome: error instanceof TooLong ? "timed-out" : "failed",
    reason: stored.message === "" ? stored.name : stored.message,
    error: JSON.stringify(stored),
    retryInMs,
  };
}

function gaveUp(action: ClaimedAction, reason: string): EndedAttempt {
  return { ...whichOf(action), outcome: "failed", reason, error: null, retryInMs: null };
}

/** What tells an attempt from all others. */
export type AttemptOf = Pick<ClaimedAction, "id" | "attempt" | "process" | "event">;

/** Only what tells an attempt from all others. */
export function whichOf({ id, attempt, process, event }: AttemptOf): AttemptOf {
  return { id, attempt, process, event };
}

function unknown({ processType, name }: ClaimedAction, knowsType: boolean): string {
  return knowsType
    ? `The process type "${processType}" has no action "${name}". Bring it back and retry its failed actions, or skip what is left of it.`
    : `No definition of the process type "${processType}" is known here. Add it to \`processes:\` in the configuration, and retry the failed actions "${name}".`;
}
