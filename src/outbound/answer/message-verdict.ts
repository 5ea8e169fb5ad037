import {
  halfHourlyResponseCodes,
  type PlatformCode,
} from "../../catalogue/half-hourly/response-codes.ts";
import type { FileRecord } from "../../core/file/file.ts";
import type { Problem } from "../../core/file/problem.ts";
import { forSender } from "./for-sender.ts";

/** What became of one message of half-hourly settlement, as reported to its sender. */
export interface MessageVerdict {
  readonly code: PlatformCode;
  readonly accepted: boolean;
  /** What is wrong and what to do; null where nothing is. */
  readonly help: string | null;
}

/** What was found wrong and the code that says so; whatever else is wrong is of the schema. */
const codes: Readonly<Record<string, PlatformCode>> = {
  MISSING_VALUE: "RCP1021",
  UNLISTED_CODE: "RCP1022",
  UNKNOWN_CODE: "RCP1022",
  TEST_DATA: "RCP1022",
  SUBJECT_CHECK_DIGIT: "RCP1061",
  MPAN_CHECK_DIGIT: "RCP1061",
};

/**
 * The verdict on a message by what became of its file. A replay says what its sender has said before: it is
 * notified of what became of that, `first`, the file that it repeats or is in conflict with.
 */
export function messageVerdict(
  record: FileRecord,
  replay: boolean,
  first: FileRecord | null,
): MessageVerdict {
  const { state, otherFile } = record;
  if (state === "duplicate")
    return replay && first !== null
      ? ownVerdict(first)
      : cameBefore(`It is here already, as file ${otherFile}.`);
  if (state !== "conflict") return ownVerdict(record);
  const told = replay && first !== null ? ownVerdict(first) : taken;
  if (!told.accepted) return told;
  return cameBefore(
    `Another message with its reference is here, file ${otherFile}; send a corrected message under a reference of its own.`,
  );
}

/** The verdict on a message of an array that came before with the very same bytes, as one that had `first`. */
export function repeatVerdict(
  otherFile: number | null,
  replay: boolean,
  first: MessageVerdict | null,
): MessageVerdict {
  return replay && first !== null
    ? first
    : cameBefore(`Its array is here already, as file ${otherFile}.`);
}

function ownVerdict({ state, invalid, awaitingRelease, problems }: FileRecord): MessageVerdict {
  if (state === "withdrawn") return refused("RCP1063", "It was withdrawn by a person.");
  if (state === "recorded" && invalid === 0 && !awaitingRelease) return taken;
  const wrong = problems.find(({ severity }) => severity === "error");
  return wrong === undefined
    ? refused("RCP1001", null)
    : refused(codeOf(wrong), forSender(wrong.message));
}

const taken: MessageVerdict = { code: "RCP0000", accepted: true, help: null };

function cameBefore(help: string): MessageVerdict {
  return refused("RCP1006", help);
}

function refused(code: PlatformCode, help: string | null): MessageVerdict {
  return { code, accepted: false, help };
}

function codeOf({ code, field }: Problem): PlatformCode {
  if (code === "MISSING_VALUE" && field?.endsWith(".senderUniqueReference")) return "RCP1006";
  if (code === "UNKNOWN_CODE" && field?.endsWith(".eventCode")) return "RCP1003";
  return codes[code] ?? "RCP1001";
}

/** The line that the platform's answers have for a code. */
export function codeLine(code: PlatformCode): string {
  return `${code} - ${halfHourlyResponseCodes[code]}`;
}
