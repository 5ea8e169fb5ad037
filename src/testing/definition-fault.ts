/** What is wrong with a process definition, said so that its author knows where to look. */
export class DefinitionFault extends Error {
  constructor(type: string, what: string, options?: ErrorOptions) {
    super(`The process definition "${type}" ${what}`, options);
    this.name = "DefinitionFault";
  }
}

/** The first place at which two plain values differ, e.g. `state.parcels[0].status: "a" here, "b" there`; null when none. */
export function difference(one: unknown, other: unknown, place: string): string | null {
  // JSON has one nought: -0 and 0 are no difference.
  if (Object.is(one, other) || (one === 0 && other === 0)) return null;
  if (!isObject(one) || !isObject(other) || Array.isArray(one) !== Array.isArray(other))
    return `${place}: ${text(one)} and ${text(other)}`;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const name of names) {
    const below = Array.isArray(one) ? `${place}[${name}]` : `${place}.${name}`;
    const found = difference(one[name], other[name], below);
    if (found !== null) return found;
  }
  return null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

function text(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
