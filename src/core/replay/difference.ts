/** One value that is otherwise in another state. */
export interface FieldDifference {
  /** Where it is, places in lists left out, e.g. `parcels[].status`. */
  readonly path: string;
  /** What was there and what is; undefined where there is nothing. */
  readonly from: unknown;
  readonly to: unknown;
}

/** How two plain JSON values differ, value by value; lists are compared place by place. */
export function differences(from: unknown, to: unknown, path = ""): FieldDifference[] {
  if (Object.is(from, to)) return [];
  if (Array.isArray(from) && Array.isArray(to)) {
    const places = Array.from({ length: Math.max(from.length, to.length) }, (_, place) => place);
    return places.flatMap((place) => differences(from[place], to[place], `${path}[]`));
  }
  if (isFields(from) && isFields(to)) {
    const names = [...new Set([...Object.keys(from), ...Object.keys(to)])];
    return names.flatMap((name) =>
      differences(from[name], to[name], path === "" ? name : `${path}.${name}`),
    );
  }
  return [{ path, from, to }];
}

function isFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
