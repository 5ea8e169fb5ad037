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
  /** Fields that the catalogue does not know, by position. */
  readonly [further: `field${number}`]: string;
  /** Records that the catalogue does not know, which came right after this one. */
  readonly $records?: readonly { readonly code: string; readonly [further: `field${number}`]: string }[];
};
