import { statfsSync } from "node:fs";
import { dirname } from "node:path";
import { type DiskMarks, marksOn } from "../../config/disk-marks.ts";
import type { Clock } from "../../runtime/clock.ts";

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

/** The room where a folder is or will be; null when it cannot be told. */
function spaceOf(folder: string): DiskSpace | null {
  try {
    const { bavail, blocks, bsize } = statfsSync(folder);
    return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
  } catch {
    const above = dirname(folder);
    return above === folder ? null : spaceOf(above);
  }
}
