// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0723 } from "../codes.ts";

/**
 * D0172 version 001: Confirmation of Changes.
 * The whole file is one message.
 */
export type D0172001 = {
  /** 749 File Sequence Number, 1. */
  readonly fileSequenceNumber: FileSequenceNumber;
};

/** Group 749 File Sequence Number. */
export type FileSequenceNumber = {
  /** J0330 File Sequence Number, NUM(12). */
  readonly fileSequenceNumber: string;
  /** 357 Summary of Activity and Result of Processing, 1 or more. */
  readonly summaryOfActivityAndResultOfProcessing: readonly SummaryOfActivityAndResultOfProcessing[];
};

/** Group 357 Summary of Activity and Result of Processing. */
export type SummaryOfActivityAndResultOfProcessing = {
  /** J0109 Instruction Number, NUM(12). */
  readonly instructionNumber: string;
  /** J0723 Instruction Type, CHAR(4). */
  readonly instructionType: J0723;
  /** J0821 Deemed Received Date, DATE. */
  readonly deemedReceivedDate: string;
  /** J1064 File Identifier, CHAR(10). */
  readonly fileIdentifier: string;
  /** J0522 Instructions Received by MPAS, NUM(5). */
  readonly instructionsReceivedByMpas: string;
  /** J0523 Instructions Accepted by MPAS, NUM(5). */
  readonly instructionsAcceptedByMpas: string;
  /** J0524 Instructions Rejected by MPAS, NUM(5). */
  readonly instructionsRejectedByMpas: string;
};
