import type { Party } from "../../core/file/envelope.ts";

/** Who the installation under trial is. */
export const us = { role: "X", participant: "SUPP", dipId: "8800000001" } as const;

/** The switching service. */
export const switchingService: Party = { role: null, participant: "CSS" };

/** The other suppliers. */
export const otherSuppliers = ["OLDA", "OLDB", "OLDC"] as const;

/** Agents and services by what they are; made up, and none of them a real participant's. */
export const agents = {
  operators: ["MOPA", "MOPB", "MOPC"],
  collectors: ["DCNA", "DCNB", "DCNC"],
  halfHourlyCollectors: ["DCHA", "DCHB"],
  aggregators: ["DANA", "DANB"],
  halfHourlyAggregators: ["DAHA", "DAHB"],
  meteringServices: ["MSVA", "MSVB", "MSVC"],
  dataServices: ["DSVA", "DSVB", "DSVC"],
} as const;

/** A distributor with its registration services, by the two digits that its metering points begin with. */
export interface Distributor {
  readonly digits: string;
  readonly gspGroup: string;
  readonly participant: string;
  readonly dipId: string;
}

/** The distributors. */
export const distributors: readonly Distributor[] = [
  { digits: "10", gspGroup: "_A", participant: "DNOA", dipId: "1000000010" },
  { digits: "12", gspGroup: "_C", participant: "DNOC", dipId: "1000000012" },
  { digits: "16", gspGroup: "_G", participant: "DNOG", dipId: "1000000016" },
  { digits: "22", gspGroup: "_L", participant: "DNOL", dipId: "1000000022" },
];

/** The id that each service and supplier has at the Data Integration Platform. */
export const marketDipIds: Readonly<Record<string, string>> = Object.fromEntries([
  [us.dipId, `${us.role}:${us.participant}`],
  ...distributors.map(({ dipId, participant }) => [dipId, participant]),
  ...agents.meteringServices.map((id, at) => [`20000000${10 + at}`, id]),
  ...agents.dataServices.map((id, at) => [`30000000${10 + at}`, id]),
  ...otherSuppliers.map((id, at) => [`88000000${10 + at}`, id]),
]);

const idsByParticipant = new Map(
  Object.entries(marketDipIds).map(([id, reference]) => [reference.replace(/^.:/, ""), id]),
);

/** The id of a participant at the Data Integration Platform; empty when it has none. */
export function dipIdOf(participant: string): string {
  return idsByParticipant.get(participant) ?? "";
}

/** Whose id at the platform it is; the id itself when nobody's. */
export function participantOf(dipId: string): string {
  return marketDipIds[dipId]?.replace(/^.:/, "") ?? dipId;
}

/** Everybody who is sent files, by the name that files go by. */
export const everybody: readonly string[] = [
  ...["CSS", "BILLING"],
  ...otherSuppliers,
  ...Object.values(agents).flat(),
  ...distributors.map(({ participant }) => participant),
  ...Object.keys(marketDipIds),
];
