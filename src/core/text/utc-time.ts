/** A moment for programs: ISO 8601 in UTC, e.g. `2026-03-02T15:31:51.000Z`. `at`: milliseconds since 1970. */
export function utcTime(at: number): string {
  return new Date(at).toISOString();
}

/** A moment for programs; null where there is none. */
export function utcTimeOrNull(at: number | null | undefined): string | null {
  return at === null || at === undefined ? null : utcTime(at);
}
