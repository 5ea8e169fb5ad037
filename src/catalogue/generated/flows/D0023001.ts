// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J1361 } from "../codes.ts";

/**
 * D0023 version 001: Failed Instructions.
 * A message is an occurrence of group MSH Metering System Header.
 */
export type D0023001 = {
  /** J0083 Metering System Id, NUM(13), inferred. */
  readonly meteringSystemId: string;
  /** J0328 Significant Date, DATE. */
  readonly significantDate: string;
  /** INH Instruction Header, 1 or more. */
  readonly instructionHeader: readonly InstructionHeader[];
};

/** Group INH Instruction Header. */
export type InstructionHeader = {
  /** J1100 Instruction Sequence Number, NUM(12). */
  readonly instructionSequenceNumber: string;
  /** INR Instructions Reasons for Failure, any number. */
  readonly instructionsReasonsForFailure?: readonly InstructionsReasonsForFailure[];
};

/** Group INR Instructions Reasons for Failure. */
export type InstructionsReasonsForFailure = {
  /** J1361 Instruction Failure Reason Code, CHAR(3). */
  readonly instructionFailureReasonCode: J1361;
  /** J1101 Failure Reason Additional Data, CHAR(80). */
  readonly failureReasonAdditionalData: string;
};
