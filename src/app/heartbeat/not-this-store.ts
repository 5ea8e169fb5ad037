/** What to do when a file of the store was taken away under the daemon. */
export function notThisStore(file: string): string {
  return `${file} was deleted, moved or replaced while it runs, and it takes and sends nothing until that is fixed. Stop it, put the right files back (docs/guides/backup-and-restore.md), and start it again.`;
}
