import { createHash } from "node:crypto";
import { nearestWord } from "../../core/text/nearest-word.ts";

/** What names, folders and identifiers of files that leave may be made of. */
export const templateWords = [
  "flow",
  "version",
  "fromRole",
  "fromParticipant",
  "toRole",
  "toParticipant",
  "number",
  "identifier",
  "date",
  "time",
  "extension",
] as const;

/** One of the words. */
export type TemplateWord = (typeof templateWords)[number];

/** What each word stands for in one file. */
export type TemplateValues = Readonly<Record<TemplateWord, string>>;

const place = /\{([^{}]*)\}/g;

/**
 * What is wrong with a text such as `{flow}_{number:8}.csv`, as the end of a sentence that begins with
 * what was found; null when it is right. `{word:8}` fills up to eight characters with zeros.
 */
export function templateFault(text: string, allowed: readonly string[]): string | null {
  for (const [, inside = ""] of text.matchAll(place)) {
    const [word = "", width, ...rest] = inside.split(":");
    if (!allowed.includes(word)) {
      const near = nearestWord(word, allowed);
      const words = allowed.map((one) => `{${one}}`).join(" ");
      return near === null
        ? `only these words in braces: ${words}`
        : `{${near}} in place of {${word}}`;
    }
    if (rest.length > 0 || (width !== undefined && !/^[1-9]\d?$/.test(width)))
      return `a width of 1 to 99 after the colon, such as {${word}:8}`;
  }
  return /[{}]/.test(text.replace(place, "")) ? "braces in pairs, such as {flow}" : null;
}

/** Whether a text has a word in it. */
export function hasWord(text: string, word: TemplateWord): boolean {
  return [...text.matchAll(place)].some(([, inside = ""]) => inside.split(":")[0] === word);
}

/**
 * The text with its words filled in. What cannot be in a file's name becomes `_`, and a mark behind it
 * keeps the word apart from others that would read the same; so does one behind a word that nobody could
 * tell from the next one, unless `mayRunOn` says that it may be so. Of a word that stands for nothing, the
 * separator before it goes too.
 */
export function fillTemplate(text: string, values: TemplateValues, mayRunOn = false): string {
  const places = [...text.matchAll(place)];
  let filled = "";
  let from = 0;
  for (const [index, match] of places.entries()) {
    filled += text.slice(from, match.index);
    from = match.index + match[0].length;
    const [name = "", width = "0"] = (match[1] ?? "").split(":");
    const word = name as TemplateWord;
    const next = places[index + 1];
    const between = next === undefined ? null : text.slice(from, next.index);
    const isTold = mayRunOn || (word === "flow" && next?.[1] === "version");
    // Endings are our own, with their dots; everything else may come from outside.
    const value =
      word === "extension" ? values[word] : nameable(word, values[word], isTold ? null : between);
    if (value === "") filled = filled.replace(/[_.-]$/, "");
    else filled += value.padStart(Number(width), "0");
  }
  return filled + text.slice(from);
}

/** Characters that words usually have: of a word that has another number, the end is not where one looks for it. */
const usualLengths: Readonly<Partial<Record<TemplateWord, number>>> = {
  flow: 5,
  toRole: 1,
  toParticipant: 4,
};

/**
 * Two words never become one: the recipients `A.B` and `A_B` must not share a folder, nor may `M` of `ABC`
 * and `MA` of `BC`. `between` is what is before the next word; null when none comes that it could run into.
 */
function nameable(word: TemplateWord, given: string, between: string | null): string {
  const plain = given.replaceAll(/[^A-Za-z0-9_-]/g, "_");
  if (given === "" || (plain === given && !runsOn(word, given, between))) return given;
  return `${plain}-${createHash("sha256").update(given).digest("hex").slice(0, 8)}`;
}

/** Whether the end of a word cannot be distinguished from what comes after it. */
function runsOn(word: TemplateWord, given: string, between: string | null): boolean {
  const usual = usualLengths[word];
  if (between === null || usual === undefined) return false;
  return between === "" ? given.length !== usual : given.includes(between);
}
