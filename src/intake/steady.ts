import { type DiskName, nameKey } from "../channels/folder/disk-name.ts";
import { type SeenFile, sameSignature } from "../channels/folder/listing.ts";

/** A moment on both clocks: see `Clock`. */
export interface Moment {
  readonly wall: number;
  readonly steady: number;
}

/** A file that has not been taken yet, and why. */
export interface WaitingFile {
  readonly name: DiskName;
  /** When it was first seen, in milliseconds since 1970. */
  readonly seenAt: number;
  readonly reason: "new" | "changing" | "settling" | "no-marker";
}

/** What one look at an inbox says. */
export interface SteadyLook {
  /** Files to take now, those first seen first. */
  readonly ready: readonly (SeenFile & { readonly seenAt: number })[];
  /** How many others wait. */
  readonly waiting: number;
  /** When the next of them may be ready, on the steady clock; null when only time will not do. */
  readonly nextAt: number | null;
}

interface Watched {
  readonly file: SeenFile;
  readonly seenAt: number;
  /** On the steady clock: since when it has been as it is. */
  readonly unchangedSince: number;
  readonly reason: WaitingFile["reason"] | null;
}

/**
 * Judges which files of an inbox are complete. A file is when nothing about it changed over two looks at
 * least `steadyMs` apart, wherever it came from and however long it lay there; or, where the sender makes
 * markers, as soon as its marker is there. Files no longer listed are forgotten.
 */
export class SteadyWatch {
  readonly #steadyMs: number;
  #watched = new Map<string, Watched>();

  constructor(steadyMs: number) {
    this.#steadyMs = steadyMs;
  }

  /** Takes in a whole listing. `hasMarker` is null where the sender makes none. */
  look(
    files: readonly SeenFile[],
    now: Moment,
    hasMarker: ((name: DiskName) => boolean) | null = null,
  ): SteadyLook {
    const watched = new Map<string, Watched>();
    const ready: (SeenFile & { seenAt: number })[] = [];
    let nextAt: number | null = null;
    for (const file of files) {
      const key = nameKey(file.name);
      const next = this.#judge(file, this.#watched.get(key), now, hasMarker);
      watched.set(key, next);
      if (next.reason === null) {
        ready.push({ ...file, seenAt: next.seenAt });
      } else if (next.reason !== "no-marker") {
        const at = next.unchangedSince + this.#steadyMs;
        nextAt = nextAt === null ? at : Math.min(nextAt, at);
      }
    }
    this.#watched = watched;
    ready.sort((a, b) => a.seenAt - b.seenAt);
    return { ready, waiting: watched.size - ready.length, nextAt };
  }

  /** The files that wait, with the reason; at most `limit`. */
  *waiting(limit: number): Generator<WaitingFile> {
    let given = 0;
    for (const { file, seenAt, reason } of this.#watched.values()) {
      if (reason === null) continue;
      if (given === limit) return;
      given += 1;
      yield { name: file.name, seenAt, reason };
    }
  }

  #judge(
    file: SeenFile,
    before: Watched | undefined,
    now: Moment,
    hasMarker: ((name: DiskName) => boolean) | null,
  ): Watched {
    const seenAt = before?.seenAt ?? now.wall;
    const same = before !== undefined && sameSignature(before.file.signature, file.signature);
    const unchangedSince = same ? before.unchangedSince : now.steady;
    const common = { file, seenAt, unchangedSince };
    if (hasMarker !== null) return { ...common, reason: hasMarker(file.name) ? null : "no-marker" };
    if (before === undefined) return { ...common, reason: "new" };
    if (!same) return { ...common, reason: "changing" };
    const steady = now.steady - unchangedSince >= this.#steadyMs;
    return { ...common, reason: steady ? null : "settling" };
  }
}
