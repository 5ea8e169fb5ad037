import { senderText } from "../../../core/file/party-text.ts";
import { causeOf } from "../../../core/stuck/cause.ts";
import { type FoundStuck, quoting } from "./found-stuck.ts";

/** What a store has of an answer that did not come in time. */
export interface OverdueAnswerRow {
  readonly number: number;
  readonly since: number;
  readonly outbound: number;
  readonly flow: string;
  readonly to: string | null;
  /** JSON. */
  readonly flows: string;
  readonly key: string;
}

/** What we sent and nobody answered in time. */
export function overdueAnswer(row: OverdueAnswerRow): FoundStuck {
  const { number, since, outbound, flow, to, flows, key } = row;
  const awaited = (JSON.parse(flows) as string[]).join(" or ");
  const recipient = to ?? "the recipient";
  return {
    number,
    item: `event ${number}`,
    cause: causeOf("answer-overdue", `no ${awaited} from ${recipient} to our ${flow}`),
    file: null,
    message: null,
    since,
    name: key,
    ...quoting(key),
    reason: `${recipient} was sent ${flow} (outbound ${outbound}) and has not answered with ${awaited} in time.`,
  };
}

/** What a store has of a file that did not come. */
export interface MissingFileRow {
  readonly number: number;
  readonly expectation: string;
  readonly since: number;
}

/** A file that a calendar says was to come. */
export function missingFile({ number, expectation, since }: MissingFileRow): FoundStuck {
  return {
    number,
    item: `expected ${number}`,
    cause: causeOf("file-missing", expectation),
    file: null,
    message: null,
    since,
    name: expectation,
    reason: `${expectation}: the file due at ${new Date(since).toISOString()} has not come.`,
  };
}

/** What a store has of numbers that a sender left out. */
export interface SequenceGapRow {
  readonly number: number;
  readonly sender: string;
  readonly flow: string;
  readonly from: number;
  readonly to: number;
  readonly since: number;
}

/** Numbers that a sender left out. */
export function gapInSequence({
  number,
  sender,
  flow,
  from,
  to,
  since,
}: SequenceGapRow): FoundStuck {
  const missing = from === to ? `File number ${from} is` : `Files numbered ${from} to ${to} are`;
  return {
    number,
    item: `gap ${number}`,
    cause: causeOf("sequence-gap", `files of ${flow} from ${senderText(sender)} are missing`),
    file: null,
    message: null,
    since,
    name: `${sender} ${flow}`,
    reason: `${missing} missing, and later ones of ${flow} from ${senderText(sender)} are here.`,
  };
}
