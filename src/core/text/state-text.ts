/** What is not plain JSON in a value: where, and what it is. */
interface Impure {
  /** From the value down, e.g. `.stock.lines[2]`. */
  readonly place: string;
  readonly what: string;
}

/**
 * The JSON text of a state. Throws `TypeError`, which says where and what to do, when the state holds
 * anything that its text does not hold as well: built further from the stored text, it would be another
 * state than built from the start.
 */
export function stateText(state: unknown): string {
  const impure = impurity(state);
  if (impure !== null)
    throw new TypeError(
      `${impure}; a state is plain JSON: objects, lists, texts, finite numbers, true, false and null`,
    );
  return JSON.stringify(state);
}

/** Says where a state is no plain JSON, e.g. `state.seen is a Set (keep it as a list)`; null when it is. */
export function impurity(state: unknown): string | null {
  const found = impureIn(state, []);
  return found === null ? null : `state${found.place} is ${found.what}`;
}

/** Looks through a value before it is made text: a replacer of `JSON.stringify` costs several times as much. */
function impureIn(value: unknown, above: readonly object[]): Impure | null {
  switch (typeof value) {
    case "string":
      return value.isWellFormed() ? null : { place: "", what: halfCharacter };
    case "number":
      return Number.isFinite(value) ? null : { place: "", what: `the number ${value}` };
    case "boolean":
      return null;
    case "object":
      return value === null ? null : impureInObject(value, above);
    case "undefined":
      return { place: "", what: "undefined (leave it out, or say null)" };
    case "bigint":
      return { place: "", what: "a bigint (keep it as a text)" };
    default:
      return { place: "", what: `a ${typeof value}` };
  }
}

const halfCharacter = "a text with half a character (a lone surrogate)";

/** What to keep instead of the usual things that JSON has no form for. */
const instead: Readonly<Record<string, string>> = {
  Date: "keep it as an ISO text, or in milliseconds",
  Map: "keep it as an object, or as a list of pairs",
  Set: "keep it as a list",
};

function impureInObject(value: object, above: readonly object[]): Impure | null {
  if (above.includes(value)) return { place: "", what: "part of itself (a cycle)" };
  const within = [...above, value];
  if (Array.isArray(value)) {
    for (const [index, part] of value.entries()) {
      const found = impureIn(part, within);
      if (found !== null) return { ...found, place: `[${index}]${found.place}` };
    }
    return null;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    return { place: "", what: classOf(value) };
  for (const name in value) {
    if (!name.isWellFormed())
      return { place: "", what: "an object with half a character in a name" };
    const found = impureIn((value as Readonly<Record<string, unknown>>)[name], within);
    if (found !== null) return { ...found, place: `${asMember(name)}${found.place}` };
  }
  return null;
}

function classOf(value: object): string {
  const { name } = value.constructor;
  const advice = instead[name];
  const article = /^[AEIOU]/.test(name) ? "an" : "a";
  if (advice !== undefined) return `${article} ${name} (${advice})`;
  return name === "" ? "an object of a class" : `${article} ${name}, an object of a class`;
}

function asMember(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? `.${name}` : `[${JSON.stringify(name)}]`;
}
