import type { FieldFormat } from "../../../catalogue/definition.ts";
import type { Spot } from "../spot.ts";

type NumberFormat = Extract<FieldFormat, { kind: "number" }>;

/** Most decimals worth showing, though some formats have thirteen. */
const mostDecimals = 6;
/** A number that may be negative is so this often. */
const negativeShare = 0.1;

/** What a meter measured in a short time is not negative, whatever its format would take. */
const neverNegative = /^Period|Metered/i;

/** How large a number is, by what its name says; the first that fits counts. */
const sizes: readonly (readonly [RegExp, from: number, to: number])[] = [
  [/Reading/i, 5_000, 60_000],
  [/Factor|Coefficient|Fraction|Proportion|Weight|Multiplier/i, 0, 1],
  [/Percent|Tolerance|Rate\b/i, 0, 20],
  [/Count|Number of|Total Tokens|Accepted|Received|Calls|Jobs/i, 1, 40],
  [/Day of the Week|Season/i, 1, 7],
  [/\bDay\b/i, 1, 28],
  [/\bMonth\b/i, 1, 12],
  [/\bYear\b/i, 2023, 2025],
  [/Amount|Charge|Payment|Debt|Price|Balance|Cost|Savings|Credit|Invoice|Fee|Levy/i, 5, 500],
  [/Period (Metered|Supplier|EMR|Asset)|^Consumption|Meter Period/i, 0.2, 9],
  [/Consumption|Advance|EAC|Energy|Volume|Demand|Loss|Take|Purchase/i, 10, 4_000],
  [/Period/i, 1, 46],
];

/** A number of the size its name suggests, that its format can hold. */
export function numberValue({ field, surroundings }: Spot, format: NumberFormat): string {
  const { random } = surroundings.scene;
  const [, from, to] = sizes.find(([pattern]) => pattern.test(field.name)) ?? [/./, 1, 900];
  const size = from + random.next() * (to - from);
  const negative = format.signed && !neverNegative.test(field.name) && random.chance(negativeShare);
  const text = writeNumber(size, format);
  return negative && Number(text) !== 0 ? `-${text}` : text;
}

/** The number with as many decimals as the format has, cut to the digits it has room for. */
export function writeNumber(value: number, { digits, decimals }: NumberFormat): string {
  const behind = Math.min(decimals, mostDecimals, digits - 1);
  const room = 10 ** (digits - behind);
  const cut = Math.floor((value % room) * 10 ** behind) / 10 ** behind;
  return cut.toFixed(behind);
}
