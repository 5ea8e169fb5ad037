// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0058 version 001: Notification of Termination of Supply Registration.
 * A message is an occurrence of group 137 .
 */
export type D0058001 = {
  /** Field 1, any text. */
  readonly field1?: string;
  /** Field 2, any text. */
  readonly field2?: string;
  /** J0003 MPAN Core, NUM(13), inferred. */
  readonly mpanCore?: string;
  /** Notification date, DATE. */
  readonly notificationDate?: string;
  /** Field 5, any text. */
  readonly field5?: string;
  /** Change of Tenancy Indicator, any text. */
  readonly changeOfTenancyIndicator?: "T" | "F" | (string & {});
  /** Supply end date, DATE. */
  readonly supplyEndDate?: string;
  /** 735 File Sequence Number, 1. */
  readonly fileSequenceNumber: FileSequenceNumber;
};

/** Group 735 File Sequence Number. */
export type FileSequenceNumber = {
  /** J0330 File Sequence Number, NUM(12), inferred. */
  readonly fileSequenceNumber?: string;
};
