import { advice } from "../../../core/stuck/remedy.ts";
import type { StuckKindRow } from "../kind-row.ts";
import { actionsIn, actionToReview, type StuckActionRow } from "../nouns/of-action.ts";

declare module "../../../core/stuck/stuck-kind.ts" {
  interface StuckKinds {
    readonly "action-needs-review": true;
  }
}

/** An action that a person has to decide on. */
export const actionNeedsReview: StuckKindRow<StuckActionRow> = {
  noun: "action",
  title: "needs review",
  meaning: "The action waits for the word of a person: what it was planned for holds no longer.",
  retries: "no",
  notice: { level: "work", isAwaited: false },
  tryAgain: {
    by: "person",
    advise: ({ number }) =>
      advice("decide on it: {}", {
        remedy: "decide-action",
        verbs: ["release", "cancel"],
        action: number,
      }),
  },
  trying: ["action waits for a person's word", "actions wait for a person's word on each"],
  ways: ({ example }) => [
    advice("decide on each: {}", {
      remedy: "decide-action",
      verbs: ["release"],
      action: example.number,
    }),
  ],
  statements: (sql) => actionsIn(sql, "needs-review"),
  describe: actionToReview,
};
