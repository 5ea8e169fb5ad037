import type { Severity } from "../core/file/problem.ts";

/** The codes of checks that look beyond a file's structure and format: at its route, its sender, and us. */
export const checkCodes = {
  NOT_READ: { severity: "error", title: "The file could not be read or recorded" },
  SENT_IN_FUTURE: { severity: "warning", title: "The file says it was made in the future" },
  ROUTE: { severity: "warning", title: "The sender's role does not send the flow to that role" },
  UNKNOWN_ROLE: { severity: "warning", title: "The letter of a role is not known" },
  MESSAGE_REFUSES_FILE: {
    severity: "error",
    title: "A message has an error, and a setting refuses the whole file for it",
  },
  NOT_FOR_US: { severity: "warning", title: "The file is addressed to another participant" },
  TEST_DATA: { severity: "error", title: "Test data came to a live installation" },
  NO_TEST_FLAG: { severity: "warning", title: "The header does not say whether the data is live" },
  SEQUENCE_GAP: { severity: "warning", title: "Files that were sent before are missing" },
  SEQUENCE_REPEAT: {
    severity: "warning",
    title: "Another file of the sender has the sequence number",
  },
  SEQUENCE_OVERTAKEN: { severity: "warning", title: "A later file of the sender came before" },
} as const satisfies Record<string, { readonly severity: Severity; readonly title: string }>;
