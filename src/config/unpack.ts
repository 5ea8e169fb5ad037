import { z } from "zod";
import { parseSize, sizeExpected } from "./quantity.ts";
import { quantity } from "./setting-types.ts";

/** How much a container may hold, so that one made to fill the disk does not. */
export interface PackedLimits {
  /** Containers within containers: 1 opens the outermost only. */
  readonly depth: number;
  /** Files in a container, at every depth together. */
  readonly members: number;
  /** Bytes it may unpack to, at every depth together. */
  readonly totalBytes: number;
  /** How many times its own bytes it may unpack to. */
  readonly ratio: number;
}

/** What holds when the settings do not say otherwise. */
export const usualPackedLimits: PackedLimits = {
  depth: 3,
  members: 10_000,
  totalBytes: 4 * 2 ** 30,
  ratio: 200,
};

const whole = (expected: string, least: number, most: number) =>
  z.int({ error: expected }).min(least, { error: expected }).max(most, { error: expected });

/** `unpack` of `busbar.yaml`. */
export const unpack = z
  .strictObject(
    {
      depth: whole("a number from 0 to 10", 0, 10).default(usualPackedLimits.depth),
      members: whole("a number of files, 1 at least", 1, 1e6).default(usualPackedLimits.members),
      total: quantity(parseSize, sizeExpected, 1).prefault("4 GiB"),
      ratio: whole("a number, 2 at least", 2, 1e6).default(usualPackedLimits.ratio),
    },
    { error: "settings, such as { total: 1 GiB }" },
  )
  .transform(({ total, ...rest }): PackedLimits => ({ ...rest, totalBytes: total }));

/** The names of its settings, for suggestions. */
export const unpackNames = ["depth", "members", "total", "ratio"];
