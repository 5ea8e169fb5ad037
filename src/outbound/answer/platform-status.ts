import type { FileRecord } from "../../core/file/file.ts";
import type { PlatformHeader } from "../../formats/json-event/platform-header.ts";
import { forSender } from "./for-sender.ts";
import { codeLine, type MessageVerdict } from "./message-verdict.ts";

/** What a status file says of one message, in the platform's own words where it has them. */
export interface MessageStatus extends Omit<PlatformHeader, "replay"> {
  /** Its place in the array, counted from 1. */
  readonly element: number;
  readonly message: string;
  readonly help: string | null;
  readonly accepted: boolean;
  /** What it is as a file here, and what that became; null where it is none. */
  readonly file: number | null;
  readonly state: FileRecord["state"] | "invalid" | "awaiting-release";
}

/** What a status file says. */
export interface PlatformStatus {
  /** As the platform answers: 201 all messages are taken, 207 some, 400 none. */
  readonly status: 201 | 207 | 400;
  readonly file: { readonly id: number; readonly name: string; readonly receivedAt: string };
  /** 1: the first status of the file; a later one says what has become of it since. */
  readonly number: number;
  /** What is wrong with the file as a whole, as reported to its sender; null when nothing is. */
  readonly problem: string | null;
  readonly messageArray: readonly MessageStatus[];
  readonly timestamp: string;
}

/** The status of one message that became the file `record`. */
export function messageStatus(
  element: number,
  header: Omit<PlatformHeader, "replay">,
  verdict: MessageVerdict,
  record: FileRecord,
): MessageStatus {
  const waits = record.state === "recorded" && !verdict.accepted;
  return {
    element,
    ...header,
    message: codeLine(verdict.code),
    help: verdict.help,
    accepted: verdict.accepted,
    file: record.id,
    state: waits ? waitingState(record) : record.state,
  };
}

function waitingState({ awaitingRelease }: FileRecord): MessageStatus["state"] {
  return awaitingRelease ? "awaiting-release" : "invalid";
}

/** The status of a file by those of its messages. */
export function platformStatus(
  { id, name, seenAt, problems }: FileRecord,
  messages: readonly MessageStatus[],
  now: number,
): Omit<PlatformStatus, "number"> {
  const accepted = messages.filter((message) => message.accepted).length;
  const wrong =
    messages.length === 0 ? problems.find(({ severity }) => severity === "error") : null;
  const some = accepted === messages.length ? 201 : 207;
  return {
    status: accepted === 0 ? 400 : some,
    file: { id, name, receivedAt: isoTime(seenAt) },
    problem: wrong == null ? null : forSender(wrong.message),
    messageArray: messages,
    timestamp: isoTime(now),
  };
}

/** What tells one verdict on a file from another: what was said of each message, not when. */
export function verdictKey({ status, problem, messageArray }: Omit<PlatformStatus, "number">) {
  return JSON.stringify([
    status,
    problem,
    messageArray.map(({ message, state }) => [message, state]),
  ]);
}

function isoTime(at: number): string {
  return new Date(at).toISOString();
}
