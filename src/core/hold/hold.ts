import type { ActionRecord } from "../action/ledger.ts";

/** The stages that a person can put on hold. */
export const holdableStages = ["intake", "actions", "outbound"] as const;

/** A stage that a person can put on hold, e.g. `intake`. */
export type HoldableStage = (typeof holdableStages)[number];

/** What a hold covers: a stage, or the part of it where everything named here is so. Null names nothing. */
export interface HoldScope {
  readonly stage: HoldableStage;
  /** Of intake and outbound: a channel's name. */
  readonly channel: string | null;
  /** Of actions: a type of process, e.g. `order`. Of outbound: a flow, e.g. `D0155`. */
  readonly type: string | null;
  /** Of actions: an action's name, e.g. `request pick`. */
  readonly name: string | null;
}

/** A stage or a part of it that a person holds. Nothing is lost by it: what comes waits. */
export interface Hold extends HoldScope {
  readonly id: number;
  readonly actor: string;
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** The parts of a stage that something belongs to; what is left out, no hold can name. */
export type HoldPlace = Pick<HoldScope, "stage"> & Partial<Omit<HoldScope, "stage">>;

/** The first hold that holds something of this place; null when it may go on. */
export function holdOn(holds: readonly Hold[], place: HoldPlace): Hold | null {
  const covers = (named: string | null, own: string | null | undefined) =>
    named === null || named === own;
  const found = holds.find(
    ({ stage, channel, type, name }) =>
      stage === place.stage &&
      covers(channel, place.channel) &&
      covers(type, place.type) &&
      covers(name, place.name),
  );
  return found ?? null;
}

/** The options of `busbar hold` and `busbar release` that mean this scope, e.g. `intake --channel inbox`. */
export function holdWords({ stage, channel, type, name }: HoldScope): string {
  const option = (word: string, value: string | null) =>
    value === null ? "" : ` --${word} ${/^[\w.-]+$/.test(value) ? value : JSON.stringify(value)}`;
  return stage + option("channel", channel) + option("type", type) + option("name", name);
}

/** Why something waits that a hold covers. */
export function sayKept(hold: HoldScope & Pick<Hold, "actor" | "reason">): string {
  return `kept by the hold "${holdWords(hold)}" of ${hold.actor}: ${hold.reason}`;
}

/** The hold that keeps an action; null when none does, or it is not planned. */
export function holdOnAction(
  holds: readonly Hold[],
  { state, processType: type, name }: Pick<ActionRecord, "state" | "processType" | "name">,
): Hold | null {
  return state === "planned" ? holdOn(holds, { stage: "actions", type, name }) : null;
}
