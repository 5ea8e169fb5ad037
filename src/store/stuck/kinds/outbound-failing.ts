import { advice } from "../../../core/stuck/remedy.ts";
import { failedSoFar } from "../found-stuck.ts";
import { reprocessRemedy, type StuckKindRow } from "../kind-row.ts";
import {
  failedOutbound,
  type RetriedOutboundRow,
  retriedFiles,
  withQueue,
} from "../nouns/of-outbound.ts";

declare module "../../../core/stuck/stuck-kind.ts" {
  interface StuckKinds {
    readonly "outbound-failing": true;
  }
}

/** A file or e-mail whose delivery is retried automatically, for the cause that it would be stuck for. */
export const outboundFailing: StuckKindRow<RetriedOutboundRow> = {
  noun: "outbound",
  title: "not delivered yet",
  meaning: "The last attempt failed, and there is another at its time.",
  retries: "by-itself",
  notice: null,
  tryAgain: { by: "outbound" },
  trying: ["file is tried at once", "files are tried at once"],
  ways: (cause) => [
    advice("retried automatically; to retry now, once fixed: {}", reprocessRemedy(cause)),
  ],
  statements: (sql) =>
    retriedFiles(sql, {
      wanted: `${sql.fileBefore("o")} IS NULL`,
      columns: `${sql.array("o.channel", "o.problem")} AS same`,
      retryAt: '"retryAt"',
    }),
  describe: ({ retryAt, tries, ...row }) => {
    const { reason, ...found } = failedOutbound({ ...row, queued: 0 });
    const tried = `${reason} (${failedSoFar(tries)})`;
    return { ...found, reason: withQueue(tried, row.queued), retryAt };
  },
};
