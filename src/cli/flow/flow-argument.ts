import { type AnyFlow, listedDefinition } from "../../catalogue/any-flow.ts";
import type { Catalogue, ListedFlow } from "../../catalogue/definition.ts";
import { nearestWord } from "../../core/text/nearest-word.ts";
import type { CommandContext } from "../context.ts";
import { CommandFailure, exitCode } from "../failure.ts";

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
): AnyFlow {
  const text = words.join("").replaceAll(" ", "").toUpperCase();
  const all = catalogue.list();
  const found = findListed(all, text);
  if (found === null) throw new CommandFailure(sayUnknown(all, words), exitCode.usage);
  const { listed, asked } = found;
  if (asked !== null)
    context.say(
      `busbar: the catalogue has no version ${asked} of ${listed.flow}; its files are read as version ${listed.version}, which is shown`,
    );
  return definitionOf(catalogue, listed);
}

interface Found {
  readonly listed: ListedFlow;
  /** The version that was asked for and is not there. */
  readonly asked: string | null;
}

function findListed(all: readonly ListedFlow[], text: string): Found | null {
  const exact = all.find(({ flow, version }) => `${flow}${version}`.toUpperCase() === text);
  if (exact !== undefined) return { listed: exact, asked: null };
  const [, reference = text, asked = null] = /^([A-Z]\d{4})V?(\d{3})$/.exec(text) ?? [];
  const versions = all.filter(({ flow }) => flow.toUpperCase() === reference);
  const named = versions.find(({ version }) => version === asked);
  if (named !== undefined) return { listed: named, asked: null };
  const [first, ...others] = versions;
  if (first === undefined) return null;
  return { listed: others.reduce((a, b) => (a.version > b.version ? a : b), first), asked };
}

function definitionOf(catalogue: Catalogue, listed: ListedFlow): AnyFlow {
  const found = listedDefinition(catalogue, listed);
  if (found === null)
    throw new Error(`${listed.flow} ${listed.version} is listed and cannot be found`);
  return found;
}

function sayUnknown(all: readonly ListedFlow[], words: readonly string[]): string {
  const near = nearReferences(all, words[0] ?? "");
  const suggested = near.length === 0 ? "" : `, did you mean ${orList(near)}?`;
  return `the catalogue has no flow "${words.join(" ")}"${suggested === "" ? ";" : suggested} \`busbar flow list --search TEXT\` finds flows by their words`;
}

function nearReferences(all: readonly ListedFlow[], word: string): string[] {
  // What stands after the number of a flow is its version, or a slip.
  const [reference = word] = /^[A-Za-z]\d{4}/.exec(word) ?? [];
  let known = [...new Set(all.map(({ flow }) => flow))];
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
