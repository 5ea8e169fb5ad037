import type { ExpectedFile, ExpectedMoment } from "../../../core/process/expected.ts";
import type { ExpectedStore } from "../../port/expected/expected-store.ts";
import { expectedSender, type SoughtFile } from "../../rows/expected-sender.ts";
import type { Connection } from "../database/connection.ts";

/** The first active file, after a given one, of a flow and sender, that was not counted for another moment. */
const selectExpectedFile = `
  SELECT f.id FROM files f JOIN envelope_keys j ON j.id = f.envelope_key
  WHERE f.id > @after AND f.state = 'recorded' AND j.flow = @flow
    AND (@participant::text IS NULL OR j.from_participant = @participant)
    AND (@role::text IS NULL OR j.from_role = @role)
    AND NOT EXISTS (SELECT 1 FROM expected_files x WHERE x.expectation = @name AND x.file = f.id)
  ORDER BY f.id LIMIT 1`;

/** The newest file recorded by a moment. */
const selectNewestBy = "SELECT id FROM files WHERE recorded_at <= ? ORDER BY id DESC LIMIT 1";

const columns = `id, expectation, due_at AS "dueAt", state, file`;

type LastRow = ExpectedMoment & { readonly nextAfter: number };
/** Files that a calendar says are to come. */
export function expectedFiles(connection: Connection): ExpectedStore {
  const { db } = connection;
  const last = db.prepare<[string], LastRow>(
    `SELECT ${columns}, next_after AS "nextAfter" FROM expected_files
     WHERE expectation = ? ORDER BY due_at DESC LIMIT 1`,
  );
  const insert = db.prepare<[string, number, string, number, number, number | null]>(
    `INSERT INTO expected_files (expectation, due_at, state, after_file, next_after, file)
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const at = db.prepare<[string, number], ExpectedMoment>(
    `SELECT ${columns} FROM expected_files WHERE expectation = ? AND due_at = ?`,
  );
  const find = db.prepare<[SoughtFile], number>(selectExpectedFile).pluck();
  const newestBy = db.prepare<[number], number>(selectNewestBy).pluck();
  const missing = db.prepare<[], { id: number; expectation: string; after: number }>(
    `SELECT id, expectation, after_file AS after FROM expected_files
     WHERE state = 'missing' ORDER BY due_at`,
  );
  const came = db.prepare<[number, number]>(
    "UPDATE expected_files SET state = 'came', file = ? WHERE id = ?",
  );

  const lookFor = async (expected: ExpectedFile, after: number) =>
    (await find.get({
      ...expectedSender(expected),
      name: expected.name,
      flow: expected.flow,
      after,
    })) ?? null;

  return {
    last: (expectation) =>
      connection.read(async () => {
        const row = await last.get(expectation);
        if (row === undefined) return null;
        const { nextAfter: _, ...moment } = row;
        return moment;
      }),
    begin: ({ expectation, now }) =>
      connection.write(async () => {
        const newest = (await newestBy.get(now)) ?? 0;
        await insert.run(expectation, now, "began", newest, newest, null);
      }),
    settle: ({ expected, dueAt }) =>
      connection.write(async () => {
        const after = (await last.get(expected.name))?.nextAfter ?? 0;
        const nextAfter = Math.max(after, (await newestBy.get(dueAt)) ?? 0);
        const found = await lookFor(expected, after);
        const state = found === null ? "missing" : "came";
        await insert.run(expected.name, dueAt, state, after, nextAfter, found);
        const noted = await at.get(expected.name, dueAt);
        if (noted === undefined) throw new Error("an expected file was not noted");
        return noted;
      }),
    recheck: (expected) =>
      connection.write(async () => {
        const byName = new Map(expected.map((one) => [one.name, one]));
        let late = 0;
        for (const { id, expectation, after } of await missing.all()) {
          const wanted = byName.get(expectation);
          const found = wanted === undefined ? null : await lookFor(wanted, after);
          if (found === null) continue;
          await came.run(found, id);
          late += 1;
        }
        return late;
      }),
  };
}
