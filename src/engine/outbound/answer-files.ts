import { type Serving, servingChannel } from "../../config/serving-channel.ts";
import type { AnswerStore } from "../../core/answer-store.ts";
import type { Envelope } from "../../core/envelope.ts";
import type { FileRecord } from "../../core/file.ts";
import type { OutboxStore } from "../../core/outbox-store.ts";
import { responseFlow } from "../../formats/settlement/header.ts";
import {
  type ResponseCode,
  type ResponseDetail,
  responseCodeFor,
  responseCodes,
} from "../../formats/settlement/response.ts";

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
      await store.send(`answer:${file.id}`, { kind: "file", flow: responseFlow, to, data });
      answered += 1;
    }
    await store.answered(upTo);
  }
}

function detailOf(file: FileRecord, now: number): ResponseDetail {
  const code = codeOf(file);
  const wrong = file.problems.find(({ severity }) => severity === "error");
  return {
    receivedAt: file.seenAt,
    respondedAt: now,
    fileName: file.name.replaceAll(/[^\x20-\x7e]|\|/g, "_").slice(0, longestName),
    code,
    ...(code !== responseCodes.accepted &&
      wrong !== undefined && {
        data: wrong.message.replaceAll(/[^\x20-\x7e]|\|/g, "_").slice(0, longestRemark),
      }),
  };
}

/** A file that came before, or whose number is not its turn, is out of sequence whatever is in it. */
function codeOf(file: FileRecord): ResponseCode {
  if (file.state === "duplicate" || file.state === "conflict") return responseCodes.outOfSequence;
  const { problems, envelope } = file;
  if (problems.some(({ code, severity }) => severity === "error" && code.startsWith("SEQUENCE_")))
    return responseCodes.outOfSequence;
  const held = file.onHold ? 0 : file.held;
  return responseCodeFor({ envelope, problems, held });
}
