/** What went wrong in somebody's code, with where: the stack when there is one. */
export function errorText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.stack ?? `${error.name}: ${error.message}`;
}
