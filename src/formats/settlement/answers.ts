import type { Envelope } from "../../core/file/envelope.ts";
import type { FileRecord } from "../../core/file/file.ts";
import type { Problem } from "../../core/file/problem.ts";
import { reservationCodes } from "../../core/file/reservation.ts";
import type { AnswerFlow } from "../family.ts";
import { problem } from "../problem-log.ts";
import { responseFlow } from "./header.ts";
import {
  type ResponseCode,
  type ResponseDetail,
  responseCodeFor,
  settlementResponseCodes,
  writeResponse,
} from "./response.ts";

/** What a response is made of, as it waits to be sent. */
interface Answer {
  readonly received: Envelope;
  readonly detail: ResponseDetail;
}

/** The longest name and the longest remark that a response holds. */
const longestName = 14;
const longestRemark = 80;

/**
 * Each settlement file is answered by an ADT response: what was read, refused or came twice, with the
 * code of what is wrong. A response repeats the header of the one file that it answers, so there is one in a file.
 */
export const settlementAnswers: AnswerFlow = {
  flow: responseFlow,
  isOurs: false,
  write: (data, _look, catalogue) => {
    const [first, ...others] = data.map((one) => one as unknown as Partial<Answer>);
    if (first?.received !== undefined && first.detail !== undefined && others.length === 0)
      return writeResponse(first.received, [first.detail], catalogue);
    const say = "A response answers one file that was received; Busbar makes it automatically.";
    return { ok: false, problems: [problem("MESSAGE_COUNT", { line: null }, say)] };
  },
  respond: {
    codeOf,
    codeIn: (data) => (data as Partial<Answer> | undefined)?.detail?.code ?? null,
    say: (file, received, now): Answer => ({ received, detail: detailOf(file, now) }),
  },
};

function detailOf(file: FileRecord, now: number): ResponseDetail {
  const code = codeOf(file);
  const wrong = wrongIn(file);
  return {
    receivedAt: file.seenAt,
    respondedAt: now,
    fileName: plain(file.name).slice(0, longestName),
    code,
    ...(code !== settlementResponseCodes.accepted && wrong !== null && { data: remarkOf(wrong) }),
  };
}

/** The error that the sender is notified of: what is wrong in the file, not which setting here refuses it for that. */
function wrongIn({ problems }: FileRecord): Problem | null {
  const errors = problems.filter(isWrong);
  return errors.find(({ code }) => code !== "MESSAGE_REFUSES_FILE") ?? errors[0] ?? null;
}

/** Whether it says that the file is wrong; why it waits here for a person says nothing of what is in it. */
function isWrong({ code, severity }: Problem): boolean {
  return severity === "error" && !reservationCodes.has(code);
}

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
  if (file.state === "duplicate" || file.state === "conflict")
    return settlementResponseCodes.outOfSequence;
  const { problems, envelope } = file;
  if (problems.some(({ code, severity }) => severity === "error" && code.startsWith("SEQUENCE_")))
    return settlementResponseCodes.outOfSequence;
  const { invalid } = file;
  return responseCodeFor({
    envelope,
    problems: problems.filter(({ code }) => !reservationCodes.has(code)),
    invalid,
  });
}
