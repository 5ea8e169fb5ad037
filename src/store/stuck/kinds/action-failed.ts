import { advice } from "../../../core/stuck/remedy.ts";
import { reprocessRemedy, type StuckKindRow } from "../kind-row.ts";
import { actionsIn, failedAction, type StuckActionRow } from "../nouns/of-action.ts";

declare module "../../../core/stuck/stuck-kind.ts" {
  interface StuckKinds {
    readonly "action-failed": true;
  }
}

/** An action that failed for good. */
export const actionFailed: StuckKindRow<StuckActionRow> = {
  noun: "action",
  title: "failed",
  meaning: "The action failed, and is not retried automatically.",
  retries: "no",
  notice: { level: "work", isAwaited: false },
  tryAgain: { by: "action" },
  trying: ["action is queued again", "actions are queued again"],
  ways: (cause) => [
    advice("once fixed, if it is still to be done: {}", reprocessRemedy(cause)),
    advice("settled without it: {}", {
      remedy: "decide-action",
      verbs: ["skip"],
      action: cause.example.number,
    }),
  ],
  statements: (sql) => actionsIn(sql, "failed"),
  describe: failedAction,
};
