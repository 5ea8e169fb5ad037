/** What one JSON file may hold. */
export const jsonLimits = {
  /** JSON is only known to be right when it has been read to its end, so it is kept in memory whole. */
  fileBytes: 8 << 20,
  values: 500_000,
  depth: 64,
} as const;
