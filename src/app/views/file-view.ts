import { z } from "zod";
import type { FileRecord, MessageRecord } from "../../core/file/file.ts";
import { storedJson } from "../../core/text/stored-json.ts";
import { utcTime } from "../../core/text/utc-time.ts";
import type { Reprocessed } from "../../intake/file/reprocess.ts";
import type { ErasedBytes } from "../../store/port/erasure-store.ts";
import type { KeptBytes } from "../../store/port/retention-store.ts";
import type { Released } from "../commands/stuck/release-cause.ts";
import { count, envelopeView, id, list, moment, problemView } from "./parts.ts";
import { adviceView } from "./remedy-view.ts";

const fileState = z.enum([
  "recording",
  "recorded",
  "duplicate",
  "conflict",
  "rejected",
  "withdrawn",
]);

const placeView = z.strictObject({ file: id, path: z.string() });

/** How many files are in a container, and how many of them wait for a person, by what each waits for. */
const insideView = z.strictObject({
  files: count,
  waiting: count,
  refused: count,
  conflict: count,
  awaitingRelease: count,
  invalid: count,
});

/** What a person decided about a file, and why. */
const fileDecisionView = z.strictObject({
  decision: z.enum(["keep-first", "replace", "keep-both", "release"]),
  other: id.nullable(),
  actor: z.string(),
  reason: z.string(),
  at: moment,
});

/** An inbound file, whole. */
export const fileView = z.strictObject({
  id,
  name: z.string(),
  state: fileState,
  flow: z.string().nullable(),
  version: z.string().nullable(),
  arrival: z.string(),
  channel: z.string(),
  sizeBytes: count,
  hash: z.string(),
  otherFile: id.nullable(),
  successor: id.optional(),
  modifiedAt: moment,
  seenAt: moment,
  recordedAt: moment,
  occurredAt: moment,
  messages: count,
  invalid: count,
  awaitingRelease: z.boolean(),
  history: z.boolean().optional(),
  events: count,
  problems: list(problemView),
  decisions: list(fileDecisionView),
  container: placeView.nullable(),
  members: list(id),
  inside: insideView.optional(),
  envelope: envelopeView.nullable(),
});

/** An inbound file as views give it. */
export type FileView = z.infer<typeof fileView>;

/** A file for programs: as the store knows it, with times in UTC and the flow at hand. */
export function viewFile(file: FileRecord): FileView {
  const { id: number, name, state, envelope, ...rest } = file;
  return {
    id: number,
    name,
    state,
    flow: envelope?.flow ?? null,
    version: envelope?.version ?? null,
    ...rest,
    modifiedAt: utcTime(file.modifiedAt),
    seenAt: utcTime(file.seenAt),
    recordedAt: utcTime(file.recordedAt),
    occurredAt: utcTime(file.occurredAt),
    decisions: file.decisions.map((made) => ({ ...made, at: utcTime(made.at) })),
    envelope,
  };
}

/** Where bytes are that are not where they came to: in a pack or dropped, since when, by whom and why. */
const keptView = z.strictObject({
  where: z.enum(["pack", "dropped"]),
  since: moment,
  actor: z.string(),
  reason: z.string(),
});

/** Where the bytes of a file are, for programs; null while they are where they came to. */
export function viewKept({ where, retention }: KeptBytes): z.infer<typeof keptView> | null {
  if (retention === null || where === "store") return null;
  const { actor, reason, at } = retention;
  return { where, since: utcTime(at), actor, reason };
}

/** That something in the bytes of a file was erased; `whole`: nothing of them is left. */
export const erasedBytesView = z.strictObject({
  erasure: id,
  whole: z.boolean(),
  at: moment,
  actor: z.string(),
  reason: z.string(),
});

/** What was erased of the bytes of a file, for programs; null where they are as they came. */
export function viewErasedBytes(
  erased: ErasedBytes | null,
): z.infer<typeof erasedBytesView> | null {
  if (erased === null) return null;
  const { erasure, whole } = erased;
  const { id: number, actor, reason, at } = erasure;
  return { erasure: number, whole, at: utcTime(at), actor, reason };
}

/** An inbound file with where its bytes are, what its flow is called, whose its DIP ids are, and what a person may do about it. */
export const fileDetailView = fileView.extend({
  flowName: z.string().nullable(),
  fromName: z.string().nullable(),
  toName: z.string().nullable(),
  kept: keptView.nullable(),
  erased: erasedBytesView.nullable(),
  next: adviceView.nullable(),
});

/** An inbound file with what is known besides, as views give it. */
export type FileDetailView = z.infer<typeof fileDetailView>;

/** A message of an inbound file; `invalid`: it has an error of its own. */
export const messageView = z.strictObject({
  id,
  file: id,
  line: z.int(),
  lastLine: z.int(),
  group: z.string(),
  subjectKind: z.string().nullable(),
  subjectKey: z.string().nullable(),
  data: z.unknown(),
  invalid: z.boolean(),
  problems: list(problemView),
});

/** A message of an inbound file, as views give it. */
export type MessageView = z.infer<typeof messageView>;

/** A message for programs: its data as JSON. */
export function viewMessage(message: MessageRecord): MessageView {
  return { ...message, data: storedJson(message.data) };
}

/** What became of a file that was just taken in; `id` is null and `state` is `failed` where it could not be read. */
export const takenInView = z.strictObject({
  file: z.string(),
  id: id.nullable(),
  state: z.union([fileState, z.literal("failed")]),
  flow: z.string().nullable(),
  version: z.string().nullable(),
  messages: count,
  events: count,
  invalid: count,
  awaitingRelease: z.boolean(),
  otherFile: id.nullable(),
  container: placeView.nullable(),
  members: list(id),
  problems: list(problemView),
});

/** What became of a file that was just taken in, as views give it. */
export type TakenInView = z.infer<typeof takenInView>;

/** A file that was just taken in, for programs. `name`: what it is called there where it came from. */
export function viewTakenIn(name: string, file: FileRecord): TakenInView {
  const {
    id: number,
    state,
    envelope,
    messages,
    events,
    invalid,
    awaitingRelease,
    problems,
  } = file;
  const { otherFile, container, members } = file;
  return {
    file: name,
    id: number,
    state,
    flow: envelope?.flow ?? null,
    version: envelope?.version ?? null,
    messages,
    events,
    invalid,
    awaitingRelease,
    otherFile,
    container,
    members,
    problems,
  };
}

/** A file that could not be taken in at all, with the problem that says why. */
export function viewNotTakenIn(name: string, problem: z.infer<typeof problemView>): TakenInView {
  return {
    file: name,
    id: null,
    state: "failed",
    flow: null,
    version: null,
    messages: 0,
    events: 0,
    invalid: 0,
    awaitingRelease: false,
    otherFile: null,
    container: null,
    members: [],
    problems: [problem],
  };
}

/** A file that was read again: what it was before, and what the reading changed. */
export const reprocessedView = takenInView.extend({
  before: fileState,
  retried: count,
  otherwise: count,
});

/** A file that was read again, for programs; `otherwise`: events that would read otherwise now. */
export function viewReprocessed(
  { before, after, retried }: Reprocessed,
  otherwise: number,
): z.infer<typeof reprocessedView> {
  return { ...viewTakenIn(after.name, after), before: before.state, retried, otherwise };
}

/** A file in one of Busbar's folders that its store does not know. */
export const unknownFileView = z.strictObject({
  kind: z.enum(["archived", "quarantined", "sent"]),
  path: z.string(),
  sizeBytes: count,
});

/** A file that the store does not know, as views give it. */
export type UnknownFileView = z.infer<typeof unknownFileView>;

/** What a retry of one stuck thing came to, or would. */
export const releasedView = z.strictObject({
  item: z.string(),
  kind: z.string(),
  name: z.string(),
  released: z.boolean(),
  said: z.string(),
});

/** A retry for programs; `said`: what came of it, in words. */
export function viewReleased({ item, free }: Released, said: string): z.infer<typeof releasedView> {
  return { item: item.item, kind: item.kind, name: item.name, released: free, said };
}
