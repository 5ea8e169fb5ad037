import Database from "better-sqlite3";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { Connection } from "../../src/store/sqlite/database/connection.ts";
import { eventRows } from "../../src/store/sqlite/events/event-rows.ts";
import { goesBy } from "../../src/store/sqlite/events/goes-by.ts";
import { selectStandingEvents } from "../../src/store/sqlite/events/restate.ts";
import { revisionRows } from "../../src/store/sqlite/events/revision-rows.ts";
import { selectFreshEvents, selectHistory } from "../../src/store/sqlite/processes/builds.ts";
import { Library } from "./library.ts";

const lent = { what: "lent", dueBack: "5000000", reminders: "yes" } as const;
const ann = { actor: "Ann", reason: "sent by mistake" };

/** What another program does once, right after a statement of ours has read. */
const meanwhile = new Map<string, () => void>();

beforeEach(() => {
  meanwhile.clear();
  const prepare = Database.prototype.prepare;
  const spy = vi.spyOn(Database.prototype, "prepare").mockImplementation(function prepared(
    this: Database.Database,
    sql: string,
  ) {
    const statement: Database.Statement = prepare.call(this, sql);
    const all = statement.all.bind(statement);
    statement.all = (...parameters) => {
      const rows = all(...parameters);
      const act = meanwhile.get(sql);
      meanwhile.delete(sql);
      act?.();
      return rows;
    };
    return statement;
  });
  onTestFinished(() => spy.mockRestore());
});

/** Another program that declares an event void as soon as ours has read with a statement. */
function voidAfter(sql: string, { path }: Library, event: number): void {
  const db = new Database(path);
  onTestFinished(() => void db.close());
  const other = new Connection(db, { path, busyMs: 0, now: () => 1_000_000 });
  const events = eventRows(other);
  const rows = revisionRows(other, events, goesBy(other, events));
  meanwhile.set(sql, () => {
    db.transaction(() => rows.voidEvent(event, { ...ann, at: 1_000_000 })).immediate();
  });
}

describe("an event that another program declares void while it is being read", () => {
  it("is built no longer, and nothing is done because of it", async () => {
    const library = await Library.open();
    await library.tell("Emma", 100, lent);
    await library.build();
    await library.tell("Emma", 200, { what: "prolonged" });
    voidAfter(selectFreshEvents, library, 2);
    await library.build();
    expect(library.builds()[0]).toMatchObject({ state: { told: ["lent"] } });
    expect(library.ledger()).toEqual([]);
    await library.store.revisions.unvoid({ seq: 2, changedBy: ann });
    await library.build();
    expect(library.ledger()).toMatchObject([{ event: 2, name: "remind", state: "planned" }]);
  });

  it("is not what a command is decided on", async () => {
    const library = await Library.open();
    await library.tell("Emma", 100, lent);
    voidAfter(selectHistory, library, 1);
    const basis = await library.store.commands.basis({ processType: "loan", key: "Emma" });
    const request = {
      key: "k",
      name: "do_extend",
      processType: "loan",
      processKey: "Emma",
      data: "{}",
      actor: "Ann",
    };
    expect(
      await library.store.commands.keep({
        request,
        outcome: { outcome: "recorded" },
        events: [],
        basis,
      }),
    ).toBeNull();
  });

  it("is not what a file read again is compared with", async () => {
    const library = await Library.open();
    const file = await library.tell("Emma", 100, lent);
    voidAfter(selectStandingEvents, library, 1);
    const { revision } = await library.store.restatements.messages({
      file,
      fromLine: 0,
      toLine: 10,
    });
    const changes = [{ kind: "void", event: 1 }] as const;
    expect(
      await library.store.restatements.record({
        file,
        changes,
        revision,
        changedBy: ann,
        reading: null,
      }),
    ).toBe(false);
  });
});
