import type { Findings } from "../../core/file/findings.ts";
import type { Remedy } from "../../core/stuck/remedy.ts";
import type { Log } from "../../runtime/log.ts";
import type { Recorded } from "../../store/port/files/file-store.ts";

/** A recorded file under the name that it came by. */
export interface NamedRecorded {
  readonly name: string;
  readonly recorded: Recorded;
}

/** A file of which the log tells what became of it. */
export interface LoggedFile extends Omit<Recorded, "arrival" | "known" | "findings"> {
  readonly channel: string;
  readonly name: string;
  /** The file that it is in; absent where it came in none. */
  readonly container?: number;
  readonly findings: Findings;
}

/** Says in one line what became of a file, and why where it is not simply active. */
export function logFile(log: Log, told: LoggedFile): void {
  const { channel, id: file, name, state, otherFile: other, container, findings } = told;
  const { codes, invalid, awaitingRelease, error } = findings;
  const details = { channel, file, name, state, ...(container !== undefined && { container }) };
  const noted = { ...details, ...(codes.length > 0 && { codes }) };
  if (state === "rejected") {
    const code = error?.code ?? null;
    const reason = error?.message ?? "it cannot be read";
    const message = `refused (${code}): ${reason} A copy and the reason go into quarantine.`;
    log.warn({ event: "file-refused", ...details, code, codes, reason }, message);
  } else if (state === "conflict") {
    const message = `in conflict with file ${other}: the same identifier, other content; a person decides`;
    const remedies: readonly Remedy[] = [{ remedy: "decide-file", file }];
    log.warn({ event: "file-conflict", ...noted, other, remedies }, message);
  } else if (state === "duplicate")
    log.info({ event: "file-duplicate", ...noted, other }, `repeats file ${other}`);
  else if (awaitingRelease) {
    const message = "recorded, and awaiting release by a person";
    const remedies: readonly Remedy[] = [{ remedy: "release-file", file }];
    log.warn({ event: "file-awaiting-release", ...details, invalid, codes, remedies }, message);
  } else if (invalid > 0) {
    const message = `recorded, ${invalid} of its messages invalid`;
    const remedies: readonly Remedy[] = [{ remedy: "show-file", file }];
    log.warn({ event: "file-invalid-messages", ...details, invalid, codes, remedies }, message);
  } else log.info({ event: "file-recorded", ...noted }, "recorded");
}
