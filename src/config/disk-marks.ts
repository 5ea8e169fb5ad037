import { z } from "zod";
import { parseSize } from "./quantity.ts";
import { shownAs } from "./setting-types.ts";

/** Room on a disk: so many bytes, or a part of the whole. */
export type DiskRoom = { readonly bytes: number } | { readonly percent: number };

/** Where intake stops for want of room, and where it goes on. */
export interface DiskMarks {
  /** Null: 1 GiB, or 5 % of a disk of which that is less. */
  readonly stop: DiskRoom | null;
  /** Null: a quarter more than where it stops. */
  readonly resume: DiskRoom | null;
}

const expected = "a size such as 1 GiB, a part such as 5%, or null";

const room = shownAs(
  z.unknown().transform((value, context): DiskRoom | null => {
    if (value === null) return null;
    if (typeof value === "string") {
      const bytes = parseSize(value);
      if (bytes !== null) return { bytes };
      const percent = Number(/^\s*(\d+(?:\.\d+)?)\s*%\s*$/.exec(value)?.[1] ?? Number.NaN);
      if (percent <= 99) return { percent };
    }
    context.addIssue({ code: "custom", message: expected });
    return z.NEVER;
  }),
  () =>
    z
      .string({ error: expected })
      .regex(/^\s*\d+(\.\d+)?\s*([A-Za-z]+|%)\s*$/)
      .nullable(),
);

/** `disk` of `busbar.yaml`. */
export const diskMarks = z.strictObject(
  { stop: room.prefault(null), resume: room.prefault(null) },
  { error: "settings, such as { stop: 1 GiB, resume: 2 GiB }" },
);

const usualBytes = 2 ** 30;
const usualPart = 0.05;
const usualMore = 1.25;

/** The marks on a disk of so many bytes. */
export function marksOn(
  { stop, resume }: DiskMarks,
  totalBytes: number,
): { readonly stopBytes: number; readonly resumeBytes: number } {
  const bytesOf = (amount: DiskRoom) =>
    "bytes" in amount ? amount.bytes : Math.round((amount.percent / 100) * totalBytes);
  const usual = Math.min(usualBytes, Math.round(usualPart * totalBytes));
  const stopBytes = stop === null ? usual : bytesOf(stop);
  const resumeBytes = resume === null ? Math.round(usualMore * stopBytes) : bytesOf(resume);
  return { stopBytes, resumeBytes: Math.max(stopBytes, resumeBytes) };
}
