import type { Catalogue } from "../../catalogue/definition.ts";
import type { BusbarConfig } from "../../config/config.ts";
import type { PgpIn } from "../../config/pgp.ts";
import { type PackedLimits, usualPackedLimits } from "../../config/unpack.ts";
import type { CommandOf } from "../../core/stuck/remedy.ts";
import { type Clock, machineClock } from "../../runtime/clock.ts";
import type { OnCrashPoint } from "../../runtime/crash-points.ts";
import type { Log } from "../../runtime/log.ts";
import type { LoopContext } from "../../runtime/loop.ts";
import type { Signals } from "../../runtime/signals.ts";
import type { Timer } from "../../runtime/timer.ts";
import type { Store } from "../../store/port/store.ts";
import { claimIds } from "../folder/claim.ts";
import type { IntakeGate } from "./intake-gate.ts";

/** Called with how many bytes of a large file are done, and how many it has; they are checked, then recorded. */
export type OnLargeFile = (
  done: "checked" | "recorded",
  doneBytes: number,
  sizeBytes: number,
) => void;

/** How files that hold others are opened. */
export interface PackedSettings {
  readonly limits: PackedLimits;
  /** The keys for what comes by a channel; null when it has none. */
  pgpOf(channel: string): PgpIn | null;
}

/** How a configuration has containers opened; what a person takes in by hand comes by no channel of it. */
export function packedSettings(
  config: Pick<BusbarConfig, "unpack" | "pgp" | "channels" | "sftpInboxes">,
): PackedSettings {
  const channels = [...config.channels, ...config.sftpInboxes];
  const own = new Map(channels.map(({ name, pgp }) => [name, pgp]));
  return {
    limits: config.unpack,
    pgpOf: (channel) => {
      if (own.has(channel)) return own.get(channel) ?? null;
      // Who hands a file over by hand is no sender that has to show who they are.
      return config.pgp === null ? null : { ...config.pgp, require: null };
    },
  };
}

const usualPacked: PackedSettings = { limits: usualPackedLimits, pgpOf: () => null };

/** What it takes to read files and record them. */
export interface RecordingContext {
  readonly store: Store;
  readonly catalogue: Catalogue;
  /** Folder for the bytes of large files. */
  readonly blobs: string;
  /** Files of more bytes than this are large. */
  readonly largeFileBytes: number;
  /** Files of test data await release by a person. */
  readonly live: boolean;
  readonly packed: PackedSettings;
  readonly clock: Clock;
  readonly onStep: OnCrashPoint;
  /** Called with how far a large file is. */
  readonly onLargeFile?: OnLargeFile;
  /** Makes ids for claims, unique and growing: see `claimIds`. */
  readonly newClaimId: () => string;
}

/** What every stage of a channel's intake works with. */
export interface IntakeContext extends RecordingContext, Pick<LoopContext, "turns"> {
  /** Whether more may be taken in just now. */
  readonly gate: IntakeGate;
  readonly log: Log;
  /** Intake waits for `poll` and `holds`, and tells of `recorded`. */
  readonly signals: Signals;
  /** Called when files are about to be taken in; the function it returns is called when that is done. */
  readonly taking?: () => () => void;
  /** This machine's when absent. */
  readonly timer?: Timer;
  /** Says what people can do as commands, for texts that are kept beside files. */
  readonly commandOf: CommandOf;
}

/** What the caller has to bring; the rest is this machine's. */
export type RecordingParts = Pick<
  RecordingContext,
  "store" | "catalogue" | "blobs" | "largeFileBytes"
> &
  Partial<Pick<RecordingContext, "live" | "packed" | "clock" | "onStep" | "onLargeFile">>;

/** A context on this machine's clock, where no other is given. */
export function recordingContext(parts: RecordingParts): RecordingContext {
  const clock = parts.clock ?? machineClock;
  return {
    ...parts,
    live: parts.live ?? false,
    packed: parts.packed ?? usualPacked,
    clock,
    onStep: parts.onStep ?? (() => {}),
    newClaimId: claimIds(() => clock.wall()),
  };
}
