import type { StuckItem } from "../../../core/stuck/stuck.ts";
import {
  beginCause,
  type CauseDraft,
  type CauseGroup,
  groupName,
  joinGroup,
} from "../../rules/stuck/cause-groups.ts";
import type { FoundStuck } from "../../stuck/found-stuck.ts";
import type { StuckCause } from "../../stuck/stuck-causes.ts";
import type { StuckSource } from "../../stuck/stuck-source.ts";
import type { Connection } from "../database/connection.ts";
import { mapInTurn } from "../database/in-turn.ts";
import { keysPerPage, type RowsByKeys } from "../database/listing.ts";
import { type Notes, selectAssigned, selectDismissed } from "./notes.ts";

/** A source with its statements. */
export interface PreparedSource {
  readonly source: StuckSource;
  keysAfter(after: number): Promise<number[]>;
  readonly itemsAt: RowsByKeys<StuckItem>;
}

/**
 * Groups what is stuck of a kind by its cause, in the order of numbers: rows of one cause are counted by the
 * database, and only one of each group is read. Notes of people on items are looked at one by one: on few
 * was any written.
 */
export class CauseGroups {
  readonly #prepared: PreparedSource;
  readonly #notes: Notes;
  readonly #statements: ReturnType<typeof statementsOf>;

  constructor(connection: Connection, prepared: PreparedSource, notes: Notes) {
    this.#prepared = prepared;
    this.#notes = notes;
    this.#statements = statementsOf(connection, prepared.source);
  }

  /** Within a read only. */
  async all(): Promise<StuckCause[]> {
    const drafts = await this.#drafts();
    if (drafts.size === 0) return [];
    await this.#countDismissed(drafts);
    const people = await this.#assignees(drafts);
    return await mapInTurn([...drafts.values()], async ({ assigned, ...draft }) => {
      const { id, count, example } = draft;
      const all = new Set(people.get(id));
      const common = assigned < count + draft.dismissed ? await this.#notes.assigneeOf(id) : null;
      if (common !== null) all.add(common);
      const open = example.dismissed !== null && count > 0 ? await this.#firstOpen(id) : null;
      return { ...draft, assignees: [...all].sort(), example: open ?? example };
    });
  }

  async #drafts(): Promise<Map<string, CauseDraft>> {
    const all = await this.#statements.groups.all();
    const examples = await this.#examples(all);
    const drafts = new Map<string, CauseDraft>();
    for (const group of all.toSorted((a, b) => a.number - b.number)) {
      const found = examples.get(groupName(group));
      if (found === undefined) continue;
      const known = drafts.get(found.cause.id);
      if (known !== undefined) joinGroup(known, group);
      else {
        const [example] = await this.#notes.addTo(this.#prepared.source.kind, [found]);
        if (example !== undefined) drafts.set(found.cause.id, beginCause(example, group));
      }
    }
    return drafts;
  }

  /** One of each group, by the group. */
  async #examples(all: readonly CauseGroup[]): Promise<ReadonlyMap<string, FoundStuck>> {
    const found = new Map<string, FoundStuck>();
    for (let start = 0; start < all.length; start += keysPerPage) {
      const some = all.slice(start, start + keysPerPage).map(({ number }) => number);
      for (const row of await this.#statements.rows.all(JSON.stringify([...new Set(some)])))
        found.set(groupName(row), this.#prepared.source.describe(row));
    }
    return found;
  }

  async #countDismissed(drafts: ReadonlyMap<string, CauseDraft>): Promise<void> {
    for await (const item of this.#spokenOf(this.#statements.dismissed)) {
      const draft = drafts.get(item.cause.id);
      if (draft === undefined || item.dismissed === null) continue;
      draft.dismissed += 1;
      draft.count -= 1;
    }
  }

  /** To whom items were assigned one by one, by cause. */
  async #assignees(
    drafts: ReadonlyMap<string, CauseDraft>,
  ): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const people = new Map<string, Set<string>>();
    for await (const { cause, said, assignee } of this.#spokenOf(this.#statements.assigned)) {
      const draft = drafts.get(cause.id);
      if (draft === undefined || assignee === null) continue;
      if (!said.some(({ verb }) => verb === "assign")) continue;
      draft.assigned += 1;
      people.set(cause.id, (people.get(cause.id) ?? new Set()).add(assignee));
    }
    return people;
  }

  /** The items of which something was once said, a page at a time. */
  async *#spokenOf(numbers: NumbersOfKind): AsyncGenerator<StuckItem> {
    for (let after: number | undefined = 0; after !== undefined; ) {
      const keys: number[] = await numbers.all(this.#prepared.source.kind, after, keysPerPage);
      yield* await this.#prepared.itemsAt(keys);
      after = keys.at(-1);
    }
  }

  /** The first item of a cause that nobody dismissed. */
  async #firstOpen(cause: string): Promise<StuckItem | null> {
    const { keysAfter, itemsAt } = this.#prepared;
    for (let after: number | undefined = 0; after !== undefined; ) {
      const keys: number[] = await keysAfter(after);
      const found = (await itemsAt(keys)).find(
        (one) => one.cause.id === cause && one.dismissed === null,
      );
      if (found !== undefined) return found;
      after = keys.at(-1);
    }
    return null;
  }
}

interface NumbersOfKind {
  all(kind: string, after: number, limit: number): Promise<number[]>;
}

function statementsOf({ db }: Connection, source: StuckSource) {
  const numbers = (sql: string): NumbersOfKind =>
    db.prepare<[string, number, number], number>(sql).pluck();
  return {
    groups: db.prepare<[], CauseGroup>(source.groups),
    rows: db.prepare<[string], { number: number; same: CauseGroup["same"] }>(source.rows),
    dismissed: numbers(selectDismissed),
    assigned: numbers(selectAssigned),
  };
}
