import { type Serving, servingChannel } from "../../config/channel/serving-channel.ts";
import type { Envelope } from "../../core/file/envelope.ts";
import type { FileRecord } from "../../core/file/file.ts";
import { answerIdentity, numberedIdentity } from "../../core/outbound/answer-identity.ts";
import type { RespondToFile } from "../../formats/family.ts";
import { allFamilies } from "../../formats/recognise.ts";
import type { Store } from "../../store/port/store.ts";

/** What answering works with. */
export interface AnsweringContext {
  readonly store: Pick<Store, "answers" | "outboundMessages">;
  readonly channels: readonly Serving[];
  /** In milliseconds since 1970. */
  readonly now: number;
}

/** Files looked at between two notes of how far. */
const filesAtOnce = 500;
/** An answer that comes later than this, in milliseconds, answers nothing any more. */
const latestMs = 86_400_000;
/** A family whose files are answered each. */
interface Answering {
  readonly family: string;
  readonly flow: string;
  readonly respond: RespondToFile;
}

const answering: ReadonlyMap<string, Answering> = new Map(
  allFamilies().flatMap(({ id, answers }): [string, Answering][] => {
    const respond = answers?.respond ?? null;
    return answers === null || respond === null
      ? []
      : [[id, { family: id, flow: answers.flow, respond }]];
  }),
);

/** The families whose files are answered each, e.g. `settlement`. */
export const answeredFamilies: readonly string[] = [...answering.keys()];

/** How a file is answered; null where it is none that is. */
function answeringOf({ envelope }: FileRecord): (Answering & { envelope: Envelope }) | null {
  const found = envelope === null ? undefined : answering.get(envelope.family);
  // An answer is not answered.
  if (envelope === null || found === undefined || envelope.flow === found.flow) return null;
  return { ...found, envelope };
}

/**
 * Has every file that came in since answered, where its family has answers and a channel serves their flow
 * to its sender: what was read, refused or came twice, with the code of what is wrong. Gives how many. Each file is answered once, however often this is broken off.
 */
export async function answerFiles({ store, channels, now }: AnsweringContext): Promise<number> {
  let answered = 0;
  for (;;) {
    const { upTo, files } = await store.answers.toAnswer({
      families: answeredFamilies,
      limit: filesAtOnce,
    });
    if (upTo === null) return answered;
    for (const file of files) {
      const answer = answeringOf(file);
      if (answer === null || now - file.recordedAt > latestMs) continue;
      const { flow, envelope, respond } = answer;
      const to = envelope.from;
      if (servingChannel(channels, { flow, to }) === null) continue;
      const data = respond.say(file, envelope, now);
      await store.outboundMessages.send({
        identity: answerIdentity("answer", file.id),
        outgoing: { kind: "file", flow, to, data },
      });
      answered += 1;
    }
    await store.answers.answered(upTo);
  }
}

/**
 * Answers files once more that became something else after they were answered: one that was refused and is
 * fixed, one in conflict that was taken in after all. Never twice with the same code in a row. Gives how many.
 */
export async function answerAgain({ store, channels, now }: AnsweringContext): Promise<number> {
  let answered = 0;
  for (;;) {
    const { upTo, files } = await store.answers.judgedAgain({
      families: answeredFamilies,
      limit: filesAtOnce,
    });
    if (upTo === null) return answered;
    for (const { file, at } of files) {
      const answer = answeringOf(file);
      if (answer === null || file.state === "withdrawn" || now - at > latestMs) continue;
      const { flow, envelope, respond } = answer;
      const given = await store.outboundMessages.sentAs(answerIdentity("answer", file.id));
      const to = envelope.from;
      const last = given.at(-1);
      // Nobody was notified of it so far, so that nobody is wrong about it.
      if (last === undefined || codeGiven(last, respond) === respond.codeOf(file)) continue;
      if (servingChannel(channels, { flow, to }) === null) continue;
      const data = respond.say(file, envelope, now);
      const identity = numberedIdentity("answer", file.id, given.length + 1);
      await store.outboundMessages.send({ identity, outgoing: { kind: "file", flow, to, data } });
      answered += 1;
    }
    await store.answers.answeredAgain(upTo);
  }
}

/** The code in an answer as it waits to be sent or was sent. */
function codeGiven(text: string, { codeIn }: RespondToFile): string | null {
  const { data } = JSON.parse(text) as { readonly data?: unknown };
  return codeIn(data);
}
