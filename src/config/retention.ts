import { z } from "zod";
import { parseDuration } from "./quantity.ts";
import { quantity } from "./setting-types.ts";

/** How long kept bytes stay as they are, in milliseconds; null: for ever. */
export interface RetentionRule {
  /** Then they are moved out of the store, into compressed packs. */
  readonly packAfterMs: number | null;
  /** Then they are dropped for good. */
  readonly dropAfterMs: number | null;
  /** So long archived files stay in archive folders; their bytes are kept apart from that. */
  readonly archiveAfterMs: number | null;
  /** So long copies of refused files stay in quarantine folders, with their reasons; likewise. */
  readonly quarantineAfterMs: number | null;
}

/** Everything is kept as it came. */
export const keepAll: RetentionRule = {
  packAfterMs: null,
  dropAfterMs: null,
  archiveAfterMs: null,
  quarantineAfterMs: null,
};

const dayMs = 86_400_000;
const expected = 'a span of time of a day at least, such as "90d" or "7y", or null';
const age = z.union([z.null(), quantity(parseDuration, expected, dayMs)], { error: expected });

/** `retention` of `busbar.yaml`. */
export const retentionSettings = z
  .strictObject(
    {
      pack: age.default(null),
      drop: age.default(null),
      archive: age.default(null),
      quarantine: age.default(null),
    },
    { error: "settings, such as { pack: 90d, archive: 30d }" },
  )
  .refine(({ pack, drop }) => pack === null || drop === null || pack < drop, {
    error: "a drop that comes after pack",
  });

/** The rule that settings mean. */
export function retentionRule({
  pack,
  drop,
  archive,
  quarantine,
}: z.output<typeof retentionSettings>): RetentionRule {
  return {
    packAfterMs: pack,
    dropAfterMs: drop,
    archiveAfterMs: archive,
    quarantineAfterMs: quarantine,
  };
}

/** The names of the settings. */
export const retentionNames: string[] = Object.keys(retentionSettings.shape);
