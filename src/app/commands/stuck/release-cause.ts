import { buildPending, type Definitions } from "../../../build/build-pending.ts";
import { buildProcess } from "../../../core/process/build.ts";
import type { ProcessDefinition } from "../../../core/process/process.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import type { Advice } from "../../../core/stuck/remedy.ts";
import type { StuckItem } from "../../../core/stuck/stuck.ts";
import type { StuckKind } from "../../../core/stuck/stuck-kind.ts";
import { stateText } from "../../../core/text/state-text.ts";
import type { RecordingContext } from "../../../intake/channel/context.ts";
import {
  type OpenedToday,
  openToday,
  packedKindOf,
} from "../../../intake/container/unpack-again.ts";
import { isByOwnNumber, sayOwnNumber } from "../../../intake/file/by-own-number.ts";
import { reprocess } from "../../../intake/file/reprocess.ts";
import { counted } from "../../../runtime/counted.ts";
import { errorStack, sayDefinitionThrew } from "../../../runtime/error-stack.ts";
import type { Store } from "../../../store/port/store.ts";
import { kindsBeside, kindsOf, stuckKind } from "../../../store/stuck/stuck-kinds.ts";
import { runCommandAgain } from "../process/run-command.ts";
import { readToday } from "./read-again.ts";

/** What it takes to have things tried again. */
export interface ReleaseContext {
  readonly recording: RecordingContext;
  readonly definitions: Definitions;
  /** Who has it tried, and why. */
  readonly actor: string;
  readonly reason: string;
}

/** What was, or would be, done with one thing that is stuck. */
export interface Released {
  readonly item: StuckItem;
  /** What happens to it, or why it stays, or what a person has to do. */
  readonly said: string | Advice;
  /** Whether it is, or seems to be, stuck no longer. */
  readonly free: boolean;
}

/** How many of a kind are tried again and how, for people: `1 file is read again`. */
export function releaseWords(kind: StuckKind, count: number): string {
  const [one, many] = stuckKind(kind).trying;
  return `${count} ${count === 1 ? one : many}`;
}

/**
 * Says of each thing what trying it again would come to, and changes nothing: bytes are read with today's
 * reader, processes built with today's code.
 */
export async function tryRelease(context: ReleaseContext, item: StuckItem): Promise<Released> {
  const { tryAgain } = stuckKind(item.kind);
  switch (tryAgain.by) {
    case "person":
      return { item, said: tryAgain.advise(item), free: false };
    case "building":
      return await tryBuild(context, item);
    case "command":
      return { item, said: "it would be run again under its key", free: true };
    // Nobody can say beforehand how another try ends.
    case "action":
    case "message":
    case "outbound":
      return { item, said: "it would be queued again", free: true };
    case "reading":
      return await tryReading(context, item, tryAgain.freeWhen);
  }
}

async function tryReading(
  { recording }: ReleaseContext,
  item: StuckItem,
  freeWhen: "read" | "fewer-invalid",
): Promise<Released> {
  const file = item.file === null ? null : await recording.store.files.get(item.file);
  if (file === null) throw new Error(`${item.item} is of no file`);
  if (isByOwnNumber(file)) return { item, said: sayOwnNumber(file.id), free: false };
  const kind = await packedKindOf(recording, file);
  if (kind !== null) return { item, ...sayOpened(await openToday(recording, file, kind)) };
  const today = await readToday(recording, file);
  if (today.refused) return { item, said: `still refused: ${today.error}`, free: false };
  if (today.awaitingRelease) return { item, said: "still awaiting release", free: false };
  const invalid = today.invalid === 0 ? "" : `, ${today.invalid} of them invalid`;
  const messages = counted(today.messages, "message");
  const free = freeWhen === "read" || today.invalid < file.invalid;
  const said = free ? `reads well: ${messages}${invalid}` : `still invalid: ${messages}${invalid}`;
  return { item, said, free };
}

function sayOpened({ anew, error, holds }: OpenedToday): Pick<Released, "said" | "free"> {
  if (!anew)
    return { said: "stays as it is: the files in it are tried again one by one", free: false };
  if (error !== null) return { said: `still refused: ${error}`, free: false };
  const refused = holds === null || holds.refused === 0 ? "" : `, ${holds.refused} of them refused`;
  const files = counted(holds?.files ?? 0, "file");
  return { said: holds === null ? "opens anew" : `opens anew: ${files}${refused}`, free: true };
}

async function tryBuild({ recording, definitions }: ReleaseContext, item: StuckItem) {
  const { store } = recording;
  const [type = "", key = ""] = processOf(item);
  const definition: ProcessDefinition | undefined = definitions.get(type);
  if (definition === undefined) return { item, said: `${type} is not known here`, free: false };
  const history = (await store.processes.histories([item.number])).get(item.number);
  try {
    const { state, status } = buildProcess(definition, key, history?.events ?? []);
    stateText(state);
    return { item, said: `builds: ${status}`, free: true };
  } catch (error) {
    const said = `still fails: ${sayDefinitionThrew(type, errorStack(error))}`;
    return { item, said, free: false };
  }
}

/** Type and key in `process order/4711`. */
function processOf({ item, name }: StuckItem): [type: string, key: string] {
  return [item.slice("process ".length, item.length - name.length - 1), name];
}

/** Processes that are asked to be built at once. */
const buildsAtOnce = 500;

/**
 * Has everything that is stuck for one cause tried again, whatever its kind, and tells of each as it is
 * done. What is not released by that stays stuck, for this cause or another.
 */
export async function* releaseAll(
  context: ReleaseContext,
  items: readonly StuckItem[],
): AsyncGenerator<Released> {
  for (let start = 0; start < items.length; start += buildsAtOnce) {
    const some = items.slice(start, start + buildsAtOnce);
    const builds = some.filter(({ kind }) => stuckKind(kind).tryAgain.by === "building");
    if (builds.length > 0) {
      await context.recording.store.builds.rebuild(builds.map(({ number }) => number));
      await buildPending(context.recording.store, context.definitions);
    }
    yield* releaseSome(context, some);
  }
}

async function* releaseSome(
  context: ReleaseContext,
  items: readonly StuckItem[],
): AsyncGenerator<Released> {
  const { store } = context.recording;
  const filesRead = new Set<number>();
  for (const item of items) {
    const refused = await releaseOne(context, item, filesRead);
    const left = await stillStuck(store, item);
    const said = refused ?? (left === null ? "released" : leftSaid(item, left));
    yield { item, said, free: left === null };
  }
}

/** How a thing is stuck now: as it was, for another reason, or by what came of it; null when it is free. */
async function stillStuck(store: Store, item: StuckItem): Promise<StuckItem | null> {
  const kinds = kindsBeside(item.kind);
  const after = await store.stuck.at(kinds.map((kind) => ({ kind, number: item.number })));
  const left = after.find(({ cause }) => cause.id === item.cause.id) ?? after[0];
  if (left !== undefined) return left;
  const isFile = item.file !== null && item.message === null;
  return isFile ? await stuckMessageOf(store, item.number) : null;
}

/** A message of a file that was let in, when one of them is stuck. */
async function stuckMessageOf(store: Store, file: number): Promise<StuckItem | null> {
  const isLetIn = (await store.files.get(file))?.state === "recorded";
  if (!isLetIn) return null;
  let numbers: number[] = [];
  const first = async () =>
    (
      await store.stuck.at(
        numbers.flatMap((number) => kindsOf("message").map((kind) => ({ kind, number }))),
      )
    )[0] ?? null;
  for await (const { id } of store.messages.list(file)) {
    if (numbers.push(id) < messagesAtOnce) continue;
    const found = await first();
    if (found !== null) return found;
    numbers = [];
  }
  return numbers.length === 0 ? null : await first();
}

/** Messages of a file that are looked at together. */
const messagesAtOnce = 200;

function leftSaid(before: StuckItem, { kind, item, cause, reason }: StuckItem): string {
  if (cause.id === before.cause.id) return `still stuck: ${reason}`;
  const what = item === before.item ? "" : `${item} `;
  return `${what}now stuck, ${kind} (cause ${cause.id}): ${reason}`;
}

/** Tries one again, its file unless it was read again already; returns why it could not even be tried. */
async function releaseOne(
  context: ReleaseContext,
  item: StuckItem,
  filesRead: Set<number>,
): Promise<string | Advice | null> {
  const { recording, definitions, actor, reason } = context;
  const { store, clock } = recording;
  const { tryAgain } = stuckKind(item.kind);
  switch (tryAgain.by) {
    case "person":
      return tryAgain.advise(item);
    // All processes are built again before.
    case "building":
      return null;
    case "message":
      return refusedBy(() =>
        store.outboundMessages.decide({ id: item.number, decision: "retry", actor, reason }),
      );
    case "outbound":
      return refusedBy(() =>
        store.outbound.decide({ id: item.number, decision: "retry", actor, reason }),
      );
    case "action":
      return refusedBy(() =>
        store.actions.decide({ id: item.number, decision: { kind: "retry" }, actor, reason }),
      );
    case "command": {
      const running = { store, definitions, now: clock.wall };
      const key = await commandKey(recording, item);
      return refusedBy(() => runCommandAgain(running, key, actor));
    }
    case "reading":
      return readAgain(context, item, filesRead);
  }
}

async function readAgain(
  { recording, definitions }: ReleaseContext,
  { file }: StuckItem,
  filesRead: Set<number>,
): Promise<Advice | null> {
  if (file === null || filesRead.has(file)) return null;
  filesRead.add(file);
  const record = await recording.store.files.get(file);
  if (record !== null && isByOwnNumber(record)) return sayOwnNumber(file);
  await reprocess(recording, [...definitions.values()], file);
  return null;
}

async function commandKey({ store }: RecordingContext, { number }: StuckItem): Promise<string> {
  const key = await store.commands.key(number);
  if (key === null) throw new Error(`command ${number} is gone`);
  return key;
}

/** The store's reason when it would not do it: somebody else was quicker, say. */
async function refusedBy(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof RefusedError) return error.message;
    throw error;
  }
}
