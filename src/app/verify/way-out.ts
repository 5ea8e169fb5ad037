import { type Advice, advice } from "../../core/stuck/remedy.ts";

/** What to do about damage. */
export const putBackInPlace: Advice = advice(
  "Put a backup of the store in its place, see docs/guides/backup-and-restore.md.",
);

/** What to do about a file whose events read otherwise. */
export function restateHint(file: number): Advice {
  return advice("`{}` shows what would correct its events.", {
    remedy: "restate-file",
    file,
    dryRun: true,
  });
}

/** What to do about a file that reads otherwise and has no events. */
export function reprocessHint(file: number): Advice {
  return advice("`{}` reads it again.", { remedy: "reprocess-file", file });
}

/** What to do about a file whose header alone reads otherwise, by which its events were placed and ordered. */
export function headerStays(file: number): Advice {
  return advice(
    "Its events were placed and ordered by what the header said then, and that stays: no command changes it. Look at them with `{}`; `{}` or `{}` corrects one that is wrong for it.",
    { remedy: "list-events", file },
    { remedy: "correct-event", event: null },
    { remedy: "void-event", event: null },
  );
}
