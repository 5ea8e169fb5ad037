import { createHash } from "node:crypto";
import { nearestWord } from "./spelling.ts";

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
 * The text with its words filled in. What cannot stand in a file's name becomes `_`, and a mark behind it
 * keeps the word apart from others that would read the same; of a word that stands for nothing, the
 * separator before it goes too.
 */
export function fillTemplate(text: string, values: TemplateValues): string {
  let filled = "";
  let from = 0;
  for (const match of text.matchAll(place)) {
    filled += text.slice(from, match.index);
    from = match.index + match[0].length;
    const [word = "", width = "0"] = (match[1] ?? "").split(":");
    const given = values[word as TemplateWord];
    // Endings are our own, with their dots; everything else may come from outside.
    const value = word === "extension" ? given : nameable(given);
    if (value === "") filled = filled.replace(/[_.-]$/, "");
    else filled += value.padStart(Number(width), "0");
  }
  return filled + text.slice(from);
}

/** Two words never become one: the recipients `A.B` and `A_B` must not share a folder. */
function nameable(given: string): string {
  const plain = given.replaceAll(/[^A-Za-z0-9_-]/g, "_");
  if (plain === given) return given;
  return `${plain}-${createHash("sha256").update(given).digest("hex").slice(0, 8)}`;
}
