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
  /** What the events say at a path that conditions look at. */
  readonly #said = new Map<string, ReadonlySet<string>>();

  /** `textsAt` gives what an event says at a path. */
  constructor(textsAt: (path: JsonPath) => readonly string[], { anyCase }: JsonEventDefinition) {
    this.#textsAt = textsAt;
    this.#anyCase = anyCase;
  }

  /** The field that is in this event, else one that need not be; null where the definition has none. */
  fieldOf({ fields }: TreeMember): FieldNow | null {
    const found = fields.find(({ when }) => when === null || this.#holds(when));
    const [first] = fields;
    const field = found ?? first;
    if (field === undefined) return null;
    return { ...field, needed: found !== undefined && field.required };
  }

  #holds({ path, values }: JsonCondition): boolean {
    const said = this.#said.get(path) ?? new Set(this.#plain(this.#textsAt(path)));
    this.#said.set(path, said);
    return this.#plain(values).some((value) => said.has(value));
  }

  /** `[A,B]` is two texts; capitals are left out where those of names are no matter. */
  #plain(texts: readonly string[]): string[] {
    const plain = texts.flatMap(listed);
    return this.#anyCase ? plain.map((text) => text.toLowerCase()) : plain;
  }
}
