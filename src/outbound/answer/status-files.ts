import { hash } from "node:crypto";
import type { Party } from "../../core/file/envelope.ts";
import type { FileRecord } from "../../core/file/file.ts";
import { isHalfHourly } from "../../core/file/half-hourly.ts";
import { beginsJson } from "../../formats/json-event/family.ts";
import { platformHeader } from "../../formats/json-event/platform-header.ts";
import { statusFiles } from "../../formats/json-event/status-files.ts";
import { Budget } from "../../packed/budget.ts";
import { jsonListMembers } from "../../packed/json-list.ts";
import { packedKind } from "../../packed/packed-kind.ts";
import type { OnCrashPoint } from "../../runtime/crash-points.ts";
import type { FileVerdict } from "../../store/port/outbound/status-store.ts";
import type { Store } from "../../store/port/store.ts";
import { StoreError } from "../../store/port/store-error.ts";
import { type MessageVerdict, messageVerdict, repeatVerdict } from "./message-verdict.ts";
import {
  type MessageStatus,
  messageStatus,
  type PlatformStatus,
  platformStatus,
  verdictKey,
} from "./platform-status.ts";

/** What telling senders works with. */
export interface StatusContext {
  readonly store: Pick<Store, "files" | "statuses">;
  /** The channel that status files leave by, for each channel whose senders are notified. */
  readonly statusTo: ReadonlyMap<string, string>;
  /** In milliseconds since 1970. */
  readonly now: number;
  readonly onStep?: OnCrashPoint;
  /** Called for a file whose bytes cannot be read: nothing is said of it, and it holds up no other. */
  readonly onUnreadable?: (file: number, error: StoreError) => void;
}

/** Files looked at between two notes of how far. */
const filesAtOnce = 500;
/** Statuses sent in one commit. */
const statusesAtOnce = 100;
/** A first status that comes later than this, in milliseconds, answers nothing any more. */
const latestMs = 86_400_000;

/**
 * Has a status file sent for each file of half-hourly settlement messages that came in since by a channel
 * that has them: a verdict on each message, as the platform answers. Another follows when what was said of
 * a message is true no more, since a person released it or had it read again. Gives how many are sent now.
 * Each is sent once, however often this is broken off.
 */
export async function sendStatuses(context: StatusContext): Promise<number> {
  const { store, statusTo } = context;
  if (statusTo.size === 0) return 0;
  let sent = 0;
  for (;;) {
    const work = await store.statuses.work({ channels: [...statusTo.keys()], limit: filesAtOnce });
    if (work.upTo === null) return sent;
    const due = await dueFiles(context, work);
    const verdicts: FileVerdict[] = [];
    const send = async () => {
      const said = await store.statuses.send(verdicts.splice(0));
      sent += said;
      for (let one = 0; one < said; one += 1) context.onStep?.("status-sent");
    };
    for (const [file, isFirst] of due) {
      const verdict = await verdictOn(context, file, isFirst);
      if (verdict !== null) verdicts.push(verdict);
      if (verdicts.length === statusesAtOnce) await send();
    }
    if (verdicts.length > 0) await send();
    await store.statuses.done(work.upTo);
  }
}

/** What reading a file's bytes gives; null where they are gone, of which somebody is notified. */
async function unlessGone<Read>(
  { onUnreadable }: StatusContext,
  file: number,
  read: () => Promise<Read>,
): Promise<Read | null> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof StoreError) || error.code !== "failed") throw error;
    onUnreadable?.(file, error);
    return null;
  }
}

/** The files to say something of, and whether it may be the first. */
async function dueFiles(
  context: StatusContext,
  {
    arrived,
    changed,
  }: { readonly arrived: readonly number[]; readonly changed: readonly number[] },
): Promise<ReadonlyMap<FileRecord, boolean>> {
  const lists = new MessageLists(context.store);
  const due = new Map<number, { readonly file: FileRecord; readonly isFirst: boolean }>();
  const add = async (id: number, isFirst: boolean) => {
    const own = await lists.file(id);
    const isLate = context.now - own.recordedAt > latestMs;
    const array = await lists.arrayOf(own);
    if (isFirst && (isLate || array !== null)) return;
    const file = array ?? own;
    if (!due.has(file.id) && (await lists.isTold(file))) due.set(file.id, { file, isFirst });
  };
  for (const id of arrived) await unlessGone(context, id, () => add(id, true));
  for (const id of changed) await unlessGone(context, id, () => add(id, false));
  return new Map([...due.values()].map(({ file, isFirst }) => [file, isFirst]));
}

/** What there is to say of a file; null when nothing can be. */
async function verdictOn(
  context: StatusContext,
  file: FileRecord,
  first: boolean,
): Promise<FileVerdict | null> {
  const { store, statusTo, now } = context;
  const channel = statusTo.get(file.channel);
  if (channel === undefined) return null;
  const read = await unlessGone(context, file.id, () => messagesOf(store, file));
  if (read === null) return null;
  const { messages, sender } = read;
  const said = platformStatus(file, messages, now);
  const verdict = hash("sha256", verdictKey(said), "hex");
  const { status, ...rest } = said;
  return {
    file: file.id,
    verdict,
    first,
    outgoing: (number) => ({
      kind: "file",
      flow: statusFiles.flow,
      to: sender,
      channel,
      data: { status, number, ...rest } satisfies PlatformStatus,
    }),
  };
}

/** What became of each message of a file, and who sent the first that says so. */
async function messagesOf(
  store: StatusContext["store"],
  file: FileRecord,
): Promise<{ readonly messages: readonly MessageStatus[]; readonly sender: Party }> {
  const messages: MessageStatus[] = [];
  let sender: Party = { role: null, participant: null };
  const add = async (text: string, record: FileRecord | null) => {
    const { replay, ...header } = platformHeader(text);
    // A DIP id names its holder in every role.
    sender = { role: null, participant: sender.participant ?? header.senderID };
    const verdict =
      record === null
        ? await verdictInRepeat(store, file, messages.length, replay)
        : messageVerdict(record, replay, await firstOf(store, record));
    messages.push(messageStatus(messages.length + 1, header, verdict, record ?? file));
  };
  const bytes = await store.files.bytes(file.id);
  if (isNoMessage(file, bytes)) return { messages, sender };
  if (packedKind(bytes) !== "json-list") await add(Buffer.from(bytes).toString("utf8"), file);
  else if (file.state === "recorded" || file.state === "duplicate") {
    const whole = new Budget({ depth: 0, members: Infinity, totalBytes: Infinity, ratio: 1 }, 0);
    for await (const { pieces } of jsonListMembers(bytes, file.name, whole)) {
      const text = Buffer.concat(await Array.fromAsync(pieces)).toString("utf8");
      const member = file.members[messages.length];
      await add(text, member === undefined ? null : await store.files.get(member));
    }
  }
  return { messages, sender };
}

/** Whether it was refused before anybody could tell a message in it: its sender is notified of the file alone. */
function isNoMessage({ envelope, state }: FileRecord, bytes: Uint8Array): boolean {
  return envelope === null && state === "rejected" && packedKind(bytes) !== "json-list";
}

/** The verdict on a message of an array whose very bytes came before: its place in it is that in the first. */
async function verdictInRepeat(
  store: Pick<Store, "files">,
  repeat: FileRecord,
  place: number,
  replay: boolean,
): Promise<MessageVerdict> {
  const member = (await firstOf(store, repeat))?.members[place];
  const record = member === undefined ? null : await store.files.get(member);
  const first =
    record === null ? null : messageVerdict(record, replay, await firstOf(store, record));
  return repeatVerdict(repeat.otherFile, replay, first);
}

/** The file that one repeats or is in conflict with; null where it is alone. */
async function firstOf(
  store: Pick<Store, "files">,
  { otherFile }: FileRecord,
): Promise<FileRecord | null> {
  const first = otherFile === null ? null : await store.files.get(otherFile);
  return first?.state === "duplicate" ? firstOf(store, first) : first;
}

/** Says which files are arrays of messages, or single messages. */
class MessageLists {
  readonly #store: StatusContext["store"];
  /** Containers that were looked at; null for one that is no array. */
  readonly #arrays = new Map<number, FileRecord | null>();

  constructor(store: StatusContext["store"]) {
    this.#store = store;
  }

  async file(id: number): Promise<FileRecord> {
    const file = await this.#store.files.get(id);
    if (file === null) throw new Error(`the store has lost file ${id}`);
    return file;
  }

  /** The array that a message came in; null when it came otherwise. */
  async arrayOf({ container }: FileRecord): Promise<FileRecord | null> {
    if (container === null) return null;
    const known = this.#arrays.get(container.file);
    if (known !== undefined) return known;
    const file = await this.file(container.file);
    const array = (await this.#isArray(file)) ? file : null;
    this.#arrays.set(file.id, array);
    return array;
  }

  /** Whether its sender is notified of what became of it. */
  async isTold(file: FileRecord): Promise<boolean> {
    if (file.history === true) return false;
    if (file.envelope !== null) return isHalfHourly(file.envelope.flow);
    const head = await this.#headOf(file);
    if (packedKind(head) === "json-list") return true;
    // It is unknown what it was to be: whoever sends JSON, or nothing at all, to such a channel is answered.
    return file.state === "rejected" && (head.length === 0 || beginsJson(head));
  }

  async #isArray(file: FileRecord): Promise<boolean> {
    return packedKind(await this.#headOf(file)) === "json-list";
  }

  async #headOf({ id }: FileRecord): Promise<Uint8Array> {
    for await (const piece of this.#store.files.stream(id)) return piece;
    return new Uint8Array();
  }
}
