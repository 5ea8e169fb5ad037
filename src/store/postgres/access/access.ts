import type { Credential, CredentialKind, LogInUser } from "../../../core/access/access.ts";
import type { AccessStore, NewPerson } from "../../port/access-store.ts";
import type { Connection } from "../database/connection.ts";
import { audit } from "./audit.ts";
import { keptAnswers } from "./kept-answers.ts";

type Stored<Of extends { readonly personal: boolean }> = Omit<Of, "personal"> & {
  readonly personal: number;
};

const columns = `id, kind, name, role, personal, made_at AS "madeAt", made_by AS "madeBy", ends_at AS "endsAt",
  used_at AS "usedAt", ended_at AS "endedAt", ended_by AS "endedBy"`;

const personColumns = `name, role, personal, made_at AS "madeAt", made_by AS "madeBy"`;

/** Who may ask over HTTP, and what they asked. */
export function access(connection: Connection): AccessStore {
  return {
    ...credentials(connection),
    ...people(connection),
    ...audit(connection),
    ...keptAnswers(connection),
  };
}

type CredentialVerbs = Pick<AccessStore, "add" | "find" | "credentials" | "use" | "end">;

function credentials(connection: Connection): CredentialVerbs {
  const { db } = connection;
  const insert = db.prepare<[object]>(
    `INSERT INTO credentials (kind, name, hash, role, personal, made_at, made_by, ends_at)
     VALUES (@kind, @name, @hash, @role, @personal, @at, @by, @endsAt) RETURNING id`,
  );
  const byId = db.prepare<[number], Stored<Credential>>(
    `SELECT ${columns} FROM credentials WHERE id = ?`,
  );
  const byHash = db.prepare<[Buffer], Stored<Credential>>(
    `SELECT ${columns} FROM credentials WHERE hash = ?`,
  );
  const open = db.prepare<[CredentialKind], Stored<Credential>>(
    `SELECT ${columns} FROM credentials WHERE kind = ? AND ended_at IS NULL ORDER BY id`,
  );
  const used = db.prepare<[object]>(
    "UPDATE credentials SET used_at = @at, ends_at = @endsAt WHERE id = @id",
  );
  const end = db.prepare<[object]>(
    "UPDATE credentials SET ended_at = @at, ended_by = @by WHERE id = @id AND ended_at IS NULL",
  );
  const written = async (id: number): Promise<Credential> => {
    const row = await byId.get(id);
    if (row === undefined) throw new Error("A credential is gone within its transaction");
    return whole(row);
  };
  return {
    add: ({ hash, personal, ...given }) =>
      connection.write(async () => {
        const kept = { ...given, hash: Buffer.from(hash, "hex"), personal: Number(personal) };
        const { lastInsertRowid } = await insert.run({ ...kept, at: connection.now() });
        return written(lastInsertRowid);
      }),
    find: (hash) =>
      connection.read(async () => wholeOrNull(await byHash.get(Buffer.from(hash, "hex")))),
    credentials: (kind) =>
      connection.read(async () => (await open.all(kind)).map((row) => whole(row))),
    use: ({ id, endsAt }) =>
      connection.write(async () => void (await used.run({ id, endsAt, at: connection.now() }))),
    end: ({ id, by }) =>
      connection.write(async () => {
        const { changes } = await end.run({ id, by, at: connection.now() });
        return changes === 0 ? null : written(id);
      }),
  };
}

type PersonVerbs = Pick<AccessStore, "setPerson" | "person" | "people" | "removePerson">;

function people(connection: Connection): PersonVerbs {
  const { db } = connection;
  const put = db.prepare<[object]>(
    `INSERT INTO people (name, password, role, personal, made_at, made_by)
     VALUES (@name, @password, @role, @personal, @at, @by)
     ON CONFLICT (name) DO UPDATE SET password = @password, role = @role, personal = @personal,
       made_at = @at, made_by = @by`,
  );
  const find = db.prepare<[string], Stored<LogInUser> & Pick<NewPerson, "password">>(
    `SELECT ${personColumns}, password FROM people WHERE name = ?`,
  );
  const all = db.prepare<[], Stored<LogInUser>>(
    `SELECT ${personColumns} FROM people ORDER BY name`,
  );
  const remove = db.prepare<[string]>("DELETE FROM people WHERE name = ?");
  const endSessions = db.prepare<[object]>(
    `UPDATE credentials SET ended_at = @at, ended_by = @by
     WHERE kind IN ('session', 'link') AND name = @name AND ended_at IS NULL`,
  );
  return {
    setPerson: ({ personal, ...given }) =>
      connection.write(async () => {
        const at = connection.now();
        await endSessions.run({ name: given.name, by: given.by, at });
        await put.run({ ...given, personal: Number(personal), at });
      }),
    person: (name) =>
      connection.read(async () => {
        const row = await find.get(name);
        return row === undefined ? null : whole(row);
      }),
    people: () => connection.read(async () => (await all.all()).map((row) => whole(row))),
    removePerson: ({ name, by }) =>
      connection.write(async () => {
        await endSessions.run({ name, by, at: connection.now() });
        return (await remove.run(name)).changes > 0;
      }),
  };
}

function whole<Of extends { readonly personal: number }>(row: Of) {
  return { ...row, personal: row.personal === 1 };
}

function wholeOrNull(row: Stored<Credential> | undefined): Credential | null {
  return row === undefined ? null : whole(row);
}
