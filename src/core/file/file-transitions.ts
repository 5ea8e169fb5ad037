import type { Transition } from "../state/transition.ts";
import type { FileState } from "./file.ts";

/**
 * Every way from one state of an inbound file to another. A file whose messages are replaced is `recording`
 * meanwhile, within one commit or, where it is large, until the last of several.
 */
export const fileTransitions: readonly Transition<FileState>[] = [
  { from: null, to: "recording", by: "a large file is begun" },
  { from: null, to: "recorded", by: "recorded" },
  { from: null, to: "duplicate", by: "recorded" },
  { from: null, to: "conflict", by: "recorded" },
  { from: null, to: "rejected", by: "recorded" },
  { from: "recording", to: "recorded", by: "its messages are written" },
  { from: "recording", to: "duplicate", by: "its messages are written" },
  { from: "recording", to: "conflict", by: "its messages are written" },
  { from: "recording", to: "rejected", by: "its messages are written" },
  { from: "rejected", to: "recording", by: "read again" },
  { from: "conflict", to: "recording", by: "read again" },
  { from: "duplicate", to: "recording", by: "read again" },
  { from: "recorded", to: "recording", by: "read again" },
  { from: "rejected", to: "recorded", by: "read again" },
  { from: "rejected", to: "duplicate", by: "read again" },
  { from: "rejected", to: "conflict", by: "read again" },
  { from: "conflict", to: "recorded", by: "kept" },
  { from: "conflict", to: "withdrawn", by: "withdrawn" },
  { from: "recorded", to: "withdrawn", by: "withdrawn" },
  { from: "withdrawn", to: "recorded", by: "reinstated" },
];
