import type { StuckCounts, StuckFilter, StuckItem } from "../../../core/stuck/stuck.ts";
import type { CountLimit } from "../../../core/text/capped-count.ts";
import type { StuckStore } from "../../port/stuck-store.ts";
import { upTo } from "../../rows/listed.ts";
import { causesInOrder, type StuckCause, stuckCauses } from "../../stuck/stuck-causes.ts";
import { isFailing, stuckKinds } from "../../stuck/stuck-kinds.ts";
import { isWanted, type StuckSource, stuckSourcesIn } from "../../stuck/stuck-source.ts";
import type { Connection } from "../database/connection.ts";
import { countUpTo, rowsUpTo, type UpTo } from "../database/count-up-to.ts";
import { keysPerPage, listing } from "../database/listing.ts";
import { isDamage } from "../database/store-error.ts";
import { CauseGroups, type PreparedSource } from "./group-causes.ts";
import { type AddNotes, selectDismissed, stuckNotes } from "./notes.ts";
import { sqliteStuckSql } from "./stuck-sql.ts";

/** The kinds as SQLite finds them. */
export const stuckSources = stuckSourcesIn(sqliteStuckSql);

/** Counting what is stuck. */
function counting(
  { db }: Connection,
  sources: readonly PreparedSource[],
): (limit: CountLimit) => StuckCounts {
  const total = db.prepare<[UpTo], number>(countStuck).pluck();
  const failing = db.prepare<[UpTo], number>(countFailing).pluck();
  const dismissedOnce = db.prepare<[string, number, number], number>(selectDismissed).pluck();

  /** Exact, since an item that is stuck for another cause by now is dismissed no longer. */
  function dismissedNow({ source, itemsAt }: PreparedSource): number {
    let count = 0;
    for (let after: number | undefined = 0; after !== undefined; ) {
      const keys: number[] = dismissedOnce.all(source.kind, after, keysPerPage);
      count += itemsAt(keys).filter(({ dismissed }) => dismissed !== null).length;
      after = keys.at(-1);
    }
    return count;
  }

  return (limit) => {
    const dismissed = sources
      .filter(({ source }) => !isFailing(source.kind))
      .reduce((sum, source) => sum + dismissedNow(source), 0);
    const { upTo } = limit;
    // Those dismissed are counted with the others: as many more are looked at.
    const most = rowsUpTo(upTo === undefined ? limit : { upTo: upTo + dismissed });
    const open = (total.get(most) ?? 0) - dismissed;
    const again = failing.get(rowsUpTo(limit)) ?? 0;
    const atMost = upTo === undefined ? Number.POSITIVE_INFINITY : upTo + 1;
    return { stuck: Math.min(open, atMost), dismissed, failing: Math.min(again, atMost) };
  };
}

/** What needs a person, and what people said about it. */
export function stuckItems(
  connection: Connection,
): StuckStore & { stuckCounts(limit: CountLimit): StuckCounts } {
  const notes = stuckNotes(connection);
  const sources = stuckSources.all.map((source) => prepare(connection, source, notes.addTo));
  const dismissedOnce = connection.db
    .prepare<[string, number, number], number>(selectDismissed)
    .pluck();

  async function* listed(filter: StuckFilter): AsyncGenerator<StuckItem> {
    const { kinds = stuckKinds, after } = filter;
    const start = after === undefined ? 0 : stuckKinds.indexOf(after.kind);
    for (const { source, keysAfter, itemsAt } of sources.slice(start)) {
      if (!kinds.includes(source.kind)) continue;
      const from = source.kind === after?.kind ? after.number : 0;
      yield* listing(
        connection,
        `stuck item ${source.kind}`,
        (last) => {
          const behind = Math.max(last, from);
          // Few of what is stuck was ever dismissed: the others need not be read.
          return filter.dismissed === "only"
            ? dismissedOnce.all(source.kind, behind, keysPerPage)
            : keysAfter(behind);
        },
        (keys) => itemsAt(keys).filter((item) => isWanted(item, filter)),
      );
    }
  }

  const grouping = sources.map((prepared) => ({
    kind: prepared.source.kind,
    groups: new CauseGroups(connection, prepared, notes),
  }));

  /** Where rows are damaged the others are grouped one by one, and the damage is noted. */
  async function causesOf({ kind, groups }: (typeof grouping)[number]): Promise<StuckCause[]> {
    try {
      return await connection.read(() => groups.all());
    } catch (error) {
      if (!isDamage(error)) throw error;
      return stuckCauses(listed({ kinds: [kind], dismissed: true }));
    }
  }

  const { note, notesOfCause, said, movedMessage } = notes;
  return {
    ...{ note, notesOfCause, said, movedMessage },
    async causes() {
      const found: StuckCause[] = [];
      for (const one of grouping) found.push(...(await causesOf(one)));
      return causesInOrder(found);
    },
    stuckCounts: counting(connection, sources),
    list: (filter = {}) => upTo(listed(filter), filter.limit),
    at: (keys) =>
      connection.read(() =>
        sources.flatMap(({ source, itemsAt }) => {
          const own = keys.filter(({ kind }) => kind === source.kind);
          return own.length === 0 ? [] : itemsAt(own.map(({ number }) => number));
        }),
      ),
  };
}

/** How many things are stuck, those dismissed included. */
export const countStuck = sumOf(stuckSources.needingPeople);

/** How many things failed and are retried automatically. */
const countFailing = sumOf(stuckSources.retried);

function sumOf(sources: readonly StuckSource[]): string {
  return `SELECT ${sources.map(({ among }) => `(${countUpTo(among)})`).join(" + ")}`;
}

function prepare({ db }: Connection, source: StuckSource, addNotes: AddNotes): PreparedSource {
  const keys = db.prepare<[number, number], number>(source.keys).pluck();
  const rows = db.prepare<[string]>(source.rows);
  return {
    source,
    keysAfter: (after) => keys.all(after, keysPerPage),
    itemsAt: (some) =>
      some.length === 0
        ? []
        : addNotes(
            source.kind,
            rows.all(JSON.stringify(some)).map((row) => source.describe(row)),
          ),
  };
}
