import { buildFailedTitle, causeOf, valuesIn } from "../../../core/stuck/cause.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { sayDefinitionThrew } from "../../../runtime/error-stack.ts";
import { quoting } from "../found-stuck.ts";
import { reprocessRemedy, type StuckKindRow } from "../kind-row.ts";
import { grouped } from "../stuck-sql.ts";

declare module "../../../core/stuck/stuck-kind.ts" {
  interface StuckKinds {
    readonly "build-failed": true;
  }
}

interface FailedBuildRow {
  readonly number: number;
  readonly since: number;
  readonly type: string;
  readonly key: string;
  /** 0: there was no definition. */
  readonly definitionVersion: number;
  readonly error: string;
}

/** A process whose definition threw when it was built. */
export const buildFailed: StuckKindRow<FailedBuildRow> = {
  noun: "process",
  title: "not built",
  meaning: "The process cannot be built: its definition threw.",
  retries: "no",
  notice: { level: "urgent", isAwaited: false },
  tryAgain: { by: "building" },
  trying: ["process is built again", "processes are built again"],
  ways: (cause) => [advice("once fixed: {}", reprocessRemedy(cause))],
  statements: (sql) => {
    const rows = (which: string) => `
      SELECT b.process AS number, b.built_at AS since, w.text AS type, p.key,
             b.definition_version AS "definitionVersion", b.error,
             ${sql.array("p.type", "b.error")} AS same
      FROM builds b ${sql.thenJoin} processes p ON p.id = b.process JOIN strings w ON w.id = p.type
      WHERE ${which} AND b.error IS NOT NULL`;
    return {
      among: "builds WHERE error IS NOT NULL",
      keys: "SELECT process FROM builds WHERE error IS NOT NULL AND process > ? ORDER BY process LIMIT ?",
      rows: `${rows(`b.process ${sql.inKeys}`)} ORDER BY b.process`,
      groups: grouped(rows("TRUE")),
    };
  },
  describe: ({ number, since, type, key, definitionVersion, error }) => ({
    number,
    item: `process ${type}/${key}`,
    cause: causeOf("build-failed", buildFailedTitle(type, error)),
    file: null,
    message: null,
    since,
    name: key,
    ...quoting(key, ...valuesIn(error)),
    reason: definitionVersion === 0 ? error : sayDefinitionThrew(type, error),
  }),
};
