import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { errorCode } from "../../../runtime/error-message.ts";

/**
 * An error of code that had personal values at hand, without its words: those of the language's own errors quote the
 * text they stumbled over. Refusals, and errors of the disk and the store, say only what was written for people.
 */
function withoutWords(error: unknown): unknown {
  if (error instanceof RefusedError || errorCode(error) !== null) return error;
  const kind = error instanceof Error ? error.name : typeof error;
  const places = error instanceof Error ? (error.stack ?? "").split("\n") : [];
  const made = new Error(
    `Erasing ended with ${kind}, and nothing was erased; its words are left out, since they may repeat what was to be erased`,
  );
  const frames = places.filter((one) => /^\s+at .*:\d+:\d+\)?$/.test(one));
  made.stack = [`${made.name}: ${made.message}`, ...frames].join("\n");
  return made;
}

/** Calls what has personal values at hand; no error of it tells any. */
export function tellingNothing<T>(body: () => T): T {
  try {
    return body();
  } catch (error) {
    throw withoutWords(error);
  }
}

/** Awaits what has personal values at hand; no error of it tells any. */
export async function tellingNothingLater<T>(body: () => Promise<T>): Promise<T> {
  try {
    return await body();
  } catch (error) {
    throw withoutWords(error);
  }
}
