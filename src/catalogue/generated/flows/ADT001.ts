// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * ADT version 001: Response to a Settlement File.
 * The whole file is one message.
 */
export type ADT001 = {
  /** ADT Acknowledgement Detail, 1 or more. */
  readonly acknowledgementDetail: readonly AcknowledgementDetail[];
};

/** Group ADT Acknowledgement Detail. */
export type AcknowledgementDetail = {
  /** Received time, DATETIME. */
  readonly receivedTime: string;
  /** Response time, DATETIME. */
  readonly responseTime: string;
  /** File name, CHAR(14). */
  readonly fileName: string;
  /** Response code, NUM(3). */
  readonly responseCode: "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | (string & {});
  /** Response data, CHAR(80). */
  readonly responseData?: string;
};
