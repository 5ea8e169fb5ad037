import { advice } from "../../../core/stuck/remedy.ts";
import { reprocessRemedy, type StuckKindRow } from "../kind-row.ts";
import { failedOutbound, outboundIn, type StuckOutboundRow } from "../nouns/of-outbound.ts";

declare module "../../../core/stuck/stuck-kind.ts" {
  interface StuckKinds {
    readonly "outbound-failed": true;
  }
}

/** A file or e-mail that could not be delivered. */
export const outboundFailed: StuckKindRow<StuckOutboundRow> = {
  noun: "outbound",
  title: "not delivered",
  meaning: "The file or e-mail could not be delivered, and is not retried automatically.",
  retries: "no",
  notice: { level: "urgent", isAwaited: false },
  tryAgain: { by: "outbound" },
  trying: ["file is delivered again", "files are delivered again"],
  ways: (cause) => [advice("once fixed: {}", reprocessRemedy(cause))],
  statements: (sql) => outboundIn(sql, "failed"),
  describe: failedOutbound,
};
