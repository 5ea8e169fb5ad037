const patterns = new Map<string, RegExp>();

/** The regular expression of a definition's pattern, made once. */
export function patternOf(source: string): RegExp {
  const known = patterns.get(source);
  if (known !== undefined) return known;
  const made = new RegExp(source, "u");
  patterns.set(source, made);
  return made;
}
