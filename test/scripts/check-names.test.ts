import { expect, it } from "vitest";
import { toldOf } from "./told-of.ts";

const twice = [
  ["export type Parcel = string;", "export interface Parcel {}"],
  ["export const Parcel = 1;", "export function Parcel() {}"],
  ["class Parcel {} export { Parcel };", "export class Parcel {}"],
] as const;

const once = [
  ["export class Parcel {}", 'export { Parcel } from "./one.ts";'],
  ["export class Parcel {}", 'import { Parcel } from "./one.ts"; export { Parcel };'],
] as const;

// Each pair has a name of its own: all are checked together.
const pairs = [...twice, ...once].map((pair, number) =>
  pair.map((source) => source.replaceAll("Parcel", `Parcel${number}`)),
);
const told = toldOf("scripts/check-names.ts", pairs.flat());

it.each(twice.map((pair, number) => [...pair, number] as const))(
  "a name declared twice is found: %s %s",
  (_first, _second, number) => {
    for (const lines of [told[2 * number], told[2 * number + 1]])
      expect(lines).toEqual([
        expect.stringMatching(new RegExp(`^Parcel${number} is declared in .* and .*$`)),
      ]);
  },
);

it.each(once.map((pair, number) => [...pair, twice.length + number] as const))(
  "one that is passed on is declared once: %s %s",
  (_first, _second, number) => {
    expect([told[2 * number], told[2 * number + 1]]).toEqual([[], []]);
  },
);
