// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * MRI version 1: Meter Read Instruction.
 * A message is an occurrence of group U06 Meter Read Instructions.
 */
export type MRI1 = {
  /** Supply Point Confirmation Reference, CHAR(10), inferred. */
  readonly supplyPointConfirmationReference: string;
  /** Supply Meter Point, NUM(10), inferred. */
  readonly supplyMeterPoint: string;
};
