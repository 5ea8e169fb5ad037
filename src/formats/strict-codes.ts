import type { Catalogue } from "../catalogue/definition.ts";
import type { ProblemCode } from "./problem-codes.ts";

/** Whether a value of the flow that is not among the listed codes is an error here. */
export function isStrict({ settings }: Catalogue, flow: string): boolean {
  return settings?.(flow).codes === "strict";
}

/** The codes that are no errors for the flow here, though they are usually. */
export function easedCodes({ settings }: Catalogue, flow: string): readonly ProblemCode[] {
  return settings?.(flow).checkDigits === "advisory" ? ["SUBJECT_CHECK_DIGIT"] : [];
}

/** What becomes of a value that is not among the listed codes, as the end of a sentence. */
export function sayCode(strict: boolean): string {
  return strict
    ? "the flow's setting `codes: strict` takes no other; ask the sender to correct it"
    : "it is accepted unchanged, with this warning";
}
