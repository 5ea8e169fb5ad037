import { roleName } from "../../catalogue/role-name.ts";

/** A distribution area: what MPAN cores there begin with, and its GSP group. */
export interface Area {
  readonly distributor: string;
  readonly gspGroup: string;
  readonly name: string;
}

/** The fourteen areas by the distributor's number that MPAN cores begin with. */
export const areas: readonly Area[] = [
  { distributor: "10", gspGroup: "_A", name: "Eastern" },
  { distributor: "11", gspGroup: "_B", name: "East Midlands" },
  { distributor: "12", gspGroup: "_C", name: "London" },
  { distributor: "13", gspGroup: "_D", name: "Merseyside and North Wales" },
  { distributor: "14", gspGroup: "_E", name: "Midlands" },
  { distributor: "15", gspGroup: "_F", name: "Northern" },
  { distributor: "16", gspGroup: "_G", name: "North Western" },
  { distributor: "17", gspGroup: "_P", name: "North Scotland" },
  { distributor: "18", gspGroup: "_N", name: "South Scotland" },
  { distributor: "19", gspGroup: "_J", name: "South Eastern" },
  { distributor: "20", gspGroup: "_H", name: "Southern" },
  { distributor: "21", gspGroup: "_K", name: "South Wales" },
  { distributor: "22", gspGroup: "_L", name: "South Western" },
  { distributor: "23", gspGroup: "_M", name: "Yorkshire" },
];

/** How a meter is read and settled: what goes together. */
export interface Configuration {
  readonly profileClass: string;
  readonly settlementConfiguration: string;
  readonly timeswitchCode: string;
  readonly lineLossFactorClass: string;
  readonly registers: readonly { readonly id: string; readonly regime: string }[];
}

/** An ordinary household meter, one with a day and a night register, a small business. */
export const configurations: readonly Configuration[] = [
  {
    profileClass: "1",
    settlementConfiguration: "0393",
    timeswitchCode: "801",
    lineLossFactorClass: "100",
    registers: [{ id: "S", regime: "00001" }],
  },
  {
    profileClass: "2",
    settlementConfiguration: "0151",
    timeswitchCode: "811",
    lineLossFactorClass: "110",
    registers: [
      { id: "DY", regime: "00043" },
      { id: "NT", regime: "00210" },
    ],
  },
  {
    profileClass: "3",
    settlementConfiguration: "0393",
    timeswitchCode: "801",
    lineLossFactorClass: "200",
    registers: [{ id: "01", regime: "00001" }],
  },
];

/**
 * A made-up participant id in a role: `EX`, the role's letter, then A, B and so on. None is taken for a
 * real one.
 */
export function participantIn(role: string, which = 0): string {
  return `EX${role}${String.fromCharCode(65 + (which % 26))}`;
}

let letters: ReadonlyMap<string, string> | null = null;

/** The letter a role has in envelopes; null when none is known. */
export function roleLetter(name: string): string | null {
  letters ??= new Map(
    [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"].flatMap((letter) => {
      const known = roleName(letter);
      return known === null ? [] : [[known, letter] as const];
    }),
  );
  return letters.get(name) ?? null;
}
