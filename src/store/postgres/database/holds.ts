import type { Hold, HoldScope } from "../../../core/hold/hold.ts";
import type { HoldStore } from "../../port/hold-store.ts";
import type { Connection } from "./connection.ts";

const columns = "id, stage, channel, type, name, actor, reason, at AS since";

/** The holds that are on. */
const selectHolds = `SELECT ${columns} FROM holds WHERE released_at IS NULL ORDER BY id`;

/** The hold of a scope that is on. */
const selectHold = `
  SELECT ${columns} FROM holds
  WHERE released_at IS NULL AND stage = @stage AND coalesce(channel, '') = coalesce(@channel, '')
    AND coalesce(type, '') = coalesce(@type, '') AND coalesce(name, '') = coalesce(@name, '')`;

interface NewHold extends HoldScope {
  readonly actor: string;
  readonly reason: string;
  readonly at: number;
}

/** Reads the holds that are on, within a read or a write. */
export function holdsOn({ db }: Connection): () => Promise<readonly Hold[]> {
  const all = db.prepare<[], Hold>(selectHolds);
  return () => all.all();
}

/** What people hold. */
export function holds(connection: Connection): HoldStore {
  const { db } = connection;
  const on = holdsOn(connection);
  const find = db.prepare<[HoldScope], Hold>(selectHold);
  const put = db.prepare<[NewHold]>(
    `INSERT INTO holds (stage, channel, type, name, actor, reason, at)
     VALUES (@stage, @channel, @type, @name, @actor, @reason, @at)`,
  );
  const takeOff = db.prepare<[string, string, number, number]>(
    "UPDATE holds SET released_by = ?, released_reason = ?, released_at = ? WHERE id = ?",
  );
  return {
    place: ({ scope, actor, reason }) =>
      connection.write(async () => {
        if ((await find.get(scope)) === undefined)
          await put.run({ ...scope, actor, reason, at: await connection.stamp() });
        const hold = await find.get(scope);
        if (hold === undefined) throw new Error("A hold is gone within its transaction");
        return hold;
      }),
    release: ({ scope, actor, reason }) =>
      connection.write(async () => {
        const hold = (await find.get(scope)) ?? null;
        if (hold !== null) await takeOff.run(actor, reason, await connection.stamp(), hold.id);
        return hold;
      }),
    list: () => connection.read(on),
  };
}
