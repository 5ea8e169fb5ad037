import { z } from "zod";
import type { FileDifference } from "../queries/file-difference.ts";
import { id, list } from "./parts.ts";

const line = id;

/** Two files compared line by line: the lines that are in one of them alone; null where they have too little in common. */
export const fileDifferenceView = z.strictObject({
  first: id,
  second: id,
  same: z.boolean(),
  lines: list(
    z.discriminatedUnion("in", [
      z.strictObject({ in: z.literal("first"), line, text: z.string() }),
      z.strictObject({ in: z.literal("second"), line, text: z.string() }),
    ]),
  ).nullable(),
});

/** What differs between two files, as views give it. */
export type FileDifferenceView = z.infer<typeof fileDifferenceView>;

/** What differs between two files, for programs. */
export function viewFileDifference({ first, second, lines }: FileDifference): FileDifferenceView {
  const only = (lines ?? []).flatMap((one) => {
    if (one.in === "both") return [];
    const number = one.in === "first" ? one.first : one.second;
    return [{ in: one.in, line: number, text: one.text }];
  });
  return {
    first: first.id,
    second: second.id,
    same: lines !== null && only.length === 0,
    lines: lines === null ? null : only,
  };
}
