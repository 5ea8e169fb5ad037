import type { Severity } from "../core/file/problem.ts";
import { checkCodes } from "./check-codes.ts";
import { csvAndJsonCodes } from "./csv-and-json-codes.ts";
import { packedCodes } from "./packed-codes.ts";
import { writeCodes } from "./write-codes.ts";

/** What a problem code stands for in a few words, and how bad it is. Its page is `docs/problems/<code>.md`. */
export interface ProblemKind {
  readonly severity: Severity;
  readonly title: string;
}

/** Every code a problem may have. Codes are never renamed: people and scripts rely on them. */
export const problemCodes = {
  EMPTY_FILE: { severity: "error", title: "The file is empty" },
  UNKNOWN_FORMAT: { severity: "error", title: "The file is of no known format" },
  MORE_PROBLEMS: { severity: "warning", title: "More problems were found than are kept" },
  LINE_TOO_LONG: { severity: "error", title: "A line is longer than 65,536 characters" },

  BYTE_ORDER_MARK: { severity: "warning", title: "The file begins with a byte order mark" },
  BLANK_LINE: { severity: "warning", title: "There are blank lines, or rows without any value" },
  HEADER_FIELD_COUNT: {
    severity: "error",
    title: "The header has another number of fields than it must",
  },
  ENVELOPE_VALUE: { severity: "error", title: "A value of the header is not one it may have" },
  ENVELOPE_TIME: { severity: "warning", title: "A time in the header or trailer cannot be read" },
  UNKNOWN_FLOW: { severity: "error", title: "The catalogue does not have the flow" },
  OTHER_VERSION: { severity: "warning", title: "The flow is read by another version of it" },
  UNDESCRIBED_FLOW: { severity: "warning", title: "The catalogue does not describe the flow" },
  PARTLY_DESCRIBED: { severity: "warning", title: "The catalogue describes the flow only in part" },
  UNPROVED_CODE: {
    severity: "warning",
    title: "A record has a code that is none of the flow's, whose codes are not certain",
  },
  SECOND_HEADER: { severity: "error", title: "A second header is inside the file" },

  MISSING_TRAILER: { severity: "error", title: "The file has no trailer: it is cut short" },
  TRAILER_FIELD_COUNT: {
    severity: "error",
    title: "The trailer has another number of fields than it must",
  },
  TRAILER_NO_FINAL_PIPE: { severity: "error", title: "The trailer does not end with a pipe" },
  GROUP_COUNT: { severity: "error", title: "The trailer counts other groups than there are" },
  FLOW_COUNT: { severity: "warning", title: "The trailer counts other flows than there are" },
  COUNT_UNDECIDED: {
    severity: "warning",
    title: "The trailer counts records by a rule that is not settled",
  },
  CHECKSUM: { severity: "error", title: "The trailer's checksum is not that of the records" },
  FILE_IDENTIFIER_DIFFERS: {
    severity: "error",
    title: "Header and trailer name different file identifiers",
  },
  AFTER_TRAILER: { severity: "error", title: "There are lines after the trailer" },

  NO_GROUPS: { severity: "warning", title: "The file holds nothing between header and trailer" },
  UNKNOWN_GROUP: { severity: "error", title: "The flow has no group of that code" },
  GROUP_OUT_OF_PLACE: { severity: "error", title: "A group is where it cannot be" },
  MISSING_GROUP: { severity: "error", title: "A group that must be there is missing" },
  TOO_MANY_GROUPS: { severity: "error", title: "A group occurs more often than it may" },
  WRONG_OCCURRENCES: { severity: "error", title: "A group occurs a wrong number of times" },
  GROUP_ORDER: { severity: "warning", title: "Groups are in another order than the catalogue's" },
  MESSAGE_TOO_LARGE: { severity: "error", title: "A message is larger than 8 MiB" },

  NO_FINAL_PIPE: { severity: "warning", title: "A line does not end with a pipe" },
  TOO_FEW_FIELDS: { severity: "error", title: "A group has too few fields" },
  FEWER_FIELDS: { severity: "warning", title: "A group of another version has fewer fields" },
  TOO_MANY_FIELDS: { severity: "error", title: "A group has too many fields" },
  EXTRA_EMPTY_FIELDS: { severity: "warning", title: "A line has empty fields to spare" },
  MISSING_VALUE: { severity: "error", title: "A value that must be there is missing" },
  UNUSED_FILLED: { severity: "warning", title: "A field that is always empty has a value" },

  TOO_LONG: { severity: "error", title: "A text is too long" },
  BAD_NUMBER: { severity: "error", title: "A value is not a number" },
  TOO_MANY_DIGITS: { severity: "error", title: "A number has too many digits" },
  TOO_MANY_DECIMALS: { severity: "error", title: "A number has too many decimals" },
  BAD_DATE: { severity: "error", title: "A value is not a date" },
  BAD_DATETIME: { severity: "error", title: "A value is not a date and time" },
  BAD_TIME: { severity: "error", title: "A value is not a time of day" },
  BAD_BOOLEAN: { severity: "error", title: "A value is neither T nor F" },
  CONTROL_CHARACTER: { severity: "error", title: "A value has a control character in it" },
  INFERRED_FORMAT: { severity: "warning", title: "A value does not fit a format that is inferred" },
  HIGH_CHARACTER: { severity: "warning", title: "A line has characters outside plain ASCII" },
  MPAN_CHECK_DIGIT: { severity: "warning", title: "The check digit of an MPAN core is wrong" },
  SUBJECT_CHECK_DIGIT: {
    severity: "error",
    title: "A message is about an MPAN core whose check digit is wrong",
  },
  NO_METER_POINT: { severity: "error", title: "A message is about what is no meter point" },
  SPOILT_IDENTIFIER: { severity: "error", title: "A spreadsheet has changed an identifier" },
  TWO_READINGS: {
    severity: "warning",
    title: "A register is given two values for one moment",
  },
  UNLISTED_CODE: { severity: "warning", title: "A value is not among the listed codes" },

  ...checkCodes,

  BAD_ADDRESS: { severity: "error", title: "An e-mail cannot go to what is given as its address" },

  ...csvAndJsonCodes,

  ...writeCodes,

  ...packedCodes,
} as const satisfies Record<string, ProblemKind>;

/** The stable name of a kind of problem. */
export type ProblemCode = keyof typeof problemCodes;
