/** What to do about damage. */
export const putBackInPlace =
  "Put a backup of the store in its place, see docs/guides/backup-and-restore.md.";

/** What to do about a file whose events read otherwise. */
export function restateHint(file: number): string {
  return `\`busbar event restate --file ${file} --dry-run\` shows what would mend its events.`;
}

/** What to do about a file that reads otherwise and has no events. */
export function reprocessHint(file: number): string {
  return `\`busbar reprocess ${file}\` reads it again.`;
}

/** What to do about a file whose header alone reads otherwise, by which its events were placed and ordered. */
export function headerStays(file: number): string {
  return `Its events were placed and ordered by what the header said then, and that stays: no command changes it. Look at them with \`busbar event list --file ${file}\`; \`busbar event correct\` or \`busbar event void\` mends one that is wrong for it.`;
}
