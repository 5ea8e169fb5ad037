import { errorCode, errorMessage } from "./error-message.ts";
import type { Log } from "./log.ts";
import { type LogDetails, logEvents } from "./log-lines/log-events.ts";

/** Lines that tell a failure which is waited out, without what is reported about the failure itself. */
type FailureDetails =
  | { readonly event: "intake-failing"; readonly channel: string }
  | { readonly event: "delivery-waits"; readonly channel: string }
  | { readonly event: "stage-failing"; readonly stage: string }
  | { readonly event: "status-not-sent"; readonly file: number }
  | { readonly event: "request-failed"; readonly request: string }
  | {
      readonly event:
        | "drafts-left"
        | "answers-not-begun"
        | "checks-failed"
        | "lease-not-renewed"
        | "actions-not-noted";
    };

/**
 * Says a failure that is waited out: what it is in `say`, and why. What a disk, a store or a channel says
 * of itself is in the sentence alone, its stack at level debug; the stack of anything else stays,
 * since it is a mistake of ours.
 */
export function logFailure(log: Log, error: unknown, say: string, details: FailureDetails): void {
  const reason = errorMessage(error);
  const message = `${say}: ${reason}`;
  const { level } = logEvents[details.event];
  const code = errorCode(error);
  const known: LogDetails = { ...details, reason, ...(code === null ? { err: error } : { code }) };
  log[level](known, message);
  if (code !== null) log.debug({ ...details, reason, err: error }, message);
}
