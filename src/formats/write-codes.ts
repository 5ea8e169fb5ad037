import type { Severity } from "../core/file/problem.ts";

/**
 * The codes that writers of every family have of their own: what of the data cannot be put into a file,
 * and what the file would be read as. Whatever else a reader would find in it keeps the reader's code.
 */
export const writeCodes = {
  UNKNOWN_NAME: { severity: "error", title: "Data to write has a name that the flow has not" },
  WRONG_TYPE: { severity: "error", title: "A value is of another type than it must be" },
  UNWRITABLE_CHARACTER: {
    severity: "error",
    title: "Data to write has a character that the file cannot hold",
  },
  MESSAGE_COUNT: {
    severity: "error",
    title: "The file to write would be read as another number of messages",
  },
  FLOW_DIFFERS: { severity: "error", title: "The file to write would be read as another flow" },
} as const satisfies Record<string, { readonly severity: Severity; readonly title: string }>;
