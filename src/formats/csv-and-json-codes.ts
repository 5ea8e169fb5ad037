import type { Severity } from "../core/file/problem.ts";

/** The codes that only files without records in a tree have: headed CSV and JSON events. */
export const csvAndJsonCodes = {
  MISSING_COLUMN: { severity: "error", title: "A column that must be there is missing" },
  UNKNOWN_COLUMN: { severity: "warning", title: "The file has a column that is not defined" },
  REPEATED_COLUMN: { severity: "error", title: "Two columns have one name" },
  BAD_QUOTE: { severity: "error", title: "A quote is where it cannot be" },
  UNTERMINATED_QUOTE: { severity: "error", title: "A quote is never closed" },
  BAD_BYTES: { severity: "error", title: "Bytes are no text in the declared charset" },
  CUT_SHORT: { severity: "error", title: "The last line is cut short" },
  COLUMN_DIFFERS: { severity: "error", title: "Rows of one message disagree" },
  MESSAGE_SPLIT: { severity: "warning", title: "Rows of one message are apart" },
  NO_ROWS: { severity: "warning", title: "The file holds column names and no rows" },

  BAD_JSON: { severity: "error", title: "The file is not JSON" },
  REPEATED_NAME: { severity: "error", title: "A JSON object has a name twice" },
  JSON_TOO_LARGE: { severity: "error", title: "A JSON file is too large to be read" },
  MIXED_FLOWS: { severity: "error", title: "The file holds events of several flows" },
  MESSAGES_TOGETHER: {
    severity: "error",
    title: "Several half-hourly messages came as one file",
  },
  UNKNOWN_CODE: { severity: "error", title: "A value is none of those there can be" },
  MEMBER_MISSING: { severity: "warning", title: "A member that ought to be there is missing" },
  MEMBER_FORM: { severity: "warning", title: "A member has another form than its definition says" },
  UNKNOWN_MEMBER: { severity: "warning", title: "An event has a member that is not defined" },
  MEMBER_NAME: { severity: "warning", title: "A member has another name" },
  NO_EVENTS: { severity: "warning", title: "The event's list of items is empty" },
} as const satisfies Record<string, { readonly severity: Severity; readonly title: string }>;
