import { type AnyFlow, listedDefinition } from "../../catalogue/any-flow.ts";
import type { Catalogue, ListedFlow } from "../../catalogue/definition.ts";
import { RefusedError } from "../../core/refusal/refused-error.ts";
import { advice } from "../../core/stuck/remedy.ts";
import { nearestWord } from "../../core/text/nearest-word.ts";

/** Most references that are suggested in place of an unknown one. */
const mostSuggested = 3;

/** A flow that a person named. */
export interface NamedFlow {
  readonly flow: AnyFlow;
  /** The version that was asked for, which the catalogue does not have: files of it are read as `flow`; null else. */
  readonly missingVersion: string | null;
}

/**
 * The flow that a person named: `D0150` is its newest version, `D0150002` or `D0150` and `002` that one. For a
 * version the catalogue does not have, the one such files are read by. Throws a refusal when there is no such flow.
 */
export function flowNamed(catalogue: Catalogue, words: readonly string[]): NamedFlow {
  const text = words.join("").replaceAll(" ", "").toUpperCase();
  const all = catalogue.list();
  const found = findListed(all, text);
  if (found === null) throw unknownFlow(all, words);
  return { flow: definitionOf(catalogue, found.listed), missingVersion: found.asked };
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

function unknownFlow(all: readonly ListedFlow[], words: readonly string[]): RefusedError {
  const near = nearReferences(all, words[0] ?? "");
  const suggested = near.length === 0 ? "" : `, did you mean ${orList(near)}?`;
  return new RefusedError("invalid", `The catalogue has no flow "${words.join(" ")}"${suggested}`, {
    remedy: advice("`{}` lists those there are; with --search TEXT, those that have such words", {
      remedy: "list",
      of: "flow",
    }),
  });
}

function nearReferences(all: readonly ListedFlow[], word: string): string[] {
  // What is after the number of a flow is its version, or a slip.
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
