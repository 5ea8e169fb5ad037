import { existsSync, linkSync, lstatSync, renameSync, rmSync } from "node:fs";
import { ChannelError } from "../../channels/channel-error.ts";
import { writeDraftSync } from "../../disk/create-file.ts";
import { sayFileError } from "../../disk/file-error.ts";
import { OddFile } from "../../disk/odd-file.ts";
import { readSmallFile } from "../../disk/open-file.ts";
import { errorCode, errorMessage } from "../../runtime/error-message.ts";
import type { HighWater } from "../../store/port/high-water.ts";
import { highWaterOf } from "../../store/port/high-water.ts";

/** Name of the file in an inbox that says which store takes files from it. */
export const ownerMarkName = ".busbar-owner";

/** A store as an inbox knows it. */
export interface Owner {
  readonly storeId: string;
  readonly storePath: string;
}

/**
 * Marks an inbox as this store's, or throws a `ChannelError` when it is another's: two stores on one
 * inbox would each get part of the files. The mark is written in the work folder and moved, which also
 * shows that files can be moved between the two.
 */
export function markInbox(inbox: string, work: string, owner: Owner): void {
  const mark = `${inbox}/${ownerMarkName}`;
  let draft: string | null = null;
  try {
    const text = `${JSON.stringify({ store: owner.storeId, path: owner.storePath })}\n`;
    draft = writeDraftSync(work, text);
    const found = placeMark(draft, mark);
    if (found === null || isOurs(found, owner)) {
      if (found !== null && found.storePath !== owner.storePath) renameSync(draft, mark);
      return;
    }
    throw new ChannelError(
      "other-store",
      `The inbox ${inbox} belongs to another store, ${theOther(found, owner)} Give this one an inbox of its own, or, if that store is gone for good, delete ${mark} and start again.`,
    );
  } catch (error) {
    if (error instanceof ChannelError) throw error;
    throw markFailure(inbox, work, error);
  } finally {
    if (draft !== null) rmSync(draft, { force: true });
  }
}

/**
 * Writes into the mark of an inbox how far its store has come. Where that cannot be done, or the mark is
 * not this store's, nothing is: the next look at the inbox says what is wrong.
 */
export function noteHighWater(inbox: string, work: string, owner: Owner, water: HighWater): void {
  const mark = `${inbox}/${ownerMarkName}`;
  let draft: string | null = null;
  try {
    if (readMark(mark).storeId !== owner.storeId) return;
    const { events, outgoing } = water;
    const text = { store: owner.storeId, path: owner.storePath, events, outgoing };
    draft = writeDraftSync(work, `${JSON.stringify(text)}\n`);
    renameSync(draft, mark);
    draft = null;
  } catch {
    // A full disk, an inbox that is gone: both are reported elsewhere, and the mark is only behind.
  } finally {
    if (draft !== null) rmSync(draft, { force: true });
  }
}

/** How far a store had come, as the mark of its inbox says; null where that does not say. */
export function highWaterOfInbox(inbox: string, storeId: string): HighWater | null {
  try {
    const text = readSmallFile(`${inbox}/${ownerMarkName}`, mostBytes).toString("utf8");
    const value: unknown = JSON.parse(text);
    const isOurs =
      typeof value === "object" && value !== null && "store" in value && value.store === storeId;
    return isOurs ? highWaterOf(value) : null;
  } catch {
    return null;
  }
}

/** Puts the mark in place if there is none; gives the one that is there otherwise. */
function placeMark(draft: string, mark: string): Owner | null {
  try {
    linkSync(draft, mark);
    return null;
  } catch (error) {
    if (errorCode(error) === "EXDEV") throw error;
    if (errorCode(error) !== "EEXIST" && !liesThere(mark)) {
      renameSync(draft, mark);
      return null;
    }
  }
  return readMark(mark);
}

/** A link counts wherever it leads. */
function liesThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** Many times what a mark takes: it names one path. */
const mostBytes = 16_384;

/** Who may write into the inbox may put anything in the place of a mark. */
function readMark(mark: string): Owner {
  try {
    const value: unknown = JSON.parse(readSmallFile(mark, mostBytes).toString("utf8"));
    if (typeof value === "object" && value !== null && "store" in value && "path" in value)
      return { storeId: String(value.store), storePath: String(value.path) };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { storeId: "", storePath: "which its mark does not name" };
}

/** The store that an inbox belongs to, for people: its path says nothing when our own store is at that path now. */
function theOther(found: Owner, owner: Owner): string {
  if (found.storePath !== owner.storePath) return `${found.storePath}.`;
  return `one that lay at the same path before this one, ${owner.storePath}; was the store deleted or replaced (docs/guides/backup-and-restore.md)?`;
}

/** A store that was moved keeps its inbox; a copy of one that is still there does not share it. */
function isOurs(found: Owner, owner: Owner): boolean {
  if (found.storeId !== owner.storeId) return false;
  return found.storePath === owner.storePath || !existsSync(found.storePath);
}

function markFailure(inbox: string, work: string, error: unknown): ChannelError {
  if (errorCode(error) === "EXDEV") return otherMount(inbox, work);
  if (error instanceof OddFile)
    return new ChannelError(
      "unusable",
      `Somebody put something else in the place of the mark by which ${inbox} is known as Busbar's inbox: ${error.message}; Busbar then marks the inbox again, and takes files from it.`,
      { cause: error },
    );
  return new ChannelError(
    "unusable",
    `Busbar cannot mark ${inbox} as its inbox: ${sayFileError(error)?.text ?? errorMessage(error)}.`,
    { cause: error },
  );
}

/** The refusal of a work folder that files cannot be renamed into. */
export function otherMount(inbox: string, work: string): ChannelError {
  return new ChannelError(
    "other-mount",
    `The work folder ${work} is on another mount than the inbox ${inbox}, so files cannot be taken in one step. Set "work" to a folder on the inbox's mount.`,
  );
}
