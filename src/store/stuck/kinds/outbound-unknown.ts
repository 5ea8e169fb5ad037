import { advice, type Remedy } from "../../../core/stuck/remedy.ts";
import type { ItemOfKind, StuckKindRow } from "../kind-row.ts";
import { outboundIn, type StuckOutboundRow, unknownOutbound } from "../nouns/of-outbound.ts";

declare module "../../../core/stuck/stuck-kind.ts" {
  interface StuckKinds {
    readonly "outbound-unknown": true;
  }
}

/** A file or e-mail of which it is unknown whether it arrived. */
export const outboundUnknown: StuckKindRow<StuckOutboundRow> = {
  noun: "outbound",
  title: "unknown",
  meaning: "Nobody can tell whether the file or e-mail was delivered.",
  retries: "no",
  notice: { level: "urgent", isAwaited: false },
  tryAgain: {
    by: "person",
    advise: (item) => advice("ask whether it came, then: {}", decideOn(item)),
  },
  trying: ["file waits for a person's word", "files wait for a person's word on each"],
  ways: ({ example }) => [advice("ask whether it came, then: {}", decideOn(example))],
  statements: (sql) => outboundIn(sql, "unknown"),
  describe: unknownOutbound,
};

function decideOn({ number }: ItemOfKind): Remedy {
  return { remedy: "decide-outbound", verbs: ["confirm", "retry"], outbound: number };
}
