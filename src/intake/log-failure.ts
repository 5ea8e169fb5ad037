import { errorCode } from "../channels/channel-error.ts";
import type { IntakeLog } from "./context.ts";

/**
 * Says a failure that is waited out. What a disk, a store or a channel says of itself is told in the
 * sentence alone, its stack at level debug; the stack of anything else stays, since it is a mistake of ours.
 */
export function logFailure(
  log: IntakeLog,
  level: "warn" | "error",
  error: unknown,
  message: string,
  details: object = {},
): void {
  const code = errorCode(error);
  if (code === null) {
    log[level]({ ...details, err: error }, message);
    return;
  }
  log[level]({ ...details, code }, message);
  log.debug({ ...details, err: error }, message);
}
