import { StoreError } from "../../store/port/store-error.ts";
import type { Fault } from "../../store/port/verify-store.ts";

import { putBackInPlace } from "./way-out.ts";

/** Failures of the store that say nothing about what it holds: looking on would say nothing either. */
const notDamage: ReadonlySet<string> = new Set([
  "busy",
  "replaced",
  "missing",
  "newer",
  "older",
  "locked",
  "lost",
]);

/** The finding that something cannot be read. Throws the error when the store as a whole cannot be used now. */
export function unreadableFault(about: string, error: unknown): Fault {
  if (error instanceof StoreError && notDamage.has(error.code)) throw error;
  const message = `It cannot be read: ${wordsOf(error)}`;
  return { code: "UNREADABLE", about, message, remedy: putBackInPlace };
}

/** What an error says, as one sentence. */
function wordsOf(error: unknown): string {
  const cause = error instanceof StoreError ? (error.cause ?? error) : error;
  const text = (cause instanceof Error ? cause.message : String(cause)).split("\n", 1)[0] ?? "";
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** The faults; when looking for them fails, that is one more, and the last. */
export async function* guarded(about: string, faults: AsyncIterable<Fault>): AsyncGenerator<Fault> {
  try {
    yield* faults;
  } catch (error) {
    yield unreadableFault(about, error);
  }
}
