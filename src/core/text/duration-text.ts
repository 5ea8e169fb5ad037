/** How long something took, for people, in the largest unit that says it: `3.5 h`, `2.0 days`. */
export function durationText(ms: number): string {
  const [size, unit] = units.find(([least]) => ms >= least) ?? [1, "ms"];
  const figure = ms / size;
  return `${unit === "ms" ? Math.round(figure) : figure.toFixed(1)} ${unit}`;
}

const units: readonly (readonly [number, string])[] = [
  [86_400_000, "days"],
  [3_600_000, "h"],
  [60_000, "min"],
  [1_000, "s"],
];
