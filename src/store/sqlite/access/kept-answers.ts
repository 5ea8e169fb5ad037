import type { AccessStore, KeptAnswer } from "../../port/access-store.ts";
import type { Connection } from "../database/connection.ts";

/** How long an answer is kept, in milliseconds. */
const keptMs = 7 * 24 * 3_600_000;

/** Answers to what was asked under a key. */
export function keptAnswers(
  connection: Connection,
): Pick<AccessStore, "keepAnswer" | "keptAnswer"> {
  const { db } = connection;
  const insert = db.prepare(
    `INSERT INTO kept_answers (actor, key, request, status, body, at)
     VALUES (@actor, @key, @request, @status, @body, @at)
     ON CONFLICT (actor, key) DO UPDATE SET request = @request, status = @status, body = @body, at = @at`,
  );
  const forget = db.prepare<[number]>("DELETE FROM kept_answers WHERE at < ?");
  const find = db.prepare<[string, string, number], KeptAnswer>(
    `SELECT lower(hex(request)) AS request, status, body FROM kept_answers
     WHERE actor = ? AND key = ? AND at >= ?`,
  );
  return {
    keepAnswer: ({ request, ...given }) =>
      connection.write(() => {
        const at = connection.now();
        forget.run(at - keptMs);
        insert.run({ ...given, request: Buffer.from(request, "hex"), at });
      }),
    keptAnswer: ({ actor, key }) =>
      connection.read(() => find.get(actor, key, connection.now() - keptMs) ?? null),
  };
}
