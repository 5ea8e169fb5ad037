import { viewFile } from "../../app/views/file-view.ts";
import type { FileRecord } from "../../core/file/file.ts";
import type { ProcessDefinition } from "../../core/process/process.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { reprocess } from "../../intake/record/reprocess.ts";
import { routePending } from "../../intake/route/route.ts";
import { counted } from "../../runtime/counted.ts";
import type { ConflictDecision } from "../../store/port/files/file-store.ts";
import type { Store } from "../../store/port/store.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { actedLines } from "../event/consequence-lines.ts";
import { CommandFailure, type ExitCode, exitCode, refusedText } from "../failure.ts";
import { type DecisionOptions, decisionOf } from "../outbound/decision.ts";
import { type Session, withStore } from "../session.ts";
import { noSuchCause } from "../stuck/stuck.ts";
import {
  type ContainerDecision,
  type DecidedMember,
  decideMembers,
  otherOf,
  withdrawnBy,
} from "./decide-members.ts";
import { findFile } from "./file-show.ts";

/** `busbar file decide`. */
export interface FileDecideOptions extends JsonOption, DecisionOptions {
  /** All that is in conflict for one cause, instead of files by their numbers. */
  readonly cause?: string;
}

/** Which files are decided, and how. */
export interface Deciding {
  readonly files: readonly number[];
  /** Null: it was left out. */
  readonly decision: ConflictDecision | null;
}

/** Events told of because of which something is done already. */
const mostActed = 20;

/**
 * `busbar file decide ID... DECISION`: a person settles which of two files with one identity stands, says
 * otherwise than before, or takes in a file whose bytes came before. Of several files each is decided by
 * itself: one that cannot be leaves the others.
 */
export function fileDecide(
  context: CommandContext,
  { files, decision }: Deciding,
  options: FileDecideOptions,
): Promise<ExitCode> {
  const { actor, reason } = decisionOf(options);
  const { cause } = options;
  if ((files.length === 0) === (cause === undefined))
    throw new CommandFailure(
      "name files by their numbers, or a cause with --cause",
      exitCode.usage,
    );
  if (decision === null)
    throw new CommandFailure(
      "say what is decided after the files: keep-first, replace or keep-both",
      exitCode.usage,
    );
  return withStore(context, async (session) => {
    const definitions = [...(await session.definitions()).values()];
    const deciding = { session, definitions, decision, actor, reason };
    const ids = cause === undefined ? files : await conflictsOf(session, cause);
    let code: ExitCode = exitCode.good;
    for (const id of ids) {
      try {
        await decideOne(context, deciding, id, options);
      } catch (error) {
        if (ids.length === 1 || !isRefusal(error)) throw error;
        context.say(`busbar: ${refusedText(error)}`);
        code = exitCode.failed;
      }
    }
    return code;
  });
}

function isRefusal(error: unknown): error is Error {
  return error instanceof CommandFailure || error instanceof RefusedError;
}

/** The files that are in conflict for a cause. */
async function conflictsOf({ store }: Session, cause: string): Promise<number[]> {
  const items = await Array.fromAsync(store.stuck.list({ cause }));
  if (items.length === 0) throw noSuchCause(cause);
  const files = items.flatMap(({ kind, file }) =>
    kind === "conflict" && file !== null ? file : [],
  );
  if (files.length > 0) return files;
  throw new CommandFailure(
    `cause ${cause} is no conflict; \`busbar stuck --cause ${cause}\` shows what it is`,
  );
}

async function decideOne(
  { output }: CommandContext,
  deciding: {
    readonly session: Session;
    readonly definitions: readonly ProcessDefinition[];
    readonly decision: ConflictDecision;
    readonly actor: string;
    readonly reason: string;
  },
  id: number,
  { json }: JsonOption,
): Promise<void> {
  const { session, definitions, decision, actor, reason } = deciding;
  const { store } = session;
  const before = await findFile(store, id);
  const { state } = before;
  const decided = before.decisions.findLast((one) => one.decision !== "release");
  if (state !== "conflict" && state !== "duplicate" && decided === undefined) {
    throw new CommandFailure(
      `file ${id} is ${state}, not a conflict; \`busbar stuck\` shows the conflicts`,
    );
  }
  const other = otherOf(before);
  await store.files.decide({ file: id, decision, actor, reason });
  // The messages of a duplicate were never kept: its bytes are read again.
  if (state === "duplicate") await reprocess(await session.recording(), definitions, id);
  else await routePending(store, definitions);
  const file = await findFile(store, id);
  const inside = await membersDecided(deciding, file);
  if (json) {
    await output.json(viewFile(file));
    return;
  }
  await output.line(isNow(file));
  if (inside.length > 0) await output.line(await insideNow(store, inside));
  // Of a decision that is made anew, both are told: either may stand again, or no more.
  if (state !== "conflict" && other !== null && other !== id)
    await output.line(isNow(await findFile(store, other)));
  const withdrawn = [withdrawnBy(decision, before), ...inside.map((one) => one.withdrawn)];
  const acted = await actedOnAny(store, withdrawn);
  const byType = new Map(definitions.map((definition) => [definition.type, definition]));
  await output.lines(actedLines(acted.slice(0, mostActed), acted.length > mostActed, byType));
}

/** The files in a container that it decided likewise. */
async function membersDecided(
  { session, ...decision }: Omit<ContainerDecision, "recording"> & { readonly session: Session },
  file: FileRecord,
): Promise<DecidedMember[]> {
  if (file.members.length === 0) return [];
  return decideMembers({ ...decision, recording: await session.recording() }, file, otherOf(file));
}

async function insideNow(store: Store, files: readonly DecidedMember[]): Promise<string> {
  let events = 0;
  for (const { id } of files) events += (await findFile(store, id)).events;
  const are = files.length === 1 ? "is" : "are";
  return `${counted(files.length, "file")} in it ${are} decided likewise, with ${counted(events, "event")}.`;
}

/** What was done because of events of files that were withdrawn; one more than is told of. */
async function actedOnAny(store: Store, withdrawn: readonly (number | null)[]) {
  const acted: Awaited<ReturnType<Store["events"]["actedOn"]>>[number][] = [];
  for (const file of withdrawn) {
    const limit = mostActed + 1 - acted.length;
    if (file !== null && limit > 0) acted.push(...(await store.events.actedOn({ file, limit })));
  }
  return acted;
}

function isNow({ id, state, events }: FileRecord): string {
  return `File ${id} is now ${state}, with ${counted(events, "event")}.`;
}
