/** What a terminal obeys or hides, and what JSON leaves as it is: C1 controls, marks of direction, separators. */
const hidden = /[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu;

/** A value as JSON in which nothing stands raw that a terminal obeys or hides: written as `\u009b`, it is the same JSON. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll(hidden, (character) =>
    character
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}
