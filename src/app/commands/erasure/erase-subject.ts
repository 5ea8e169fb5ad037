import { hash } from "node:crypto";
import { buildPending } from "../../../build/build-pending.ts";
import type { Message } from "../../../core/file/document.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { type ErasedFile, type ErasedValue, eraseFile } from "../../../formats/erase/erase-file.ts";
import { blotted } from "../../../formats/erase/tombstone.ts";
import type { OnCrashPoint } from "../../../runtime/crash-points.ts";
import { storeAt } from "../../../store/open.ts";
import type { MadeBackup } from "../../../store/port/backup-store.ts";
import type {
  Erasing,
  ErasureDone,
  ScrubbedStore,
  ToldContent,
  ToldOf,
} from "../../../store/port/erasure-store.ts";
import type { ChangedBy } from "../../../store/port/events/revision-store.ts";
import { whoAndWhy } from "../../asked/who-asks.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { type CopiedContent, type Copy, copiesInHand, copiesOf, replaceCopy } from "./copies.ts";
import { type Eraser, eraserOf } from "./eraser.ts";
import { valuesOfRows, withoutMarked } from "./said-of-person.ts";
import { tellingNothing, tellingNothingLater } from "./telling-nothing.ts";

/** What is erased, or would be. */
export interface SubjectErasure {
  readonly key: string;
  readonly isDry: boolean;
  /** What it came to; `id` is null of a dry run, and where nothing personal is kept. */
  readonly erasure: ErasureDone;
  /** Nothing personal is kept of it, or no more: nothing was erased, or would be. */
  readonly isNothing: boolean;
  /** Files whose names hold a value; they stay. */
  readonly named: readonly { readonly about: string; readonly name: string }[];
  /** Inbound and outbound files, as people call them, that values are replaced in, or of which nothing stays. */
  readonly touched: readonly { readonly about: string; readonly whole: boolean }[];
  readonly processes: readonly string[];
  /** Files in archive and quarantine folders. */
  readonly copies: readonly string[];
  /** Copies that Busbar cannot change. */
  readonly elsewhere: {
    /** Backups that were made before, whether they are still there or not. */
    readonly backups: readonly MadeBackup[];
    /** Files and e-mails that partners have. */
    readonly delivered: number;
  };
  /** What the store's file may still hold; null of a dry run. */
  readonly scrubbed: (ScrubbedStore & { readonly isCompacted: boolean }) | null;
}

/** What a person asks for. */
export interface EraseInput {
  /** The key of a process, an MPAN core or another subject. */
  readonly key: string;
  readonly isDry: boolean;
}

/**
 * Puts tombstones in place of what is said of a person: in kept bytes, messages, events, states, what was sent, and
 * every sentence about it. Asked again it finishes what an earlier one left undone. Rejects with a `RefusedError` when
 * nothing is known of the subject, or something of it is not over.
 */
export async function eraseSubject(
  of: OpenInstallation,
  { key: typed, isDry }: EraseInput,
  by: ChangedBy,
  onStep: OnCrashPoint = () => {},
): Promise<SubjectErasure> {
  const changedBy = whoAndWhy(by);
  const { store } = of;
  const key = typed.trim();
  if (!isDry) await finish(of, onStep);
  const told = await store.erasures.about(key);
  refuseUnlessOver(told);
  const made = await tellingNothingLater(() => tombstones(of, told));
  refuseReason(made.eraser, changedBy.reason);
  refuseInHand(told.key, await copiesInHand(of.config, made.copied));
  const copies = await copiesOf(of.config, made.copied);
  const erasing = { ...made.erasing, told, by: changedBy, copies, isDry, onStep };
  const erasure = await store.erasures.erase(erasing);
  if (!isDry) await finish(of, onStep);
  return {
    key,
    isDry,
    erasure: { ...erasure, id: isDry ? null : erasure.id },
    isNothing: isNothing(erasure),
    named: await namedIn(of, told, made.eraser),
    touched: made.erasing.contents.map(({ content, whole }) => ({
      about: aboutOf(told, content),
      whole,
    })),
    processes: told.processes.map(({ type, key: of }) => `${type}/${of}`),
    copies: copies.map(({ path }) => path),
    elsewhere: {
      backups: await store.backups.made(),
      delivered: told.contents.filter(({ of }) => of.kind === "outbound").length,
    },
    scrubbed: isDry ? null : await scrub(of),
  };
}

function isNothing({ contents, messages, texts, copies }: ErasureDone): boolean {
  return contents === 0 && messages === 0 && texts === 0 && copies === 0;
}

/** A reason is kept for ever, beside what was erased. */
function refuseReason({ saidIn }: Eraser, reason: string): void {
  const field = saidIn(reason);
  if (field === null) return;
  throw new RefusedError(
    "invalid",
    `The reason says what is to be erased of the person (the value of ${field}), and a reason is kept for good: nothing was erased`,
    {
      code: "REASON_NAMES_PERSON",
      about: "reason",
      remedy: advice("give a reason that says nothing of the person: the number of the case, say"),
    },
  );
}

/** Files whose names hold a value. */
async function namedIn({ store }: OpenInstallation, told: ToldOf, { isNamedIn }: Eraser) {
  const ids = told.contents.flatMap(({ of }) => (of.kind === "file" ? [of.id] : []));
  const files = await Promise.all(ids.map((id) => store.files.get(id)));
  return files.flatMap((file) =>
    file !== null && isNamedIn(file.name) ? [{ about: `file ${file.id}`, name: file.name }] : [],
  );
}

function aboutOf({ contents }: ToldOf, content: number): string {
  const of = contents.find((one) => one.content === content)?.of;
  return of === undefined ? `content ${content}` : `${of.kind} ${of.id}`;
}

function refuseUnlessOver({ key, processes, contents, open }: ToldOf): void {
  if (processes.length === 0 && contents.length === 0)
    throw new RefusedError("not-found", `Nothing is known of ${key}`, {
      code: "NOTHING_KNOWN",
      about: key,
      remedy: advice("look for it by another name: a search finds what things are called"),
    });
  if (open.length === 0) return;
  const some = open.slice(0, 5).join(", ");
  const more = open.length > 5 ? ` and ${open.length - 5} more` : "";
  throw new RefusedError(
    "conflict",
    `Not all of ${key} is over, and what is not could no longer be done without what is erased: ${some}${more}`,
    {
      code: "NOT_OVER",
      about: key,
      remedy: advice("let it end, or cancel or settle it, and ask again"),
    },
  );
}

/** What is in flight would be archived as it came. */
function refuseInHand(key: string, [first, ...rest]: readonly Copy[]): void {
  if (first === undefined) return;
  const more = rest.length > 0 ? ` and ${rest.length} more` : "";
  throw new RefusedError(
    "conflict",
    `Not all of ${key} is over: ${first.path}${more} is not archived yet`,
    {
      code: "NOT_OVER",
      about: key,
      remedy: advice("have the daemon run, which archives it, and ask again"),
    },
  );
}

interface Tombstones {
  readonly erasing: Pick<
    Erasing,
    "contents" | "messages" | "text" | "data" | "withoutMarked" | "freeText"
  >;
  readonly eraser: Eraser;
  /** Contents whose copies are to be replaced. */
  readonly copied: readonly CopiedContent[];
}

/** What is to replace what. */
async function tombstones(of: OpenInstallation, told: ToldOf): Promise<Tombstones> {
  const catalogue = await of.catalogue();
  const definitions = await of.definitions();
  const keys = [told.key, ...told.processes.map(({ key }) => key)];
  const values: ErasedValue[] = valuesOfRows(told.own, catalogue, definitions);
  const files: { readonly of: ToldContent; readonly file: ErasedFile }[] = [];
  const keptHashes = new Map<number, string>();
  for (const content of told.contents) {
    if (content.isGone) continue;
    const bytes = await of.store.erasures.bytes(content.content);
    keptHashes.set(content.content, hash("sha256", bytes, "hex"));
    const lines = new Set(content.lines);
    const concerns = ({ line, subject }: Message) =>
      lines.has(line) || (subject !== null && keys.includes(subject.key));
    const file = eraseFile(bytes, catalogue, concerns);
    values.push(...file.values);
    files.push({ of: content, file });
  }
  // Of bytes that go, nothing can be read again.
  const unmarked = files.flatMap(({ file }) => (file.kind === "whole" ? [] : file.unmarked));
  const eraser = eraserOf(values, keys, unmarked);
  const contents = files.flatMap(({ of: { content, of }, file }) => {
    // An archive, an encrypted or a refused file: what it says cannot be read.
    const isUnread = file.concerned === 0 && !isBlotted(file.bytes);
    const isWhole =
      file.kind === "whole" || (isUnread && (of.kind === "file" || eraser.isIn(file.bytes)));
    if (isWhole) return [{ content, whole: true, bytes: blotted(file.bytes) }];
    return file.kind === "values" ? [{ content, whole: false, bytes: file.bytes }] : [];
  });
  const messages = files.flatMap(({ of: { content }, file }) =>
    file.messages.map((message) => ({ content, ...message })),
  );
  const changes = {
    text: (given: string) => tellingNothing(() => eraser.text(given)),
    data: (given: string) => tellingNothing(() => eraser.data(given)),
    freeText: (given: string) => tellingNothing(() => eraser.freeText(given)),
    withoutMarked: (name: string, given: string) =>
      tellingNothing(() => withoutMarked(name, given, catalogue)),
  };
  const changed = new Set(contents.map(({ content }) => content));
  const copied = told.contents
    .filter(({ content, isErased }) => isErased || changed.has(content))
    .map(({ content, sizeBytes, hash: came }) => {
      // Copies that came since an earlier erasure have the bytes as they came, the others what that one left.
      const kept = changed.has(content) ? (keptHashes.get(content) ?? came) : came;
      return { content, sizeBytes, hashes: [came, kept] };
    });
  return { erasing: { contents, messages, ...changes }, eraser, copied };
}

function isBlotted(bytes: Buffer): boolean {
  return blotted(bytes).equals(bytes);
}

/** Does what an erasure left to do outside the store, this one or one that was broken off. */
async function finish({ store }: OpenInstallation, onStep: OnCrashPoint): Promise<void> {
  const { erasures } = store;
  for (const rest of await erasures.rest()) {
    if (rest.kind === "copy" && rest.content !== null)
      await replaceCopy(rest.path, await erasures.bytes(rest.content));
    await erasures.settle(rest);
    onStep("erasure-settled");
  }
  await erasures.end();
}

/** Leaves nothing in the store's file of what was removed; whole only while no daemon needs it. */
async function scrub(of: OpenInstallation) {
  const { store, config } = of;
  const { leader } = storeAt(config.store);
  const isFree = (await leader.holder()) === null && (await leader.otherHost()) === null;
  await buildPending(store, await of.definitions());
  if (isFree) await store.retention.compact();
  return { ...(await store.erasures.scrub()), isCompacted: isFree };
}
