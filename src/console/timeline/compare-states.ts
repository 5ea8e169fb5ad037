/** A value of a state at one place, before and now; undefined where it has none. */
export interface StateDifference {
  /** From the state down, e.g. `agents.MO.accepted`. */
  readonly place: string;
  readonly before: string | undefined;
  readonly now: string | undefined;
}

/** The values of two states side by side, place by place, in the order of the later one. */
export function compareStates(then: unknown, now: unknown): StateDifference[] {
  const [before, after] = [flat(then), flat(now)];
  const places = [...after.keys(), ...[...before.keys()].filter((place) => !after.has(place))];
  return places.map((place) => ({ place, before: before.get(place), now: after.get(place) }));
}

/** Every value of a state by its place. */
function flat(state: unknown): Map<string, string> {
  const values = new Map<string, string>();
  const walk = (value: unknown, place: string) => {
    if (typeof value !== "object" || value === null) {
      values.set(place, String(value));
      return;
    }
    const parts = Object.entries(value);
    if (parts.length === 0 && place !== "") values.set(place, Array.isArray(value) ? "none" : "{}");
    for (const [name, inner] of parts) walk(inner, place === "" ? name : `${place}.${name}`);
  };
  walk(state, "");
  return values;
}
