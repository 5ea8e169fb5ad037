import type { ProcessDefinition } from "../core/process.ts";
import { meteringPoint } from "./metering-point/build.ts";
import { senderFlow } from "./sender-flow/build.ts";

/** Every type of process there is. Whoever routes or builds goes through these; the state is the type's own. */
export const processDefinitions: readonly ProcessDefinition<unknown>[] = [
  meteringPoint,
  senderFlow,
];
