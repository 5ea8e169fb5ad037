import type { RetentionRule } from "../../config/retention.ts";
import { durationText } from "../../core/text/duration-text.ts";
import type { OnCrashPoint } from "../../runtime/crash-points.ts";
import type { ChangedBy } from "../../store/port/events/revision-store.ts";
import type { Retention, RetentionKind } from "../../store/port/retention-store.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";

/** One step of keeping bytes no longer than the settings say: what was done, would be, or stays. */
export interface RetentionTurn {
  /** `kept-back`: old enough, and it stays since it is stuck or not finished, or since the store does not know it. */
  readonly kind: RetentionKind | "kept-back";
  /** What it would have been. */
  readonly of: RetentionKind;
  /** How many different bytes; of archives, how many files. */
  readonly contents: number;
  /** Unpacked. */
  readonly bytes: number;
  /** What is on record of it; null when nothing was done. */
  readonly done: Retention | null;
}

/** Whose turns they are. */
export interface RetentionRun {
  readonly actor: string;
  /** Nothing is changed: the turns say what would be. */
  readonly isDry: boolean;
  readonly onStep?: OnCrashPoint;
}

/** What they work on. */
export type RetentionContext = Pick<OpenInstallation, "store" | "config" | "clock">;

/** The setting that something is done by. */
type RetentionSetting = "pack" | "drop" | "archive" | "quarantine";

/** Who does it and why, as it is kept with it. */
export function byOf(
  { config }: Pick<RetentionContext, "config">,
  { actor }: RetentionRun,
  setting: RetentionSetting,
): ChangedBy {
  return { actor, reason: reasonOf(setting, config.retention) };
}

/** Why something is done by the settings, as it is kept with it. */
function reasonOf(name: RetentionSetting, rule: RetentionRule): string {
  const settings = {
    pack: rule.packAfterMs,
    drop: rule.dropAfterMs,
    archive: rule.archiveAfterMs,
    quarantine: rule.quarantineAfterMs,
  };
  const ms = settings[name];
  return `retention: ${name} after ${ms === null ? "ever" : durationText(ms)}`;
}
