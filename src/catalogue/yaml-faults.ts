import type { YAMLParseError } from "yaml";

/** What is wrong with a text as YAML, and at which offset. */
export interface YamlFault {
  readonly offset: number;
  readonly message: string;
}

/** A word in braces, outside quotes: what file names and paths of channels are made with. */
const bareWord = /^[^"']*\{[A-Za-z]+(?::\d+)?\}/;

/**
 * What is wrong with a text as YAML, for people. What follows a part that could not be read is mostly
 * made of the reader's own confusion and left out; names that stand twice each count.
 */
export function yamlFaults(text: string, errors: readonly YAMLParseError[]): readonly YamlFault[] {
  const first = errors.find(({ code }) => code !== "DUPLICATE_KEY");
  return errors
    .filter((error) => error === first || error.code === "DUPLICATE_KEY")
    .map(({ pos: [offset], message }) => {
      const [said = ""] = message.split("\n");
      const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1).split("\n", 1)[0] ?? "";
      const advice = bareWord.test(line)
        ? '; a text with braces must stand in quotes, such as "{flow}.usr"'
        : "";
      return { offset, message: `cannot be read as YAML: ${said}${advice}` };
    });
}
