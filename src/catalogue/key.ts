/**
 * The name that a catalogue's name gets in data: its words in camel case, e.g. `Reading Date & Time`
 * becomes `readingDateTime` and `Effective from Settlement Date {REGI}` becomes
 * `effectiveFromSettlementDateRegi`. Always a valid identifier; empty when there is no letter or digit in it.
 */
export function camelCase(name: string): string {
  const words =
    name
      .replaceAll("(s)", "s")
      .replaceAll(/['’]/g, "")
      .match(/[A-Za-z0-9]+/g) ?? [];
  const key = words
    .map((word, place) => (place === 0 ? word.toLowerCase() : capitalised(word.toLowerCase())))
    .join("");
  return /^\d/.test(key) ? `n${key}` : key;
}

/** A name in data of a column, which may be in camel case already: `orderNumber` stays. */
export function columnKey(name: string): string {
  return camelCase(name.replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2"));
}

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/**
 * The first of the wished keys that is in none of the sets; when each is in one, the last of them with
 * the smallest number from 2 that frees it. The key found joins the first set.
 */
export function freeKey(
  wished: readonly string[],
  taken: Set<string>,
  ...alsoTaken: readonly ReadonlySet<string>[]
): string {
  const isFree = (key: string) => !taken.has(key) && alsoTaken.every((keys) => !keys.has(key));
  let key = wished.find(isFree);
  for (let number = 2; key === undefined; number += 1) {
    const numbered = `${wished.at(-1) ?? ""}${number}`;
    if (isFree(numbered)) key = numbered;
  }
  taken.add(key);
  return key;
}
