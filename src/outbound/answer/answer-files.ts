import { type Serving, servingChannel } from "../../config/channel/serving-channel.ts";
import type { Envelope } from "../../core/file/envelope.ts";
import type { FileRecord } from "../../core/file/file.ts";
import type { Problem } from "../../core/file/problem.ts";
import { answerIdentity, numberedIdentity } from "../../core/outbound/answer-identity.ts";
import { responseFlow } from "../../formats/settlement/header.ts";
import {
  type ResponseCode,
  type ResponseDetail,
  responseCodeFor,
  responseCodes,
} from "../../formats/settlement/response.ts";
import type { AnswerStore } from "../../store/port/answer-store.ts";
import type { OutboxStore } from "../../store/port/outbox-store.ts";

/** What answering works with. */
export interface AnsweringContext {
  readonly store: AnswerStore & OutboxStore;
  readonly channels: readonly Serving[];
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** What a response is made of, as it waits in the outbox. */
export interface Answer {
  readonly received: Envelope;
  readonly detail: ResponseDetail;
}

/** Files looked at between two notes of how far. */
const filesAtOnce = 500;
/** An answer that comes later than this, in milliseconds, answers nothing any more. */
const latestMs = 86_400_000;
/** The longest name and the longest remark that a response holds. */
const longestName = 14;
const longestRemark = 80;

/**
 * Has every settlement file that came in since answered with its ADT response, where a channel serves
 * that flow to its sender: what was read, refused or came twice, with the code of what is wrong. Gives
 * how many. Each file is answered once, however often this is broken off.
 */
export async function answerFiles({ store, channels, now }: AnsweringContext): Promise<number> {
  let answered = 0;
  for (;;) {
    const { upTo, files } = await store.filesToAnswer("settlement", filesAtOnce);
    if (upTo === null) return answered;
    for (const file of files) {
      const { envelope } = file;
      if (envelope === null || envelope.flow === responseFlow) continue;
      if (now - file.recordedAt > latestMs) continue;
      const to = envelope.from;
      if (servingChannel(channels, { flow: responseFlow, to }) === null) continue;
      const data: Answer = { received: envelope, detail: detailOf(file, now) };
      await store.send(answerIdentity("answer", file.id), {
        kind: "file",
        flow: responseFlow,
        to,
        data,
      });
      answered += 1;
    }
    await store.answered(upTo);
  }
}

/**
 * Answers files once more that became something else after they were answered: one that was refused and is
 * mended, one in conflict that was taken in after all. Never twice with the same code in a row. Gives how many.
 */
export async function answerAgain({ store, channels, now }: AnsweringContext): Promise<number> {
  let answered = 0;
  for (;;) {
    const { upTo, files } = await store.filesJudgedAgain("settlement", filesAtOnce);
    if (upTo === null) return answered;
    for (const { file, at } of files) {
      const { envelope, state } = file;
      if (envelope === null || envelope.flow === responseFlow || state === "withdrawn") continue;
      if (now - at > latestMs) continue;
      const given = await store.sentAs(answerIdentity("answer", file.id));
      const to = envelope.from;
      const last = given.at(-1);
      // Nobody was told of it so far, so that nobody is wrong about it.
      if (last === undefined || codeGiven(last) === codeOf(file)) continue;
      if (servingChannel(channels, { flow: responseFlow, to }) === null) continue;
      const data: Answer = { received: envelope, detail: detailOf(file, now) };
      const identity = numberedIdentity("answer", file.id, given.length + 1);
      await store.send(identity, { kind: "file", flow: responseFlow, to, data });
      answered += 1;
    }
    await store.answeredAgain(upTo);
  }
}

/** The code in an answer as it waits in the outbox or was sent. */
function codeGiven(text: string): string | null {
  const { data } = JSON.parse(text) as { readonly data?: Partial<Answer> };
  return data?.detail?.code ?? null;
}

function detailOf(file: FileRecord, now: number): ResponseDetail {
  const code = codeOf(file);
  const wrong = wrongIn(file);
  return {
    receivedAt: file.seenAt,
    respondedAt: now,
    fileName: plain(file.name).slice(0, longestName),
    code,
    ...(code !== responseCodes.accepted && wrong !== null && { data: remarkOf(wrong) }),
  };
}

/** The error that the sender is told of: what is wrong in the file, not which setting here refuses it for that. */
function wrongIn({ problems }: FileRecord): Problem | null {
  const errors = problems.filter(isWrong);
  return errors.find(({ code }) => code !== "MESSAGE_REFUSES_FILE") ?? errors[0] ?? null;
}

/** Whether it says that the file is wrong; why it waits here for a person says nothing of what is in it. */
function isWrong({ code, severity }: Problem): boolean {
  return severity === "error" && !holdCodes.has(code);
}

const holdCodes: ReadonlySet<string> = new Set(["TEST_DATA", "NOT_FOR_US"]);

/** Where it is and what a problem says, without what we are to do about it, cut where a word ends. */
function remarkOf({ line, message }: Problem): string {
  const where = line === null ? "" : `Line ${line}: `;
  const said = plain(where + message).replace(/[;,.]? (?:and )?ask the sender\b.*$/i, "");
  if (said.length <= longestRemark) return said;
  const cut = said.slice(0, longestRemark - 3);
  return `${cut.replace(/[\s,;:.]+\S*$/, "")}...`;
}

/** Characters that a record holds. */
function plain(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]|\|/g, "_");
}

/** A file that came before, or whose number is not its turn, is out of sequence whatever is in it. */
function codeOf(file: FileRecord): ResponseCode {
  if (file.state === "duplicate" || file.state === "conflict") return responseCodes.outOfSequence;
  const { problems, envelope } = file;
  if (problems.some(({ code, severity }) => severity === "error" && code.startsWith("SEQUENCE_")))
    return responseCodes.outOfSequence;
  const held = file.onHold ? 0 : file.held;
  return responseCodeFor({
    envelope,
    problems: problems.filter(({ code }) => !holdCodes.has(code)),
    held,
  });
}
