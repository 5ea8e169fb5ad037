/** Portions asked for at once: a far server then does not cost a round trip for each hundred names. */
const portionsAtOnce = 4;

/** What a server gives portion by portion, in order, until it gives null. Waits for all that was asked for. */
export async function* portionsAhead<Portion>(
  ask: () => Promise<Portion | null>,
): AsyncGenerator<Portion> {
  const asked: Promise<Portion | null>[] = [ask()];
  try {
    while (true) {
      const portion = await asked.shift();
      if (portion === null || portion === undefined) return;
      while (asked.length < portionsAtOnce) asked.push(ask());
      yield portion;
    }
  } finally {
    await Promise.allSettled(asked);
  }
}
