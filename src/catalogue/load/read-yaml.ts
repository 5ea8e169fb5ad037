import {
  type Document,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLParseError,
} from "yaml";

/** What is wrong with a text as YAML, and at which offset. */
export interface YamlFault {
  readonly offset: number;
  readonly message: string;
  /** A name occurs twice, which is a mistake in JSON, too. */
  readonly isTwin?: boolean;
}

/** A text read as YAML. */
export interface YamlText {
  readonly contents: Node | null;
  readonly lines: LineCounter;
  /** What is wrong with it; when there is anything, the value is null. */
  readonly faults: readonly YamlFault[];
  /** Its content as plain values. */
  readonly value: unknown;
}

/** Reads a text as YAML, keeping the places of everything in it. Never throws. */
export function readYaml(text: string): YamlText {
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
    const { contents } = document;
    const faults = [...yamlFaults(text, document.errors), ...aliasFaults(document)];
    return { contents, lines, faults, value: faults.length === 0 ? document.toJS() : null };
  } catch (error) {
    // What is left: aliases that stand for more than a hundred times what is written, and parts nested too deep for the stack.
    const what =
      error instanceof RangeError
        ? "it is nested too deep"
        : "its aliases (*) stand for far too much; write out what they stand for";
    if (!(error instanceof RangeError || error instanceof ReferenceError)) throw error;
    const faults = [{ offset: 0, message: `cannot be read as YAML: ${what}` }];
    return { contents: null, lines, faults, value: null };
  }
}

/** As much as there is of a text that is wrong as YAML, as plain values; null where there is nothing. Never throws. */
export function readYamlAnyway(text: string): unknown {
  try {
    return parseDocument(text, { prettyErrors: false }).toJS();
  } catch {
    return null;
  }
}

/** Aliases that stand for nothing, or for something that they are a part of. */
function aliasFaults(document: Document.Parsed): YamlFault[] {
  const faults: YamlFault[] = [];
  visit(document, {
    Alias: (_key, alias, above) => {
      const offset = alias.range?.[0] ?? 0;
      const named = alias.resolve(document);
      if (named === undefined)
        faults.push({
          offset,
          message: `cannot be read as YAML: *${alias.source} stands for what &${alias.source} marks before it, and there is none; a text that begins with * must be in quotes`,
        });
      else if (above.some((one) => one === named))
        faults.push({
          offset,
          message: `cannot be read as YAML: *${alias.source} stands for something that it is a part of`,
        });
    },
  });
  return faults;
}

/** A word in braces, outside quotes: what file names and paths of channels are made with. */
const bareWord = /^[^"']*\{[A-Za-z]+(?::\d+)?\}/;

/**
 * What is wrong with a text as YAML, for people. What follows a part that could not be read is mostly
 * made of the reader's own confusion and left out; names that occur twice each count.
 */
function yamlFaults(text: string, errors: readonly YAMLParseError[]): readonly YamlFault[] {
  const first = errors.find(({ code }) => code !== "DUPLICATE_KEY");
  return errors
    .filter((error) => error === first || error.code === "DUPLICATE_KEY")
    .map(({ code, pos: [offset], message }) => {
      if (code === "MULTIPLE_DOCS")
        return {
          offset,
          message:
            "cannot be read as YAML: a second document begins here, and a file has one; leave out the line ---",
        };
      if (code === "DUPLICATE_KEY")
        return {
          offset,
          message: "this name is here twice; leave out one of them",
          isTwin: true,
        };
      if (code === "RESOURCE_EXHAUSTION")
        return { offset, message: "cannot be read as YAML: it is nested too deep" };
      const [said = ""] = message.split("\n");
      const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1).split("\n", 1)[0] ?? "";
      const advice = bareWord.test(line)
        ? '; a text with braces must be in quotes, such as "{flow}.usr"'
        : "";
      return { offset, message: `cannot be read as YAML: ${said}${advice}` };
    });
}
