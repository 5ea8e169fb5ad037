import { buildPending, type Definitions } from "../../build/build-pending.ts";
import { isRefusal } from "../../core/define/effect.ts";
import { buildProcess } from "../../core/process/build.ts";
import type { ProcessDefinition } from "../../core/process/process.ts";
import {
  failingKinds,
  kindsOfThings,
  type StuckItem,
  type StuckKind,
} from "../../core/stuck/stuck.ts";
import { stateText } from "../../core/text/state-text.ts";
import type { RecordingContext } from "../../intake/channel/context.ts";
import { type OpenedToday, openToday, packedKindOf } from "../../intake/container/unpack-again.ts";
import { isByOwnNumber, sayOwnNumber } from "../../intake/record/by-own-number.ts";
import { reprocess } from "../../intake/record/reprocess.ts";
import { errorStack, sayDefinitionThrew } from "../../runtime/error-stack.ts";
import { type Store, StoreError } from "../../store/port/store.ts";
import { readToday } from "./read-again.ts";
import { runCommandAgain } from "./run-command.ts";

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
  /** In words: what happens to it, or why it stays. */
  readonly said: string;
  /** Whether it is, or seems to be, stuck no longer. */
  readonly free: boolean;
}

/** How a kind of stuck thing is tried again, of one and of many, after their number. */
const tryingWords: Readonly<Record<StuckKind, readonly [one: string, many: string]>> = {
  rejected: ["file is read again", "files are read again"],
  conflict: ["file is read again", "files are read again"],
  "on-hold": ["file is read again", "files are read again"],
  held: ["message is read again with its file", "messages are read again with their files"],
  unmatched: ["message is read and routed again", "messages are read and routed again"],
  failed: ["message is routed again", "messages are routed again"],
  "build-failed": ["process is built again", "processes are built again"],
  "command-failed": ["command is run again", "commands are run again"],
  "action-failed": ["action is queued again", "actions are queued again"],
  "action-held": ["action waits for a person's word", "actions wait for a person's word on each"],
  "deadline-missed": ["deadline stays as it is", "deadlines stay as they are"],
  "answer-overdue": [
    "answer has to come from whom we asked",
    "answers have to come from whom we asked",
  ],
  "file-missing": ["file has to come from its sender", "files have to come from their senders"],
  "sequence-gap": ["gap needs files from its sender", "gaps need files from their senders"],
  unserved: [
    "lane goes on by itself once a channel serves it",
    "lanes go on by themselves once a channel serves them",
  ],
  unwritable: ["message is queued again to be written", "messages are queued again to be written"],
  "outbound-failed": ["file is delivered again", "files are delivered again"],
  "outbound-unknown": ["file waits for a person's word", "files wait for a person's word on each"],
  "action-failing": ["action is tried at once", "actions are tried at once"],
  "outbound-failing": ["file is tried at once", "files are tried at once"],
  "outbound-behind": [
    "file is tried once the one before it has gone",
    "files are tried once those before them have gone",
  ],
};

/** How many of a kind are tried again and how, for people: `1 file is read again`. */
export function releaseWords(kind: StuckKind, count: number): string {
  const [one, many] = tryingWords[kind];
  return `${count} ${count === 1 ? one : many}`;
}

/** Kinds that only a person's word on each one releases, and the command for it. */
const byHand: Readonly<Partial<Record<StuckKind, string>>> = {
  "action-held": "decide on it: busbar action release|cancel",
  "deadline-missed": "look at its process, then dismiss it: busbar stuck dismiss",
  "answer-overdue": "ask for the answer, or dismiss it: busbar stuck dismiss",
  "file-missing": "ask for the file, or dismiss it: busbar stuck dismiss",
  "sequence-gap": "ask for the files, or dismiss it: busbar stuck dismiss",
  unserved: "mend the configuration or the catalogue and start the daemon again",
  "outbound-unknown": "ask whether it came, then: busbar outbound confirm|retry",
};

/** Kinds of which nobody can say beforehand how another try ends. */
const putBack: ReadonlySet<StuckKind> = new Set([
  "action-failed",
  "unwritable",
  "outbound-failed",
  ...failingKinds,
]);

/**
 * Says of each thing what trying it again would come to, and changes nothing: bytes are read with today's
 * reader, processes built with today's code.
 */
export async function tryRelease(context: ReleaseContext, item: StuckItem): Promise<Released> {
  const hand = byHand[item.kind];
  if (hand !== undefined) return { item, said: hand, free: false };
  if (item.kind === "build-failed") return await tryBuild(context, item);
  if (item.kind === "command-failed")
    return { item, said: "it would be run again under its key", free: true };
  if (putBack.has(item.kind)) return { item, said: "it would be put back in line", free: true };
  return await tryReading(context, item);
}

async function tryReading({ recording }: ReleaseContext, item: StuckItem): Promise<Released> {
  const file = item.file === null ? null : await recording.store.file(item.file);
  if (file === null) throw new Error(`${item.item} is of no file`);
  if (isByOwnNumber(file)) return { item, said: sayOwnNumber(file.id), free: false };
  const kind = await packedKindOf(recording, file);
  if (kind !== null) return { item, ...sayOpened(await openToday(recording, file, kind)) };
  const today = await readToday(recording, file);
  if (today.refused) return { item, said: `still refused: ${today.error}`, free: false };
  if (today.onHold) return { item, said: "still on hold", free: false };
  const held = today.held === 0 ? "" : `, ${today.held} of them held`;
  const messages = today.messages === 1 ? "1 message" : `${today.messages} messages`;
  const said = `reads well: ${messages}${held}`;
  return { item, said, free: item.kind !== "held" || today.held < file.held };
}

function sayOpened({ anew, error, holds }: OpenedToday): Pick<Released, "said" | "free"> {
  if (!anew)
    return { said: "stays as it is: the files in it are tried again one by one", free: false };
  if (error !== null) return { said: `still refused: ${error}`, free: false };
  const refused = holds === null || holds.refused === 0 ? "" : `, ${holds.refused} of them refused`;
  const files = holds?.files === 1 ? "1 file" : `${holds?.files} files`;
  return { said: holds === null ? "opens anew" : `opens anew: ${files}${refused}`, free: true };
}

async function tryBuild({ recording, definitions }: ReleaseContext, item: StuckItem) {
  const { store } = recording;
  const [type = "", key = ""] = processOf(item);
  const definition: ProcessDefinition | undefined = definitions.get(type);
  if (definition === undefined) return { item, said: `${type} is not known here`, free: false };
  const history = (await store.histories([item.number])).get(item.number);
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
    const builds = some.filter(({ kind }) => kind === "build-failed");
    if (builds.length > 0) {
      await context.recording.store.askForRebuild(builds.map(({ number }) => number));
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
  const things: readonly (readonly StuckKind[])[] = Object.values(kindsOfThings);
  const kinds = things.find((some) => some.includes(item.kind)) ?? [];
  const after = await store.stuckAt(kinds.map((kind) => ({ kind, number: item.number })));
  const left = after.find(({ cause }) => cause.id === item.cause.id) ?? after[0];
  if (left !== undefined) return left;
  const isFile = item.file !== null && item.message === null;
  return isFile ? await stuckMessageOf(store, item.number) : null;
}

/** A message of a file that was let in, when one of them is stuck. */
async function stuckMessageOf(store: Store, file: number): Promise<StuckItem | null> {
  const isLetIn = (await store.file(file))?.state === "recorded";
  if (!isLetIn) return null;
  let numbers: number[] = [];
  const first = async () =>
    (
      await store.stuckAt(
        numbers.flatMap((number) => kindsOfThings.message.map((kind) => ({ kind, number }))),
      )
    )[0] ?? null;
  for await (const { id } of store.messages(file)) {
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
  { recording, definitions, actor, reason }: ReleaseContext,
  item: StuckItem,
  filesRead: Set<number>,
): Promise<string | null> {
  switch (item.kind) {
    case "action-held":
    case "deadline-missed":
    case "unserved":
    case "outbound-unknown":
      return byHand[item.kind] ?? null;
    case "unwritable":
      return refusedBy(() => recording.store.decideMessage(item.number, "retry", actor, reason));
    case "outbound-failed":
    case "outbound-failing":
    case "outbound-behind":
      return refusedBy(() => recording.store.decideOutbound(item.number, "retry", actor, reason));
    case "build-failed":
      return null;
    case "action-failed":
    case "action-failing":
      return refusedBy(() =>
        recording.store.decideAction(item.number, { kind: "retry" }, actor, reason),
      );
    case "command-failed": {
      const context = { store: recording.store, definitions, now: recording.clock.wall };
      const answer = await runCommandAgain(context, await commandKey(recording, item), actor);
      return answer !== null && isRefusal(answer) ? answer.message : null;
    }
    default: {
      const { file } = item;
      if (file === null || filesRead.has(file)) return null;
      filesRead.add(file);
      const record = await recording.store.file(file);
      if (record !== null && isByOwnNumber(record)) return sayOwnNumber(file);
      await reprocess(recording, [...definitions.values()], file);
      return null;
    }
  }
}

async function commandKey({ store }: RecordingContext, { number }: StuckItem): Promise<string> {
  const key = await store.commandKey(number);
  if (key === null) throw new Error(`command ${number} is gone`);
  return key;
}

/** The store's reason when it would not do it: somebody else was quicker, say. */
async function refusedBy(work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (error instanceof StoreError && error.code === "failed") return error.message;
    throw error;
  }
}
