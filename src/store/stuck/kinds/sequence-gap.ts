import { senderText } from "../../../core/file/party-text.ts";
import { causeOf } from "../../../core/stuck/cause.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { dismiss, type StuckKindRow } from "../kind-row.ts";
import { grouped } from "../stuck-sql.ts";

declare module "../../../core/stuck/stuck-kind.ts" {
  interface StuckKinds {
    readonly "sequence-gap": true;
  }
}

interface SequenceGapRow {
  readonly number: number;
  readonly sender: string;
  readonly flow: string;
  readonly from: number;
  readonly to: number;
  readonly since: number;
}

/** Numbers of files that a sender left out. */
export const sequenceGap: StuckKindRow<SequenceGapRow> = {
  noun: "gap",
  title: "missing",
  meaning: "Files whose numbers a sender left out did not come.",
  retries: "no",
  notice: { level: "work", isAwaited: false },
  tryAgain: {
    by: "person",
    advise: ({ item }) =>
      advice("ask for the files, or dismiss it: {}", { remedy: "dismiss-item", item }),
  },
  trying: ["gap needs files from its sender", "gaps need files from their senders"],
  ways: (cause) => [
    advice("clears itself when the file arrives; ask for it, or: {}", dismiss(cause)),
  ],
  statements: (sql) => {
    const rows = (which: string) => `
      SELECT g.id AS number, s.text AS sender, f.text AS flow, g.from_number AS "from",
             g.to_number AS "to", g.since, ${sql.array("g.sender", "g.flow")} AS same
      FROM sequence_gaps g ${sql.thenJoin} strings s ON s.id = g.sender
      JOIN strings f ON f.id = g.flow
      WHERE ${which}`;
    return {
      among: "sequence_gaps",
      keys: "SELECT id FROM sequence_gaps WHERE id > ? ORDER BY id LIMIT ?",
      rows: `${rows(`g.id ${sql.inKeys}`)} ORDER BY g.id`,
      groups: grouped(rows("TRUE")),
    };
  },
  describe: ({ number, sender, flow, from, to, since }) => {
    const missing = from === to ? `File number ${from} is` : `Files numbered ${from} to ${to} are`;
    return {
      number,
      item: `gap ${number}`,
      cause: causeOf("sequence-gap", `files of ${flow} from ${senderText(sender)} are missing`),
      file: null,
      message: null,
      since,
      name: `${sender} ${flow}`,
      reason: `${missing} missing, and later ones of ${flow} from ${senderText(sender)} are here.`,
    };
  },
};
