import type { Catalogue, FlowDefinition } from "../catalogue/definition.ts";
import { nearestWord } from "../config/spelling.ts";
import type { CommandContext } from "./context.ts";
import { CommandFailure, exitCode } from "./failure.ts";

/** Most references that are suggested in place of an unknown one. */
const mostSuggested = 3;

/**
 * The flow that a person named: `D0150` is its newest version, `D0150002` or `D0150` and `002` that one.
 * For a version the catalogue does not have, the one such files are read by, which is said. Throws a
 * failure of usage when there is no such flow.
 */
export function flowNamed(
  catalogue: Catalogue,
  context: CommandContext,
  words: readonly string[],
): FlowDefinition {
  const text = words.join("").replaceAll(" ", "").toUpperCase();
  const [, flow, version = null] = /^([A-Z]\d{4})V?(\d{3})?$/.exec(text) ?? [];
  const found = flow === undefined ? null : catalogue.find(flow, version);
  if (found === null) throw new CommandFailure(sayUnknown(catalogue, words), exitCode.usage);
  const { definition, exact } = found;
  if (version !== null && !exact)
    context.say(
      `busbar: the catalogue has no version ${version} of ${flow}; its files are read as version ${definition.version}, which is shown`,
    );
  return definition;
}

function sayUnknown(catalogue: Catalogue, words: readonly string[]): string {
  const near = nearReferences(catalogue, words[0] ?? "");
  const suggested = near.length === 0 ? "" : `, did you mean ${orList(near)}?`;
  return `the catalogue has no flow "${words.join(" ")}"${suggested === "" ? ";" : suggested} \`busbar flow list --search TEXT\` finds flows by their words`;
}

function nearReferences(catalogue: Catalogue, word: string): string[] {
  const [reference = ""] = /^[A-Za-z]?\d+/.exec(word) ?? [];
  let known = [...new Set(catalogue.list().map(({ flow }) => flow))];
  const near: string[] = [];
  while (reference !== "" && near.length < mostSuggested) {
    const nearest = nearestWord(reference, known);
    if (nearest === null) break;
    near.push(nearest);
    known = known.filter((flow) => flow !== nearest);
  }
  return near;
}

function orList(words: readonly string[]): string {
  return words.length === 1 ? `${words[0]}` : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
