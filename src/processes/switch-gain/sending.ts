import { type Action, type ActionInput, action } from "../../core/define/action.ts";
import { type Condition, standingCondition } from "../../core/define/condition.ts";
import { type FileEffect, type Recipient, record, sendFile } from "../../core/define/effect.ts";
import { isSent, recipientText } from "./conditions.ts";
import type { Switch } from "./state.ts";

/** A flow of a switch that goes to each of its recipients once. */
export interface SwitchSending {
  /** In the imperative, e.g. `appoint operator and collector`. */
  readonly name: string;
  readonly flow: string;
  /** Tells one sending of it from another, such as a second try; empty where there is one only. */
  readonly anchor?: (state: Switch) => string;
  /** Everybody who is to have it as things are, whether they have it or not. */
  readonly to: (state: Switch) => readonly Recipient[];
  readonly data: (state: Switch, to: Recipient, now: number) => object;
  /** The action that undoes it. */
  readonly opposite?: string;
}

/** What it takes to subscribe a sending: the action, and the condition that somebody is to have it and has not. */
export interface Sendable {
  readonly name: string;
  readonly action: Action<Switch, unknown, FileEffect | ReturnType<typeof prepared>>;
  readonly isDue: Condition<Switch, unknown>;
}

const prepared = (data: { purpose: string; flow: string; to: string }) =>
  record("FLOW_PREPARED", data);

/** What something is sent for: the name of its sending, and what tells one sending of it from another. */
export function purposeOf(name: string, anchor: string): string {
  return anchor === "" ? name : `${name} ${anchor}`;
}

/**
 * An action and a condition that both look who lacks the flow, so that it goes once however often it is
 * planned: what is sent is noted with it, and one action of a switch runs after the other.
 */
export function sendable({ name, flow, anchor, to, data, opposite }: SwitchSending): Sendable {
  const purposeIn = (state: Switch) => purposeOf(name, anchor?.(state) ?? "");
  const lacking = (state: Switch) =>
    to(state).filter((party) => !isSent(state, purposeIn(state), party));
  const run = ({ state, now }: ActionInput<Switch, unknown>) =>
    lacking(state).flatMap((party) => [
      sendFile({ flow, to: party, data: data(state, party, now) }),
      prepared({ purpose: purposeIn(state), flow, to: recipientText(party) }),
    ]);
  return {
    name,
    action: action(name, run, opposite === undefined ? {} : { opposite }),
    isDue: standingCondition(
      `somebody is to have ${flow} to ${name}`,
      (state: Switch) => ({ lack: lacking(state).map(recipientText) }),
      ({ lack }) => lack.length > 0,
    ),
  };
}
