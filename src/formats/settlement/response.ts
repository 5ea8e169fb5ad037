import type { Catalogue } from "../../catalogue/definition.ts";
import type { GroupData, Outcome } from "../../core/file/document.ts";
import type { Envelope } from "../../core/file/envelope.ts";
import type { Problem } from "../../core/file/problem.ts";
import type { Written } from "../writer.ts";
import { responseFlow } from "./header.ts";
import { settlementTree } from "./tree.ts";

/** What a response says of the file it answers (NETA Interface Definition and Design, part 1, section 2.2.7). */
export const settlementResponseCodes = {
  accepted: "0",
  headerSyntax: "1",
  unexpectedFileType: "2",
  outOfSequence: "3",
  bodySyntax: "4",
  footerSyntax: "5",
  recordCount: "6",
  checksum: "7",
} as const;

/** One of the eight codes. */
export type ResponseCode = (typeof settlementResponseCodes)[keyof typeof settlementResponseCodes];

/** Whether the sender's sequence number is used up though the file was refused: from 4 on it is, and 0 uses it, too. */
export function usesSequenceNumber(code: ResponseCode): boolean {
  return !["1", "2", "3"].includes(code);
}

/** One ADT record: what became of one file. */
export interface ResponseDetail {
  /** In milliseconds since 1970; written as GMT. */
  readonly receivedAt: number;
  readonly respondedAt: number;
  /** As it was received, up to 14 characters. */
  readonly fileName: string;
  readonly code: ResponseCode;
  /** More about what is wrong, up to 80 characters; absent when nothing is. */
  readonly data?: string;
}

/**
 * The response to a settlement file that was received: its header with from and to swapped, the role R,
 * its creation time and sequence number repeated, so that answering uses none of our numbers. It says
 * that the file was read, not that anybody agrees with what is in it. When the header that is answered
 * lacks something that a response must repeat, the problems say what.
 */
export function writeResponse(
  received: Envelope,
  details: readonly ResponseDetail[],
  catalogue: Catalogue,
): Written {
  const { flow, version, fileIdentifier, from, to } = received;
  const records = details.map(record);
  const header = { flow: `${flow}${version ?? ""}`, fileIdentifier: fileIdentifier ?? "" };
  const envelope: Envelope = {
    ...received,
    flow: responseFlow,
    version: null,
    fileIdentifier: null,
    from: to,
    to: from,
  };
  const messages = [{ group: "ADT", data: { acknowledgementDetail: records } }];
  return settlementTree.write({ envelope, layout: { header }, messages }, catalogue);
}

function record({ receivedAt, respondedAt, fileName, code, data }: ResponseDetail): GroupData {
  return {
    receivedTime: gmt(receivedAt),
    responseTime: gmt(respondedAt),
    fileName,
    responseCode: code,
    ...(data !== undefined && data !== "" && { responseData: data }),
  };
}

/** ccyymmddhhmmss in GMT. */
function gmt(at: number): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toString().slice(0, 19).replaceAll(/\D/g, "");
}

/**
 * The code that answers a file by what reading it found; whether it is a repeat or out of sequence (3)
 * is for others to say. Where several things are wrong, the one that is first in the file.
 */
export function responseCodeFor({
  envelope,
  problems,
  invalid,
}: Pick<Outcome, "envelope" | "problems" | "invalid">): ResponseCode {
  if (envelope === null) return settlementResponseCodes.headerSyntax;
  const errors = problems.filter(({ severity }) => severity === "error").map(codeOf);
  const [first] = [
    ...errors,
    ...(invalid > 0 ? [settlementResponseCodes.bodySyntax] : []),
  ].toSorted();
  return first ?? settlementResponseCodes.accepted;
}

function codeOf({ code, group }: Problem): ResponseCode {
  switch (code) {
    case "UNKNOWN_FLOW":
      return settlementResponseCodes.unexpectedFileType;
    case "SECOND_HEADER":
      return settlementResponseCodes.bodySyntax;
    case "MISSING_TRAILER":
    case "AFTER_TRAILER":
      return settlementResponseCodes.footerSyntax;
    case "GROUP_COUNT":
      return settlementResponseCodes.recordCount;
    case "CHECKSUM":
      return settlementResponseCodes.checksum;
    default:
      if (group === "AAA") return settlementResponseCodes.headerSyntax;
      return group === "ZZZ"
        ? settlementResponseCodes.footerSyntax
        : settlementResponseCodes.bodySyntax;
  }
}
