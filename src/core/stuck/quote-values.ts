/** Shorter values are codes and yes or no, which sentences are full of. */
const shortestQuoted = 4;

/** States and kinds, in which processes write what they themselves named. */
const ownWord = /^[a-z][a-z_-]*$/;

/**
 * What process code says of its data, e.g. why it failed, with the values of that data between quotation marks: so
 * they are known for values, and left out of causes and masked for those who may not see what is said of persons. What
 * is in quotation marks stays as it is, and so do words in small letters, such as states.
 */
export function quoteValues(text: string, data: unknown): string {
  const found = [...new Set(valuesOf(data))].filter((value) => text.includes(value));
  if (found.length === 0) return text;
  const any = found.toSorted((a, b) => b.length - a.length).map((value) => RegExp.escape(value));
  const parts = new RegExp(
    `"[^"]*"|'[^']*'|\`[^\`]*\`|(?<![\\p{L}\\p{N}])(${any.join("|")})(?![\\p{L}\\p{N}])`,
    "gu",
  );
  return text.replace(parts, (all, value?: string) => (value === undefined ? all : quoted(value)));
}

function quoted(value: string): string {
  return `"${value.replaceAll('"', "'")}"`;
}

function valuesOf(data: unknown): string[] {
  if (typeof data === "string") {
    const value = data.trim();
    return value.length < shortestQuoted || ownWord.test(value) ? [] : [value];
  }
  if (typeof data !== "object" || data === null) return [];
  return Object.values(data).flatMap(valuesOf);
}
