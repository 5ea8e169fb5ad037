import type { Transition } from "../state/transition.ts";

/**
 * Where a message of a recorded file is. No column has it: it follows from its file, its problems and what
 * routing did. `waiting`: routing has not come to it. `routed`: each type of process has had it.
 * `unmatched`: it joins a process that is not there yet. `failed`: a definition threw on it.
 */
export type MessageState =
  | "awaiting-release"
  | "invalid"
  | "waiting"
  | "routed"
  | "unmatched"
  | "failed";

/** Every way from one place of a message to another. */
export const messageTransitions: readonly Transition<MessageState>[] = [
  { from: null, to: "awaiting-release", by: "its file is recorded and awaits release" },
  { from: null, to: "invalid", by: "its file is recorded" },
  { from: null, to: "waiting", by: "its file is recorded" },
  { from: "awaiting-release", to: "waiting", by: "its file is released" },
  { from: "awaiting-release", to: "invalid", by: "its file is released" },
  { from: "invalid", to: "waiting", by: "read again" },
  { from: "waiting", to: "invalid", by: "read again" },
  { from: "waiting", to: "routed", by: "routed" },
  { from: "waiting", to: "unmatched", by: "routed" },
  { from: "waiting", to: "failed", by: "routed" },
  { from: "unmatched", to: "routed", by: "its process begins" },
  { from: "failed", to: "waiting", by: "tried again" },
];
