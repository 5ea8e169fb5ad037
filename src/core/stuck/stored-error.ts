/** An error as it is kept: with where it was thrown, and what it came from. */
export interface StoredError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | null;
  /** What caused it, the nearest first. */
  readonly causes: readonly Omit<StoredError, "causes">[];
}

/** Texts are cut after so many characters: an error may carry a whole file in its message. */
const longestText = 8_000;

/** A chain of causes is followed so far: it may be a circle. */
const mostCauses = 8;

/** What to keep of anything that was thrown. */
export function storedError(thrown: unknown): StoredError {
  const causes: Omit<StoredError, "causes">[] = [];
  let cause = causeOf(thrown);
  while (cause !== undefined && causes.length < mostCauses) {
    causes.push(described(cause));
    cause = causeOf(cause);
  }
  return { ...described(thrown), causes };
}

function causeOf(thrown: unknown): unknown {
  return thrown instanceof Error ? thrown.cause : undefined;
}

function described(thrown: unknown): Omit<StoredError, "causes"> {
  if (!(thrown instanceof Error))
    return { name: typeof thrown, message: cut(String(thrown)), stack: null };
  const { name, message, stack } = thrown;
  return { name, message: cut(message), stack: stack === undefined ? null : cut(stack) };
}

function cut(text: string): string {
  return text.length <= longestText ? text : `${text.slice(0, longestText)}…`;
}
