import type { JsonEventDefinition, JsonPath } from "../../../catalogue/json-event-definition.ts";
import { eventTree, type TreeMember } from "../event-tree.ts";
import { conditionPath, type QuickPlan, quickPlan } from "./quick-plan.ts";

/** Most plans of a definition that are kept: what conditions look at is a code, and codes are few. */
const mostPlans = 50;

/** A definition that an event may be read by, with a plan for each text that its conditions look at. */
export class Candidate {
  readonly definition: JsonEventDefinition;
  readonly #condition: Seeker | null;
  readonly #plans = new Map<string | null, QuickPlan | null>();

  constructor(definition: JsonEventDefinition, condition: JsonPath | null) {
    this.definition = definition;
    this.#condition = condition === null ? null : new Seeker(condition);
  }

  /** What an event that begins there seems to say where conditions look; null when it says nothing. */
  conditionAt(text: string, start: number): string | null {
    return this.#condition?.find(text, start) ?? null;
  }

  /** How its events are read; null when they cannot be read in one go. */
  planFor(said: string | null): QuickPlan | null {
    const known = this.#plans.get(said);
    if (known !== undefined) return known;
    const plan = this.#plans.size < mostPlans ? quickPlan(this.definition, said) : null;
    if (this.#plans.size < mostPlans) this.#plans.set(said, plan);
    return plan;
  }
}

/** Looks for the text of a member by its name, wherever it is: the first there is may be another's. */
class Seeker {
  readonly #name: string;
  readonly #value: RegExp;

  constructor(path: JsonPath) {
    this.#name = JSON.stringify(path.split(".").at(-1) ?? "");
    this.#value = /[ \t\r\n]*:[ \t\r\n]*"([^"\\]*)"/y;
  }

  find(text: string, start: number): string | null {
    const at = text.indexOf(this.#name, start);
    if (at < 0) return null;
    const from = at + this.#name.length;
    if (text.startsWith(':"', from)) return text.slice(from + 2, text.indexOf('"', from + 2));
    this.#value.lastIndex = from;
    return this.#value.exec(text)?.[1] ?? null;
  }
}

/** The first name of an object, with blanks as people lay it out. */
const spaced = /\{[ \t\r\n]*"([^"\\]*)"[ \t\r\n]*:[ \t\r\n]*/y;

const indexes = new WeakMap<readonly JsonEventDefinition[], QuickIndex>();

/** Finds the definition that an event is probably of, by the names and values that distinguish events. */
export class QuickIndex {
  /** The one that found something last is first: the others go through the whole text for nothing. */
  readonly #seekers: (readonly [seeker: Seeker, path: JsonPath])[];
  readonly #definitions: readonly JsonEventDefinition[];
  readonly #wrappers: readonly (readonly [name: string, token: string])[];
  readonly #candidates = new Map<JsonPath, Map<string, Candidate | null>>();

  /** The index of a catalogue's definitions, made once. */
  static of(definitions: readonly JsonEventDefinition[]): QuickIndex {
    const index = indexes.get(definitions) ?? new QuickIndex(definitions);
    indexes.set(definitions, index);
    return index;
  }

  private constructor(definitions: readonly JsonEventDefinition[]) {
    this.#definitions = definitions;
    const paths = new Set(definitions.map(({ discriminator }) => discriminator.path));
    this.#seekers = [...paths].map((path) => [new Seeker(path), path]);
    const wrappers = new Set(definitions.flatMap(({ wrapper }) => wrapper ?? []));
    this.#wrappers = [...wrappers].map((name) => [name, `{${JSON.stringify(name)}:`]);
  }

  /** The wrapper that begins there, and where what it wraps does; null when none does. */
  wrapperAt(text: string, at: number): { readonly name: string; readonly end: number } | null {
    for (const [name, token] of this.#wrappers)
      if (text.startsWith(token, at)) return { name, end: at + token.length };
    spaced.lastIndex = at;
    const found = spaced.exec(text)?.[1];
    const wrapper = this.#wrappers.find(([name]) => name === found);
    return wrapper === undefined ? null : { name: wrapper[0], end: spaced.lastIndex };
  }

  /** The definition that an event which begins there is of, by all signs; null when none is, or it is not plain. */
  candidateAt(text: string, start: number): Candidate | null {
    for (const [at, [seeker, path]] of this.#seekers.entries()) {
      const says = seeker.find(text, start);
      const candidate = says === null ? null : this.#candidate(path, says);
      if (candidate === null) continue;
      if (at > 0) this.#seekers.unshift(...this.#seekers.splice(at, 1));
      return candidate;
    }
    return null;
  }

  #candidate(path: JsonPath, says: string): Candidate | null {
    const candidates = this.#candidates.get(path) ?? new Map<string, Candidate | null>();
    const known = candidates.get(says);
    if (known !== undefined) return known;
    const [definition, ...others] = this.#definitions.filter(
      ({ discriminator }) => discriminator.path === path && discriminator.values.includes(says),
    );
    // What nobody has defined is not remembered: there is no end of it.
    if (definition === undefined) return null;
    const isPlain = others.length === 0 && this.#isAlone(definition);
    const condition = isPlain ? conditionPath(definition) : undefined;
    const candidate = condition === undefined ? null : new Candidate(definition, condition);
    this.#candidates.set(path, candidates.set(says, candidate));
    return candidate;
  }

  /** Whether no other definition could take its events for its own. */
  #isAlone(definition: JsonEventDefinition): boolean {
    const own = pathsOf(eventTree(definition));
    const { wrapper, discriminator } = definition;
    return this.#definitions.every(({ discriminator: { path } }) => {
      if (path === discriminator.path) return true;
      return !own.has(path) && (wrapper === null || !path.startsWith(`${wrapper}.`));
    });
  }
}

function pathsOf(tree: TreeMember): Set<JsonPath> {
  const paths = new Set<JsonPath>();
  const add = ({ below }: TreeMember) => {
    for (const one of below.values()) {
      paths.add(one.path);
      add(one);
    }
  };
  add(tree);
  return paths;
}
