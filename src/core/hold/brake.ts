import type { ActionRecord } from "../action/ledger.ts";

/** The stages that a person can bring to a stand. */
export const brakedStages = ["intake", "actions", "outbound"] as const;

/** A stage that a person can bring to a stand, e.g. `intake`. */
export type BrakedStage = (typeof brakedStages)[number];

/** What a brake holds: a stage, or the part of it where everything named here is so. Null names nothing. */
export interface BrakeScope {
  readonly stage: BrakedStage;
  /** Of intake and outbound: a channel's name. */
  readonly channel: string | null;
  /** Of actions: a type of process, e.g. `order`. Of outbound: a flow, e.g. `D0155`. */
  readonly type: string | null;
  /** Of actions: an action's name, e.g. `request pick`. */
  readonly name: string | null;
}

/** A stage or a part of it that a person holds. Nothing is lost by it: what comes waits. */
export interface Brake extends BrakeScope {
  readonly id: number;
  readonly actor: string;
  readonly reason: string;
  /** Milliseconds since 1970. */
  readonly since: number;
}

/** The parts of a stage that something belongs to; what is left out, no brake can name. */
export type BrakePlace = Pick<BrakeScope, "stage"> & Partial<Omit<BrakeScope, "stage">>;

/** The first brake that holds something of this place; null when it may go on. */
export function brakeOn(brakes: readonly Brake[], place: BrakePlace): Brake | null {
  const covers = (named: string | null, own: string | null | undefined) =>
    named === null || named === own;
  const found = brakes.find(
    ({ stage, channel, type, name }) =>
      stage === place.stage &&
      covers(channel, place.channel) &&
      covers(type, place.type) &&
      covers(name, place.name),
  );
  return found ?? null;
}

/** The options of `busbar hold` and `busbar release` that mean this scope, e.g. `intake --channel inbox`. */
export function brakeWords({ stage, channel, type, name }: BrakeScope): string {
  const option = (word: string, value: string | null) =>
    value === null ? "" : ` --${word} ${/^[\w.-]+$/.test(value) ? value : JSON.stringify(value)}`;
  return stage + option("channel", channel) + option("type", type) + option("name", name);
}

/** The brake that keeps an action; null when none does, or it is not planned. */
export function brakeOnAction(
  brakes: readonly Brake[],
  { state, processType: type, name }: Pick<ActionRecord, "state" | "processType" | "name">,
): Brake | null {
  return state === "planned" ? brakeOn(brakes, { stage: "actions", type, name }) : null;
}
