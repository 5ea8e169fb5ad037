import type { Brake, BrakeScope } from "../../../core/hold/brake.ts";
import type { HoldStore } from "../../port/hold-store.ts";
import type { Connection } from "./connection.ts";

const columns = "id, stage, channel, type, name, actor, reason, at AS since";

/** The brakes that are on. */
const selectBrakes = `SELECT ${columns} FROM brakes WHERE released_at IS NULL ORDER BY id`;

/** The brake of a scope that is on. */
export const selectBrake = `
  SELECT ${columns} FROM brakes
  WHERE released_at IS NULL AND stage = @stage AND ifnull(channel, '') = ifnull(@channel, '')
    AND ifnull(type, '') = ifnull(@type, '') AND ifnull(name, '') = ifnull(@name, '')`;

interface NewBrake extends BrakeScope {
  readonly actor: string;
  readonly reason: string;
  readonly at: number;
}

/** Reads the brakes that are on, within a read or a write. */
export function brakesOn({ db }: Connection): () => readonly Brake[] {
  const all = db.prepare<[], Brake>(selectBrakes);
  return () => all.all();
}

/** What people hold. */
export function brakes(connection: Connection): HoldStore {
  const { db } = connection;
  const on = brakesOn(connection);
  const find = db.prepare<[BrakeScope], Brake>(selectBrake);
  const put = db.prepare<[NewBrake]>(
    `INSERT INTO brakes (stage, channel, type, name, actor, reason, at)
     VALUES (@stage, @channel, @type, @name, @actor, @reason, @at)`,
  );
  const takeOff = db.prepare<[string, string, number, number]>(
    "UPDATE brakes SET released_by = ?, released_reason = ?, released_at = ? WHERE id = ?",
  );
  return {
    place: ({ scope, actor, reason }) =>
      connection.write(() => {
        if (find.get(scope) === undefined)
          put.run({ ...scope, actor, reason, at: connection.stamp() });
        const brake = find.get(scope);
        if (brake === undefined) throw new Error("A brake is gone within its transaction");
        return brake;
      }),
    release: ({ scope, actor, reason }) =>
      connection.write(() => {
        const brake = find.get(scope) ?? null;
        if (brake !== null) takeOff.run(actor, reason, connection.stamp(), brake.id);
        return brake;
      }),
    list: () => connection.read(on),
  };
}
