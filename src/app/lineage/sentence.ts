/** Something that is said, and apart from it what it quotes of persons or in the words of people, to be said without. */
export interface Sentence {
  readonly text: string;
  readonly quoted: readonly string[];
}

/** Words that say nothing of persons: Busbar's own, and names of things that are shown to everybody. */
export function plain(text: string): Sentence {
  return { text, quoted: [] };
}

/** A key, a value, or what somebody wrote in their own words: masked for who may not see what is said of persons. */
export function personal(text: string): Sentence {
  return { text, quoted: [text] };
}

/** A sentence that was made elsewhere, with what it is known to quote. */
export function citing(text: string, quoted: readonly string[]): Sentence {
  return { text, quoted };
}

/**
 * A sentence of its parts, e.g. say`of ${plain(type)} ${personal(key)}`. No text goes in that is not said to be
 * plain or personal, so that a new sentence can not quote a person by accident.
 */
export function say(
  words: TemplateStringsArray,
  ...parts: readonly (number | Sentence)[]
): Sentence {
  const all = parts.map((part) => (typeof part === "number" ? plain(String(part)) : part));
  return {
    text: words.map((word, at) => word + (all[at]?.text ?? "")).join(""),
    quoted: all.flatMap(({ quoted }) => quoted),
  };
}

/** Several sentences as one. */
export function asOneSentence(sentences: readonly Sentence[], between: string): Sentence {
  return {
    text: sentences.map(({ text }) => text).join(between),
    quoted: sentences.flatMap(({ quoted }) => quoted),
  };
}
