import { type DiskName, nameKey } from "../../channels/folder/disk-name.ts";
import { ArrivalMoments, compareArrivals } from "../channel/arrival-order.ts";
import { listedInStatus, type StatusEntry } from "../channel/channel-status.ts";
import { type SeenFile, sameSignature } from "./listing.ts";

/** A moment on both clocks: see `Clock`. */
export interface LookMoment {
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

/** A file to take now. */
export interface SteadyFile extends SeenFile {
  /** When it was first seen, in milliseconds since 1970; no two files have the same. */
  readonly seenAt: number;
  /** The moment of that look by the wall clock. */
  readonly lookedAt: number;
}

/** What one look at an inbox says. */
export interface SteadyLook {
  /** Files to take now, those first seen first; of one look, in the order of their arrival. */
  readonly ready: readonly SteadyFile[];
  /** How many others wait. */
  readonly waiting: number;
  /** When the next of them may be ready, on the steady clock; null when only time will not do. */
  readonly nextAt: number | null;
}

/** A file as it is known from look to look; a new one is made only when it changed. */
interface Watched extends SteadyFile {
  /** Given at the end of the look that first listed it. */
  seenAt: number;
  /** On the steady clock: since when it has been as it is. */
  readonly unchangedSince: number;
  /** Null: it is ready. */
  reason: WaitingFile["reason"] | null;
  /** The look that it was last listed in. */
  look: number;
}

/**
 * Judges which files of an inbox are complete. A file is when nothing about it changed over two looks at
 * least `steadyMs` apart, wherever it came from and however long it lay there; or, where the sender makes
 * markers, as soon as its marker is there. Files no longer listed are forgotten. It holds one small object
 * for each file and makes nothing anew for those that are as they were, so that an inbox of any size is
 * looked at again and again in the memory it took the first time.
 */
export class SteadyWatch {
  readonly #steadyMs: number;
  readonly #watched = new Map<string, Watched>();
  readonly #moments = new ArrivalMoments();
  /** First listed in the look that is going on. */
  #fresh: Watched[] = [];
  #look = 0;
  #now: LookMoment = { wall: 0, steady: 0 };

  constructor(steadyMs: number) {
    this.#steadyMs = steadyMs;
  }

  /** Takes in a whole listing. `hasMarker` is null where the sender makes none. */
  look(
    files: Iterable<SeenFile>,
    now: LookMoment,
    hasMarker: ((name: DiskName) => boolean) | null = null,
  ): SteadyLook {
    this.begin(now);
    for (const file of files) this.see(file);
    return this.end(hasMarker);
  }

  /** Begins a look; `see` is called with each file, `end` gives what follows from all of them. */
  begin(now: LookMoment): void {
    this.#look += 1;
    this.#now = now;
    this.#fresh = [];
  }

  /** A file is listed. */
  see({ name, signature }: SeenFile): void {
    const key = nameKey(name);
    const before = this.#watched.get(key);
    const { wall, steady } = this.#now;
    if (before !== undefined && sameSignature(before.signature, signature)) {
      before.look = this.#look;
      before.reason = steady - before.unchangedSince >= this.#steadyMs ? null : "settling";
      return;
    }
    const watched: Watched = {
      name: before?.name ?? name,
      signature,
      seenAt: before?.seenAt ?? wall,
      lookedAt: before?.lookedAt ?? wall,
      unchangedSince: steady,
      reason: before === undefined ? "new" : "changing",
      look: this.#look,
    };
    this.#watched.set(key, watched);
    if (before === undefined) this.#fresh.push(watched);
  }

  /** The whole folder was listed. */
  end(hasMarker: ((name: DiskName) => boolean) | null): SteadyLook {
    this.#giveMoments();
    const ready: Watched[] = [];
    let nextAt: number | null = null;
    for (const [key, file] of this.#watched) {
      if (file.look !== this.#look) {
        this.#watched.delete(key);
        continue;
      }
      if (hasMarker !== null) file.reason = hasMarker(file.name) ? null : "no-marker";
      if (file.reason === null) {
        ready.push(file);
      } else if (file.reason !== "no-marker") {
        const at = file.unchangedSince + this.#steadyMs;
        nextAt = nextAt === null ? at : Math.min(nextAt, at);
      }
    }
    ready.sort((a, b) => a.seenAt - b.seenAt);
    return { ready, waiting: this.#watched.size - ready.length, nextAt };
  }

  /** New files get their moments in the order of their arrival, whatever order they were listed in. */
  #giveMoments(): void {
    const fresh = this.#fresh.map((file) => {
      const { name, signature } = file;
      return { file, name: name.text, modifiedAt: signature.modifiedAt };
    });
    this.#fresh = [];
    fresh.sort(compareArrivals);
    const moments = this.#moments.of(fresh.length, this.#now.wall);
    for (const { file } of fresh) file.seenAt = moments.next().value ?? this.#now.wall;
  }

  /** The files that wait, with the reason; at most `limit`. */
  *waiting(limit: number): Generator<WaitingFile> {
    let given = 0;
    for (const { name, seenAt, reason } of this.#watched.values()) {
      if (reason === null) continue;
      if (given === limit) return;
      given += 1;
      yield { name, seenAt, reason };
    }
  }
}

const waitingReasons = {
  new: "just seen; taken when it stays unchanged",
  changing: "it is being written",
  settling: "unchanged so far; taken when it stays so",
  "no-marker": "its marker file is not there yet",
} as const;

/** The files that are not steady yet, as a status lists them: the first, each with its reason. */
export function waitingEntries(watch: Pick<SteadyWatch, "waiting">): StatusEntry[] {
  return [...watch.waiting(listedInStatus)].map(({ name, seenAt, reason }) => ({
    name: name.text,
    since: seenAt,
    reason: waitingReasons[reason],
  }));
}
