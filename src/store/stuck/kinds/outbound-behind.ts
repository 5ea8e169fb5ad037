import { type FileBefore, sayBefore, settleBefore } from "../../../core/outbound/file-before.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { reprocessRemedy, type StuckKindRow } from "../kind-row.ts";
import {
  failedOutbound,
  type RetriedOutboundRow,
  retriedFiles,
  unknownOutbound,
} from "../nouns/of-outbound.ts";

declare module "../../../core/stuck/stuck-kind.ts" {
  interface StuckKinds {
    readonly "outbound-behind": true;
  }
}

interface OutboundBehindRow extends RetriedOutboundRow {
  readonly behind: number;
  readonly nameBefore: string;
  readonly stateBefore: FileBefore["state"];
  readonly onHoldBefore: 0 | 1;
  readonly problemBefore: string | null;
}

/** A file that waits for another of its queue, for the cause that keeps that one. */
export const outboundBehind: StuckKindRow<OutboundBehindRow> = {
  noun: "outbound",
  title: "waiting for another",
  meaning: "A file of its queue before it has to go first.",
  retries: "behind-another",
  notice: null,
  tryAgain: { by: "outbound" },
  trying: [
    "file is tried once the one before it has gone",
    "files are tried once those before them have gone",
  ],
  ways: (cause) => {
    const { behind } = cause.example;
    return [behind === undefined ? advice("{}", reprocessRemedy(cause)) : settleBefore(behind)];
  },
  statements: (sql) =>
    retriedFiles(sql, {
      wanted: `${sql.fileBefore("o")} IS NOT NULL`,
      columns: `b.id AS behind, b.name AS "nameBefore", b.state AS "stateBefore",
        b.on_hold AS "onHoldBefore", b.problem AS "problemBefore",
        ${sql.array("o.channel", "b.state = 'unknown'", "b.problem")} AS same`,
      join: `JOIN outbound b ON b.id = ${sql.fileBefore("o")}`,
    }),
  describe: (all) => {
    const { behind, nameBefore, stateBefore, onHoldBefore, problemBefore, ...row } = all;
    const before = {
      id: behind,
      name: nameBefore,
      state: stateBefore,
      onHold: onHoldBefore === 1,
      problem: problemBefore,
    };
    const found = stateBefore === "unknown" ? unknownOutbound : failedOutbound;
    const { cause } = found({ ...row, problem: problemBefore ?? "no reason was recorded" });
    return { ...found(row), cause, reason: sayBefore(before), behind: before };
  },
};
