import { type DaemonStatus, statusIn } from "../src/app/heartbeat/daemon-status.ts";
import { readStatusFile } from "../src/store/sqlite/leader/status-file.ts";

/** What the daemon of a store in a file last said of itself, in the moment that it is asked for. */
export function statusBeside(storePath: string): DaemonStatus | null {
  try {
    return statusIn(readStatusFile(storePath));
  } catch {
    return null;
  }
}
