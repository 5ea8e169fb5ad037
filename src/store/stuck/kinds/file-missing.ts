import { causeOf } from "../../../core/stuck/cause.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { dismiss, type StuckKindRow } from "../kind-row.ts";
import { grouped } from "../stuck-sql.ts";

declare module "../../../core/stuck/stuck-kind.ts" {
  interface StuckKinds {
    readonly "file-missing": true;
  }
}

interface MissingFileRow {
  readonly number: number;
  readonly expectation: string;
  readonly since: number;
}

/** A file that is due by a calendar and was not received. */
export const fileMissing: StuckKindRow<MissingFileRow> = {
  noun: "expected",
  title: "missing",
  meaning: "A file that a calendar says was to come did not.",
  retries: "no",
  notice: { level: "work", isAwaited: true },
  tryAgain: {
    by: "person",
    advise: ({ item }) =>
      advice("ask for the file, or dismiss it: {}", { remedy: "dismiss-item", item }),
  },
  trying: ["file has to come from its sender", "files have to come from their senders"],
  ways: (cause) => [
    advice("clears itself when the file arrives; ask for it, or: {}", dismiss(cause)),
  ],
  statements: ({ inKeys }) => {
    const rows = (which: string) => `
      SELECT id AS number, expectation, due_at AS since, expectation AS same FROM expected_files
      WHERE ${which} AND state = 'missing'`;
    return {
      among: "expected_files WHERE state = 'missing'",
      keys: "SELECT id FROM expected_files WHERE state = 'missing' AND id > ? ORDER BY id LIMIT ?",
      rows: `${rows(`id ${inKeys}`)} ORDER BY id`,
      groups: grouped(rows("TRUE")),
    };
  },
  describe: ({ number, expectation, since }) => ({
    number,
    item: `expected ${number}`,
    cause: causeOf("file-missing", expectation),
    file: null,
    message: null,
    since,
    name: expectation,
    reason: `${expectation}: the file due at ${new Date(since).toISOString()} has not come.`,
  }),
};
