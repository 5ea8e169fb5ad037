import { statfsSync } from "node:fs";
import { dirname } from "node:path";
import { type DiskMarks, marksOn } from "../../config/disk-marks.ts";
import type { Clock } from "../../runtime/clock.ts";

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

/** The room on a disk, in bytes. */
export interface DiskSpace {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** Asked of the disk at most so often, in milliseconds. */
const askEveryMs = 250;

/**
 * Watches the room on the disk of one folder. Closed from when there is less than one mark until there is
 * more than a higher one, so that it does not flutter about one of them.
 */
export class DiskWatch {
  readonly #folder: string;
  readonly #marks: DiskMarks;
  readonly #clock: Clock;
  readonly #ask: (folder: string) => DiskSpace | null;
  #askedAt = Number.NEGATIVE_INFINITY;
  #closed: string | null = null;

  constructor(folder: string, marks: DiskMarks, clock: Clock, ask = spaceOf) {
    this.#folder = folder;
    this.#marks = marks;
    this.#clock = clock;
    this.#ask = ask;
  }

  /** Why intake has to wait, in words; null when there is room. */
  closed(): string | null {
    const now = this.#clock.steady();
    if (now - this.#askedAt < askEveryMs) return this.#closed;
    this.#askedAt = now;
    const space = this.#ask(this.#folder);
    if (space === null) return this.#closed;
    const { stopBytes, resumeBytes } = marksOn(this.#marks, space.totalBytes);
    const least = this.#closed === null ? stopBytes : resumeBytes;
    this.#closed =
      space.freeBytes >= least
        ? null
        : `The disk of ${this.#folder} has ${inMiB(space.freeBytes)} free. Intake stops below ${inMiB(stopBytes)} and resumes above ${inMiB(resumeBytes)} (\`disk\` in busbar.yaml); everything else goes on. Make room on it.`;
    return this.#closed;
  }
}

function inMiB(bytes: number): string {
  const places = bytes < 10 * 2 ** 20 ? 1 : 0;
  return `${(bytes / 2 ** 20).toFixed(places)} MiB`;
}

/** The room where a folder is or will be; null when that is unknown. */
function spaceOf(folder: string): DiskSpace | null {
  try {
    const { bavail, blocks, bsize } = statfsSync(folder);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch {
    const above = dirname(folder);
    return above === folder ? null : spaceOf(above);
  }
}

/** Work that waits behind intake: when it grows too long, intake waits for it. */
export interface Backlog {
  /** What waits, as the end of a sentence that begins with a number, e.g. `messages wait to be routed`. */
  readonly what: string;
  /** Intake stops above this many, and goes on below half of it. */
  readonly stopAbove: number;
  /** How many wait now, about. */
  count(): Promise<number>;
}

/** Counted at most so often, in milliseconds. */
const countEveryMs = 250;

/** Watches one backlog. */
export class BacklogWatch {
  readonly #backlog: Backlog;
  readonly #clock: Clock;
  #countedAt = Number.NEGATIVE_INFINITY;
  #closed: string | null = null;

  constructor(backlog: Backlog, clock: Clock) {
    this.#backlog = backlog;
    this.#clock = clock;
  }

  /** Why intake has to wait, in words; null when it need not. */
  async closed(): Promise<string | null> {
    const now = this.#clock.steady();
    if (now - this.#countedAt < countEveryMs) return this.#closed;
    this.#countedAt = now;
    const { what, stopAbove } = this.#backlog;
    const resumeBelow = Math.floor(stopAbove / 2);
    const count = await this.#backlog.count();
    const most = this.#closed === null ? stopAbove : resumeBelow;
    this.#closed =
      count <= most
        ? null
        : `About ${count} ${what}, more than the ${stopAbove} that \`backlog\` in busbar.yaml allows. Intake resumes when there are ${resumeBelow} or fewer.`;
    return this.#closed;
  }
}
