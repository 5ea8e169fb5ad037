import { expect, test } from "vitest";
import { actionStates } from "../../../src/core/action/ledger.ts";
import {
  actionDecisions,
  actionStep,
  type DecidedAction,
} from "../../../src/store/rules/action-transitions.ts";

const action = (state: DecidedAction["state"], more: Partial<DecidedAction> = {}) => ({
  id: 7,
  event: 3,
  state,
  isVoid: false,
  undoneBy: null,
  ...more,
});

test("a decision is taken of the states that it leads on from, and of no others", () => {
  const kinds = ["cancel", "skip", "retry", "release", "force"] as const;
  for (const kind of kinds)
    for (const state of actionStates) {
      const { from, to } = actionDecisions[kind];
      const step = () => actionStep(action(state), { kind });
      if (!from.includes(state)) expect(step).toThrow(`Action 7 is ${state} and cannot be`);
      else if (to === null) expect(step()).toEqual({ adds: "action 7 once more", opposite: null });
      else expect(step()).toEqual({ to });
    }
});

test("one that is done is undone once, by its opposite", () => {
  const undo = { kind: "undo", opposite: "take back" } as const;
  expect(actionStep(action("done"), undo)).toEqual({
    adds: "undoes action 7",
    opposite: "take back",
  });
  expect(() => actionStep(action("done", { undoneBy: 9 }), undo)).toThrow(
    "Action 7 is undone already, by action 9.",
  );
  expect(() => actionStep(action("running"), undo)).toThrow("Wait until it has ended.");
});

test("what is because of a void event may be cancelled, and not made to be done", () => {
  const ofVoid = action("failed", { isVoid: true });
  expect(actionStep(ofVoid, { kind: "cancel" })).toEqual({ to: "cancelled" });
  for (const kind of ["retry", "force", "release"] as const)
    expect(() => actionStep(ofVoid, { kind })).toThrow("event 3, which is void");
});
