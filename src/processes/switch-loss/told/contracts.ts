import type { LossEvent } from "../events.ts";
import type { Agent, Contract } from "../state.ts";

/** Of each supply the list of the latest day counts, whenever it came. */
export function takeContract(known: readonly Contract[], told: Contract): readonly Contract[] {
  const same = known.find(({ suppliedFrom }) => suppliedFrom === told.suppliedFrom);
  if (same !== undefined && isNewer(same, told)) return known;
  return [...known.filter((one) => one !== same), told].toSorted((a, b) =>
    a.suppliedFrom < b.suppliedFrom ? -1 : 1,
  );
}

function isNewer(one: Contract, other: Contract): boolean {
  if (one.asOf !== other.asOf) return one.asOf > other.asOf;
  return JSON.stringify(one) >= JSON.stringify(other);
}

/** What a row of the contract list says. */
export function contractIn({ data }: LossEvent<"CONTRACT_LISTED">): Contract {
  const isHalfHourly = data.metering === "HH";
  const agents: readonly (readonly [string, string | undefined])[] = [
    ["M", data.meterOperator],
    [isHalfHourly ? "C" : "D", data.dataCollector],
    [isHalfHourly ? "A" : "B", data.dataAggregator],
  ];
  return {
    asOf: data.asOf,
    suppliedFrom: data.suppliedFrom,
    domestic: data.domestic === "true",
    debt: Number(data.debt),
    debtSince: data.debtSince ?? null,
    contractEnds: data.contractEnds ?? null,
    customerAsksToObject: data.customerAsksToObject === "true",
    account: data.account ?? null,
    metering: meteringOf(data.metering),
    migrated: data.migrated === undefined ? null : data.migrated === "true",
    agents: agents.flatMap(([role, participant]): Agent[] =>
      participant === undefined ? [] : [{ role, participant }],
    ),
  };
}

function meteringOf(text: string | undefined): Contract["metering"] {
  return text === "HH" || text === "NHH" ? text : null;
}
