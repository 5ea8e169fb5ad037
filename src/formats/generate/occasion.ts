import type { FlowDefinition, GroupDefinition } from "../../catalogue/definition.ts";
import { participantIn, roleLetter } from "./market.ts";
import { clockChanges, dayOf, dayText, timeText } from "./value/calendar.ts";
import type { Random } from "./value/random.ts";

/** Stands for central roles, whose letters differ. */
const centralRole = "Z";
/** A file whose flow counts half hours is about a day of clock change this often. */
const clockChangeShare = 0.25;

/** What a made-up file as a whole is about: who sends it to whom, when, about which day. */
export interface Occasion {
  readonly from: { readonly role: string; readonly participant: string };
  readonly to: { readonly role: string; readonly participant: string };
  readonly fileIdentifier: string;
  /** Day the file is made; what it tells of is before. */
  readonly createdDay: number;
  /** ccyymmddhhmmss. */
  readonly created: string;
  /** Day that settlement data is about. */
  readonly settlementDay: number;
  /** First of the numbers that instructions get. */
  readonly firstNumber: number;
  /** What jobs on gas meters are: of the type that tells the flow from its like, else of none that tells another. */
  readonly gasJob: string;
}

/** Called for no flow in particular. */
const anyJob = "OTHER";

/** Thinks of an occasion for a file of the flow. Never looks at a clock. */
export function makeOccasion(flow: FlowDefinition, random: Random): Occasion {
  const route = chooseRoute(flow, random);
  const occasion = occasionOn(route, random, (day) => settlementDay(flow, day, random));
  return { ...occasion, gasJob: flow.names?.transactionTypes[0] ?? anyJob };
}

/** Thinks of an occasion for a file of a table or of JSON events, whose definitions name no roles. */
export function makePlainOccasion(random: Random): Occasion {
  return occasionOn(["X", "M"], random, (createdDay) => createdDay - random.whole(3, 20));
}

function occasionOn(
  [from, to]: readonly [from: string, to: string],
  random: Random,
  settledOn: (createdDay: number) => number,
): Occasion {
  const createdDay = dayOf(random.whole(2023, 2025), 1, 1) + random.whole(0, 364);
  const second = random.whole(6 * 3600, 22 * 3600);
  return {
    from: { role: from, participant: participantIn(from) },
    to: { role: to, participant: participantIn(to, to === from ? 1 : 0) },
    fileIdentifier: `EX${random.digits(8)}`,
    createdDay,
    created: dayText(createdDay) + timeText(second),
    settlementDay: settledOn(createdDay),
    firstNumber: random.whole(100, 90_000),
    gasJob: anyJob,
  };
}

/** One of the flow's routes whose roles have known letters, as those letters. */
function chooseRoute(flow: FlowDefinition, random: Random): readonly [from: string, to: string] {
  const routes = flow.routes.map(([from, to]) => [roleLetter(from), roleLetter(to)] as const);
  const known = routes.filter(([from, to]) => from !== null && to !== null);
  const half = routes.filter(([from, to]) => from !== null || to !== null);
  const usable = known.length > 0 ? known : half;
  if (usable.length === 0) return [centralRole, centralRole];
  const [from, to] = random.pick(usable);
  return [from ?? centralRole, to ?? centralRole];
}

function settlementDay(flow: FlowDefinition, createdDay: number, random: Random): number {
  const usual = createdDay - random.whole(3, 20);
  if (!flow.groups.some(countsHalfHours) || !random.chance(clockChangeShare)) return usual;
  const year = Number(dayText(createdDay).slice(0, 4));
  const changes = [...clockChanges(year - 1), ...clockChanges(year)];
  return changes.findLast((day) => day < createdDay) ?? usual;
}

function countsHalfHours(group: GroupDefinition): boolean {
  return group.counts !== null || group.groups.some(countsHalfHours);
}
