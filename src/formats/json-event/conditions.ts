import type {
  JsonCondition,
  JsonEventDefinition,
  JsonFieldDefinition,
  JsonPath,
} from "../../catalogue/json-event-definition.ts";
import type { TreeMember } from "./event-tree.ts";
import { listed } from "./known-values.ts";

/** A field in the light of an event. */
export interface FieldNow extends JsonFieldDefinition {
  /** It must have a value in this event. */
  readonly needed: boolean;
}

/** Which of the fields of a path count in an event. */
export class Conditions {
  readonly #textsAt: (path: JsonPath) => readonly string[];
  readonly #anyCase: boolean;
  readonly #definition: JsonEventDefinition;
  /** What the events say at a path that conditions look at. */
  readonly #said = new Map<string, ReadonlySet<string>>();

  /** `textsAt` gives what an event says at a path. */
  constructor(textsAt: (path: JsonPath) => readonly string[], definition: JsonEventDefinition) {
    this.#textsAt = textsAt;
    this.#anyCase = definition.anyCase;
    this.#definition = definition;
  }

  /** The field that is in this event, else one that need not be; null where the definition has none. */
  fieldOf({ fields }: TreeMember): FieldNow | null {
    const found = fields.find(({ when }) => when === null || this.#holds(when));
    const [first] = fields;
    const field = found ?? first;
    if (field === undefined) return null;
    return { ...field, needed: found !== undefined && field.required };
  }

  /**
   * The condition by which a member, and all below it, is not in this event; null where it may be. Only of a definition that names
   * all members there are, and where the event says a value that is known.
   */
  excludedBy({ fields, below }: TreeMember): JsonCondition | null {
    if (!this.#definition.closed) return null;
    const [first] = fields;
    if (first === undefined || first.when === null) return null;
    if (fields.some(({ when }) => when === null || this.#holds(when))) return null;
    if (!this.#isKnown(first.when.path)) return null;
    return [...below.values()].every((one) => this.excludedBy(one) !== null) ? first.when : null;
  }

  /** Whether what an event says at a path that conditions look at is one of the values there can be. */
  #isKnown(path: JsonPath): boolean {
    const codes = this.#definition.fields.find((field) => field.path === path)?.codes ?? [];
    const said = this.#saidAt(path);
    return said.size > 0 && [...said].every((one) => this.#plain(codes).includes(one));
  }

  #holds({ path, values }: JsonCondition): boolean {
    const said = this.#saidAt(path);
    return this.#plain(values).some((value) => said.has(value));
  }

  #saidAt(path: JsonPath): ReadonlySet<string> {
    const said = this.#said.get(path) ?? new Set(this.#plain(this.#textsAt(path)));
    this.#said.set(path, said);
    return said;
  }

  /** `[A,B]` is two texts; capitals are left out where those of names are no matter. */
  #plain(texts: readonly string[]): string[] {
    const plain = texts.flatMap(listed);
    return this.#anyCase ? plain.map((text) => text.toLowerCase()) : plain;
  }
}
