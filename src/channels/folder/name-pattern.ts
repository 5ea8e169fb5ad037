/**
 * Whether a name matches a pattern of the shell's kind: `*` any text, `?` any one character, `[abc]` one
 * of these, `[!abc]` none of these. The whole name must match; case counts.
 */
function namePattern(pattern: string): (name: string) => boolean {
  const source = pattern.replace(/\[!?[^\]]+\]|[\s\S]/g, (part) => {
    if (part === "*") return "[\\s\\S]*";
    if (part === "?") return "[\\s\\S]";
    if (part.length > 1) {
      const inner = part
        .slice(1, -1)
        .replace(/^!/, "^")
        .replace(/[\\\]]/g, "\\$&");
      return `[${inner}]`;
    }
    return part.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  });
  const expression = new RegExp(`^${source}$`);
  return (name) => expression.test(name);
}

/** The first of the patterns that a name matches; null when none does. */
export function firstMatch(patterns: readonly string[]): (name: string) => string | null {
  const tests = patterns.map((pattern) => ({ pattern, matches: namePattern(pattern) }));
  return (name) => tests.find((test) => test.matches(name))?.pattern ?? null;
}
