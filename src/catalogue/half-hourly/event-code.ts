import { eventCodeNames } from "./event-code-names.ts";

/** What an event code may look like without its brackets; what does not names no event. */
const codeShape = /^[A-Za-z][A-Za-z0-9-]{0,79}$/;

/** An event code without the brackets that it is sent in, `[MSDeApp]`; null when it is none. */
export function bareEventCode(text: string): string | null {
  const bare = /^\[(.*)\]$/s.exec(text)?.[1] ?? text;
  return codeShape.test(bare) ? bare : null;
}

/** Words that run into each other in event codes, and how they are distinguished. */
const runTogether: readonly (readonly [RegExp, string])[] = [
  [/SSCand/g, "SSC-And-"],
  [/DUoS/g, "DUOS-"],
  [/MDRTOU/g, "MDR-TOU"],
  [/LDSOLLF/g, "LDSO-LLF-"],
  [/CCCID/g, "CCC-ID"],
];

function wordsOf(code: string): string[] {
  const apart = runTogether.reduce((text, [found, put]) => text.replace(found, put), code);
  return apart.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? [];
}

/** The code as constants are written: `MSDeApp` is `MS_DE_APP`. */
export function eventCodeConstant(code: string): string {
  return wordsOf(code).join("_").toUpperCase();
}

/** The code in words, `MS de-appointment`; one that nobody has named by the words that it is made of. */
export function eventCodeWords(code: string): string {
  if (Object.hasOwn(eventCodeNames, code)) return eventCodeNames[code] ?? code;
  return wordsOf(code)
    .map((word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()))
    .join(" ");
}
