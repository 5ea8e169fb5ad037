import { type Action, type ActionInput, action } from "../../core/define/action.ts";
import { type Condition, standingCondition } from "../../core/define/condition.ts";
import type { EventEffect } from "../../core/define/effect.ts";
import {
  isAsked,
  isCalledOff,
  keyOf,
  othersAtOdds,
  ownRequests,
  precedes,
  wayId,
} from "./at-odds.ts";
import { endOfSwitch, isRejected } from "./conditions.ts";
import type { KnownRequest, Switch, WayOfSwitch } from "./state.ts";
import { switchStatus } from "./status.ts";

/** What one request's switch has to say to another's. */
interface Word {
  readonly own: KnownRequest;
  readonly other: KnownRequest;
  readonly way: WayOfSwitch;
}

/** Nothing more comes of a request: it was refused, ended, called off, done, or never counted. */
function isOver(state: Switch, own: KnownRequest): boolean {
  if (own.reference !== state.request?.reference) return true;
  const { notices } = state;
  return (
    isRejected(state) ||
    endOfSwitch(state) !== null ||
    notices.active !== null ||
    isCalledOff(state)
  );
}

/**
 * One that has not asked lets the earlier one go first; one that is over is in nobody's way, but its reference
 * stays its own once the switching service knows it.
 */
function wayFor(state: Switch, own: KnownRequest, other: KnownRequest): WayOfSwitch {
  const asked = isAsked(state, own.reference);
  if (own.reference === other.reference && asked) return "kept";
  if (isOver(state, own)) return "made";
  return !asked && precedes(other, own) ? "made" : "kept";
}

/** What is to be said to other switches of the point and has not been. */
function owed(state: Switch): Word[] {
  return ownRequests(state).flatMap((own) =>
    othersAtOdds(state, own).flatMap((other) => {
      const said = state.waysSaid[wayId(own, other)];
      const way = wayFor(state, own, other);
      return said === "made" || said === way ? [] : [{ own, other, way }];
    }),
  );
}

/** Switches of the point that cannot know of a request, since a person made it here. */
function untold(state: Switch): Pick<Word, "own" | "other">[] {
  return ownRequests(state)
    .filter(({ byHand }) => byHand)
    .flatMap((own) => othersAtOdds(state, own).map((other) => ({ own, other })))
    .filter(({ own, other }) => state.waysSaid[`tell ${wayId(own, other)}`] === undefined);
}

function elsewhere<const Name extends string, Data extends object>(
  type: Name,
  key: string,
  data: Data,
): EventEffect<Name, Data> {
  return { kind: "event", type, data, process: { type: "switch-gain", key } };
}

const said = (
  id: string,
  way: WayOfSwitch,
): EventEffect<"WAY_SAID", { id: string; way: WayOfSwitch }> => ({
  kind: "event",
  type: "WAY_SAID",
  data: { id, way },
});

type Saying = Action<Switch, unknown, EventEffect>;

/**
 * Two switches of one point settle between them which is asked for: each says to the other whether it makes
 * way, and none asks before the others have.
 */
export const makeWay: { readonly action: Saying; readonly isDue: Condition<Switch, unknown> } = {
  action: action("make way for another switch", ({ state }: ActionInput<Switch, unknown>) => [
    ...untold(state).flatMap(({ own, other }) => [
      elsewhere("OTHER_REQUESTED", other.key, own),
      said(`tell ${wayId(own, other)}`, "kept"),
    ]),
    ...owed(state).flatMap(({ own, other, way }) => [
      elsewhere("WAY_TOLD", other.key, {
        key: keyOf(state),
        reference: own.reference,
        to: other.reference,
        way,
        status: switchStatus(state),
      }),
      said(wayId(own, other), way),
    ]),
  ]),
  isDue: standingCondition(
    "another switch of the point is to be reported",
    (state: Switch) => ({
      others: [...owed(state), ...untold(state)].map(({ other }) => other.key),
    }),
    ({ others }) => others.length > 0,
  ),
};
