import type { FileState } from "../../core/file/file.ts";

/** What may become of a file, in the order of interest. */
export const fileStates = [
  "recorded",
  "duplicate",
  "conflict",
  "rejected",
  "withdrawn",
  "recording",
] as const satisfies readonly FileState[];
