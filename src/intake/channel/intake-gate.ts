import type { DiskMarks } from "../../config/disk-marks.ts";
import type { Clock } from "../../runtime/clock.ts";
import { type Backlog, BacklogWatch } from "./backlog.ts";
import { DiskWatch } from "./disk-watch.ts";

/** Says whether intake may take more: every channel asks before it takes anything in. */
export interface IntakeGate {
  /**
   * Null when it may; otherwise why not, in a sentence or two. `folders`: what this channel writes to
   * besides the store. Cheap enough to be asked before each batch.
   */
  mayTakeMore(folders: readonly string[]): Promise<string | null>;
}

/** How often to ask again while it may not, in milliseconds. */
export const askAgainMs = 1_000;

/** A gate that is always open. */
export const openGate: IntakeGate = { mayTakeMore: async () => null };

/** A gate on the room on disks and on the work that waits behind intake. */
export function intakeGate(options: {
  readonly marks: DiskMarks;
  /** What every channel writes to: the store's folder, the blobs'. */
  readonly folders: readonly string[];
  readonly backlogs: readonly Backlog[];
  readonly clock: Clock;
}): IntakeGate {
  const { marks, folders: common, backlogs, clock } = options;
  const disks = new Map<string, DiskWatch>();
  const waiting = backlogs.map((backlog) => new BacklogWatch(backlog, clock));
  const diskOf = (folder: string) => {
    const known = disks.get(folder) ?? new DiskWatch(folder, marks, clock);
    disks.set(folder, known);
    return known;
  };
  return {
    async mayTakeMore(folders) {
      for (const folder of [...common, ...folders]) {
        const closed = diskOf(folder).closed();
        if (closed !== null) return closed;
      }
      for (const backlog of waiting) {
        const closed = await backlog.closed();
        if (closed !== null) return closed;
      }
      return null;
    },
  };
}
