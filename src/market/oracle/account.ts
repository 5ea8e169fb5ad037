import { type PlannedSwitch, processOf } from "../plan/switches.ts";
import type { PartyEntry } from "../post/ledger.ts";

/** What the installation says of a process. */
export interface ProcessAccount {
  readonly type: string;
  readonly key: string;
  /** Null: it could not be built. */
  readonly status: string | null;
}

/** What the installation says is stuck. */
export interface StuckAccount {
  readonly kind: string;
  /** What it has in common with others. */
  readonly cause: string;
  readonly item: string;
  readonly name: string;
  readonly reason: string;
}

/** What the installation says of a file that it was given. */
export interface FileAccount {
  readonly name: string;
  readonly state: string;
}

/** What the installation says of itself, read from outside by its commands. */
export interface InstallationAccount {
  readonly processes: readonly ProcessAccount[];
  readonly stuck: readonly StuckAccount[];
  readonly files: readonly FileAccount[];
  /** Messages and files that wait to leave, in words. */
  readonly leaving: readonly string[];
}

/** All that both sides say of one switch. */
export interface SwitchStory {
  readonly plan: PlannedSwitch;
  /** What parties sent about it, in the order in which it was put down or lost. */
  readonly told: readonly PartyEntry[];
  /** What parties received about it. */
  readonly said: readonly PartyEntry[];
  /** The process of it; null when the installation has none. */
  readonly process: ProcessAccount | null;
  readonly stuck: readonly StuckAccount[];
}

/** Puts together what both sides say of each switch. */
export function storiesOf(
  switches: readonly PlannedSwitch[],
  ledger: readonly PartyEntry[],
  { processes, stuck }: InstallationAccount,
): SwitchStory[] {
  const entries = Map.groupBy(ledger, ({ about }) => about);
  const byKey = new Map(processes.map((process) => [`${process.type}/${process.key}`, process]));
  const byFile = Map.groupBy(ledger, ({ file }) => file);
  const stuckOf = Map.groupBy(
    stuck.flatMap((item) =>
      pointsIn(item, byFile.get(item.name) ?? []).map((mpan) => ({ mpan, item })),
    ),
    ({ mpan }) => mpan,
  );
  return switches.map((plan) => {
    const { type, key } = processOf(plan);
    const own = entries.get(plan.mpan) ?? [];
    const ordered = own.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
    return {
      plan,
      told: ordered.filter(({ way }) => way === "sent"),
      said: ordered.filter(({ way }) => way === "received"),
      process: byKey.get(`${type}/${key}`) ?? null,
      stuck: (stuckOf.get(plan.mpan) ?? []).map(({ item }) => item),
    };
  });
}

/**
 * The metering points that a stuck item names. A file in conflict names none: it waits for a person with what
 * it says of the points that its sender meant.
 */
function pointsIn(
  { kind, item, name, reason }: StuckAccount,
  meant: readonly PartyEntry[],
): readonly string[] {
  const named = `${item} ${name} ${reason}`.match(/\b(?:\d{13}|9\d{9})\b/g) ?? [];
  return [...new Set([...named, ...(kind === "conflict" ? meant.map(({ about }) => about) : [])])];
}

/** Whether what was sent arrived whole. */
export function hasArrived({ fate, file }: PartyEntry): boolean {
  return file !== null && fate !== "lost" && fate !== "damaged" && fate !== "bad";
}
