/** What replaces what is masked. */
export const masked = "[masked]";

/**
 * Numbers of metering points, meters, accounts and telephones within a sentence; first what is nobody's number though
 * many digits may follow each other in it: UUIDs, and hashes in hex, which have a letter somewhere.
 */
const nobodysOrLong =
  /\b([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=\d*[a-f])[0-9a-f]{16,128})\b|\d{9,}/g;

/** A text without the numbers that lead to persons. */
export function maskedNumbers(text: string): string {
  return text.replace(nobodysOrLong, (_, nobodys: string | undefined) => nobodys ?? masked);
}
