import type { IsoDate } from "../../calendar/working-calendar.ts";
import { hasRightCheckDigit } from "../../catalogue/mpan.ts";
import type { Chance } from "../chance/chance.ts";
import type { MarketDays } from "../time/market-days.ts";
import { type Leaving, planLeaving } from "./leaving.ts";
import { agents, type Distributor, distributors, otherSuppliers } from "./participants.ts";

/** The two ways a switch goes, by whether its metering point takes part in half-hourly settlement. */
export type SwitchPath = "legacy" | "mhhs";

/** A switch that is to happen, as the market knows it beforehand. */
export interface PlannedSwitch {
  /** Counted from 1. */
  readonly number: number;
  /** The metering point: MPAN core, or MPRN of a gas point. */
  readonly mpan: string;
  /** First day of the new supply. */
  readonly start: IsoDate;
  readonly reference: string;
  /** When its row leaves our own systems, or the new supplier asks for the point: milliseconds since 1970. */
  readonly askAt: number;
  readonly path: SwitchPath;
  /** A gas point has neither agents nor services here: only the switching service, and who reads its meter. */
  readonly fuel: "E" | "G";
  /** Whether the point moves into half-hourly settlement with this very switch, or out of it; null: neither. */
  readonly moves: "in" | "out" | null;
  /** Of a point that we lose; null where we gain it. */
  readonly leaving: Leaving | null;
  readonly metering: "NHH" | "HH";
  readonly domestic: boolean;
  readonly distributor: Distributor;
  /** Who loses what we gain, or gains what we lose. */
  readonly otherSupplier: string;
  /** In the order in which they are asked. */
  readonly operators: readonly string[];
  readonly collectors: readonly string[];
  readonly aggregators: readonly string[];
  readonly meteringServices: readonly string[];
  readonly dataServices: readonly string[];
  readonly oldOperator: string;
  readonly oldCollector: string;
  readonly meter: string;
  /** What the meter shows at the start of the supply. */
  readonly reading: number;
  /** The customer, if they tell a reading: then our own systems pass it on. */
  readonly tellsReading: boolean;
}

/** How many switches, how fast, and of what kind. */
export interface Population {
  readonly switches: number;
  /** How many are asked for on a working day. */
  readonly perDay: number;
  readonly path: SwitchPath | "mixed";
  /** Share of the switches that take a point away from us. */
  readonly losing: number;
  /** Of both paths mixed: share of the switches that are of gas points. */
  readonly gas: number;
  /** Of both paths mixed: share of the others to us with which the point moves into half-hourly settlement, or out. */
  readonly moving: number;
  readonly beginsAt: number;
}

/** What a supply of our own is called by: the metering point and its first day. */
export function switchKey({ mpan, start }: Pick<PlannedSwitch, "mpan" | "start">): string {
  return `${mpan}@${start}`;
}

/** The process that the installation has of a switch. */
export function processOf(plan: Pick<PlannedSwitch, "mpan" | "start" | "leaving">) {
  return plan.leaving === null
    ? { type: "switch-gain", key: switchKey(plan) }
    : { type: "switch-loss", key: plan.mpan };
}

/** Requests go at the hours of a working day. */
const hours = 8;

/** Makes up the switches; the same of the same chance. */
export function planSwitches(
  population: Population,
  days: MarketDays,
  chance: Chance,
): PlannedSwitch[] {
  const { switches, perDay, path, beginsAt } = population;
  const firstDay = days.dateOf(beginsAt);
  return Array.from({ length: switches }, (_, index) => {
    const number = index + 1;
    const day = days.workingDay(firstDay, Math.floor(index / perDay));
    const hour = 9 + Math.floor(((index % perDay) / perDay) * hours);
    const askAt = Math.max(beginsAt, days.at(day, `${String(hour).padStart(2, "0")}:00`));
    const way = path === "mixed" ? (number % 2 === 0 ? "mhhs" : "legacy") : path;
    return planOne({ number, askAt, day, path: way, of: population }, days, chance);
  });
}

type Given = Pick<PlannedSwitch, "number" | "askAt" | "path"> & {
  readonly day: IsoDate;
  readonly of: Population;
};

/** What is what of a switch: fuel and path, the sort of meter, whether it is lost, whether the point moves. */
function kindOf({ number, path, of }: Given, chance: Chance) {
  const isMixed = of.path === "mixed";
  const fuel = isMixed && chance.happens(of.gas, number, "gas") ? "G" : "E";
  const isLegacy = fuel === "G" || path === "legacy";
  const isHalfHourly = fuel === "E" && isLegacy && chance.happens(0.2, number, "metering");
  const isLost = chance.happens(of.losing, number, "losing");
  const mayMove = isMixed && !isLost && fuel === "E" && !isHalfHourly;
  const way = isLegacy ? "out" : "in";
  return {
    fuel,
    path: isLegacy ? "legacy" : "mhhs",
    metering: isHalfHourly ? "HH" : "NHH",
    moves: mayMove && chance.happens(of.moving, number, "moves") ? way : null,
    isLost,
  } as const;
}

function planOne(asked: Given, days: MarketDays, chance: Chance): PlannedSwitch {
  const { day, of: _of, ...given } = asked;
  const { number } = given;
  const { isLost, ...kind } = kindOf(asked, chance);
  const distributor = chance.pick(distributors, number, "distributor");
  const inHalfHours = kind.metering === "HH";
  const list = (from: readonly string[], name: string) => rotated(from, chance, number, name);
  const collectors = inHalfHours ? agents.halfHourlyCollectors : agents.collectors;
  const aggregators = inHalfHours ? agents.halfHourlyAggregators : agents.aggregators;
  const operators = list(agents.operators, "operator");
  const readers = list(collectors, "collector");
  const start = days.workingDay(day, chance.whole(3, 8, number, "start"));
  const domestic = !inHalfHours && chance.happens(0.8, number, "domestic");
  return {
    ...given,
    ...kind,
    leaving: isLost ? planLeaving({ ...given, day }, days, chance) : null,
    mpan: kind.fuel === "G" ? madeUpMprn(number) : madeUpMpan(distributor.digits, number, chance),
    start,
    reference: `SW${String(number).padStart(7, "0")}`,
    domestic,
    distributor,
    otherSupplier: chance.pick(otherSuppliers, number, "supplier"),
    operators: operators.slice(0, 2),
    collectors: readers.slice(0, 2),
    aggregators: list(aggregators, "aggregator"),
    meteringServices: list(agents.meteringServices, "metering").slice(0, 2),
    dataServices: list(agents.dataServices, "data").slice(0, 2),
    oldOperator: operators.at(-1) ?? "MOPA",
    oldCollector: readers.at(-1) ?? "DCNA",
    meter: `E${chance.digits(2, number, "meter")}Z ${chance.digits(5, number, "serial")}`,
    reading: chance.whole(1_000, 90_000, number, "reading"),
    tellsReading: !inHalfHours && chance.happens(0.5, number, "tells"),
  };
}

function rotated(
  list: readonly string[],
  chance: Chance,
  number: number,
  name: string,
): readonly string[] {
  const first = chance.whole(0, list.length - 1, number, name);
  return [...list.slice(first), ...list.slice(0, first)];
}

function madeUpMprn(number: number): string {
  return `9${String(number).padStart(9, "0")}`;
}

/** Of an area, with the right check digit; no two numbers below ten million give the same. */
function madeUpMpan(digits: string, number: number, chance: Chance): string {
  const body = `${digits}99${chance.digits(1, number, "mpan")}${String(number).padStart(7, "0")}`;
  for (let check = 0; check < 10; check += 1)
    if (hasRightCheckDigit(`${body}${check}`)) return `${body}${check}`;
  throw new Error(`${body} has no check digit`);
}
