import { expect, test } from "vitest";
import { adviceText } from "../../../src/cli/print/remedy-command.ts";
import { nouns, seeMoreOf } from "../../../src/core/stuck/nouns.ts";
import type { Advice } from "../../../src/core/stuck/remedy.ts";
import {
  isFailing,
  kindsBeside,
  kindsOf,
  stuckKind,
  stuckKinds,
} from "../../../src/store/stuck/stuck-kinds.ts";

const cause = {
  id: "1a2b3c",
  title: "UNKNOWN_FLOW",
  example: {
    number: 12,
    item: "file 12",
    behind: { id: 7, name: "a.usr", state: "failed", onHold: false, problem: null } as const,
  },
};

/** Every `{}` of an advice is one of its remedies, and none is left over. */
function namesItsRemedies({ say, remedies }: Advice): boolean {
  return say.split("{}").length - 1 === remedies.length;
}

test("a person can go on from every kind, in words that name each remedy", () => {
  for (const kind of stuckKinds) {
    const { ways, tryAgain } = stuckKind(kind);
    const all = [
      ...ways(cause),
      ...(tryAgain.by === "person" ? [tryAgain.advise(cause.example)] : []),
    ];
    expect(ways(cause).length, kind).toBeGreaterThan(0);
    for (const one of all) {
      expect({ kind, say: one.say, complete: namesItsRemedies(one) }).toEqual({
        kind,
        say: one.say,
        complete: true,
      });
      expect(adviceText(one)).not.toContain("{}");
    }
  }
});

test("the kinds of one noun are looked up together", () => {
  expect(nouns.flatMap(kindsOf).toSorted()).toEqual(stuckKinds.toSorted());
  expect(kindsBeside("outbound-behind")).toEqual(kindsOf("outbound"));
});

test("only what is tried again automatically is not counted as stuck", () => {
  expect(stuckKinds.filter(isFailing)).toEqual([
    "action-failing",
    "outbound-failing",
    "outbound-behind",
  ]);
});

test("what has no story says where more is to be seen", () => {
  const without = nouns.filter((noun) => seeMoreOf(noun) !== null);
  expect(without).toEqual(["queue", "outbound-message", "expected", "gap"]);
});
