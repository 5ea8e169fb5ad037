import { claimTime } from "../intake/folder/claim.ts";
import type { Meter } from "../runtime/meter.ts";
import type { StageProgress } from "../runtime/stage-progress.ts";
import type { Store } from "../store/port/store.ts";

/** So many routed files are remembered, for a log that tells of a file once it has been routed. */
const remembered = 10_000;
/** So many measured files may be between two stages; the oldest is given up for one more. */
const mostUnderWay = 1_000;

/** A file that is measured, from when it was recorded. */
interface UnderWay {
  readonly channel: string;
  readonly seenAt: number;
  /** The newest event there was when it was routed, its own among them; null until then. */
  builtWith: number | null;
}

/** What a run of the daemon measures files in. */
type Read = Pick<Store, "files" | "health">;

/**
 * How long files take from when they are first seen until they come to each stage, of one file a second on each
 * channel: what that costs is the same however many files come.
 */
export class FileStages implements StageProgress {
  readonly #meter: Meter;
  readonly #wall: () => number;
  readonly #steady: () => number;
  /** When a file of a channel was last chosen, on the steady clock. */
  readonly #chosenAt = new Map<string, number>();
  readonly #underWay = new Map<number, UnderWay>();
  /** When files were routed, and up to which event there were some then. */
  readonly #routed = new Map<number, number>();
  #builtTo = -1;
  #store: Read | null = null;

  constructor(
    meter: Meter,
    wall: () => number = Date.now,
    steady: () => number = () => performance.now(),
  ) {
    this.#meter = meter;
    this.#wall = wall;
    this.#steady = steady;
  }

  /** A run begins in this store; null: it is over. What is between two stages then is measured no further. */
  in(store: Read | null): void {
    this.#store = store;
    this.#underWay.clear();
    this.#routed.clear();
    this.#builtTo = -1;
  }

  /** A file of a channel was recorded. */
  readonly recorded = (channel: string, file: number): void => {
    const now = this.#steady();
    const last = this.#chosenAt.get(channel);
    if (this.#store === null || (last !== undefined && now - last < 1_000)) return;
    this.#chosenAt.set(channel, now);
    void this.#choose(this.#store, channel, file).catch(() => {});
  };

  async #choose(store: Read, channel: string, id: number): Promise<void> {
    const file = await store.files.get(id);
    if (file === null || store !== this.#store) return;
    const { seenAt, recordedAt, arrival } = file;
    const claimedAt = claimTime(arrival.split("/", 1)[0] ?? "");
    const chosen: UnderWay = { channel, seenAt, builtWith: null };
    if (claimedAt !== null) this.#observe(chosen, "steady", claimedAt);
    this.#observe(chosen, "recorded", recordedAt);
    this.#underWay.set(id, chosen);
    dropOldest(this.#underWay, mostUnderWay);
    const routedAt = this.#routed.get(id);
    if (routedAt !== undefined) await this.#follow(store, [id], routedAt);
  }

  readonly routed = (files: readonly number[]): void => {
    const now = this.#wall();
    for (const file of files) this.#routed.set(file, now);
    dropOldest(this.#routed, remembered);
    const chosen = files.filter((file) => this.#underWay.has(file));
    if (this.#store === null || chosen.length === 0) return;
    void this.#follow(this.#store, chosen, now).catch(() => {});
  };

  /** Files were routed at that moment: they are built once the newest event that there is by now was looked at. */
  async #follow(store: Read, files: readonly number[], at: number): Promise<void> {
    for (const file of files) {
      const chosen = this.#underWay.get(file);
      if (chosen !== undefined) this.#observe(chosen, "routed", at);
    }
    const { events } = await store.health.highWater();
    if (store !== this.#store) return;
    for (const file of files) {
      const chosen = this.#underWay.get(file);
      if (chosen !== undefined) chosen.builtWith = events;
    }
    this.built(this.#builtTo);
  }

  readonly built = (event: number): void => {
    this.#builtTo = event;
    for (const [file, chosen] of this.#underWay) {
      if (chosen.builtWith === null || chosen.builtWith > event) continue;
      this.#observe(chosen, "built", this.#wall());
      this.#underWay.delete(file);
    }
  };

  #observe({ channel, seenAt }: UnderWay, stage: string, at: number): void {
    const seconds = Math.max(0, at - seenAt) / 1_000;
    this.#meter.observe("busbar_file_seconds", { channel, stage }, seconds);
  }
}

function dropOldest(map: Map<number, unknown>, most: number): void {
  for (const key of map.keys()) {
    if (map.size <= most) return;
    map.delete(key);
  }
}
