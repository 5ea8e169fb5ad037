import type { FileRecord } from "../../../core/file/file.ts";
import type { AnswerStore, JudgedAgain, JudgedUpTo } from "../../port/outbound/answer-store.ts";
import type { OutboundMessageStore } from "../../port/outbound/outbound-message-store.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys, type RowsByKeys } from "../database/listing.ts";

/** The files after one, with whether they are of one of some families. */
const selectFilesAfter = `
  SELECT f.id, f.state = 'recording' AS "isOpen", j.family IN (SELECT json_array_elements_text(@families::json)) AS "isWanted"
  FROM files f LEFT JOIN envelope_keys j ON j.id = f.envelope_key
  WHERE f.id > @after ORDER BY f.id LIMIT @limit`;

/** The next readings of kept bytes after one, and likewise the next decisions. */
const selectReadAgain = "SELECT id, file, at FROM readings WHERE id > ? ORDER BY id LIMIT ?";
/** The next decisions of persons about files after one. */
const selectDecided = "SELECT id, file, at FROM decisions WHERE id > ? ORDER BY id LIMIT ?";

/** Of some files, those of some families. */
const selectOfFamily = `
  SELECT f.id FROM files f JOIN envelope_keys j ON j.id = f.envelope_key
  WHERE f.id ${inKeys} AND j.family IN (SELECT json_array_elements_text(?::json)) AND f.state <> 'recording'`;

/** SQL: sent under an identity, or under one that begins with it and a colon, which `;` comes after. */
export const sentUnderIdentity =
  "(identity = @identity OR (identity > @identity || ':' AND identity < @identity || ';'))";

/** The data of what was sent under one. */
const selectSentAs = `SELECT data FROM outbound_messages WHERE ${sentUnderIdentity} ORDER BY id`;

interface Judged {
  readonly id: number;
  readonly file: number;
  readonly at: number;
}

interface Row {
  readonly id: number;
  readonly isOpen: 0 | 1;
  readonly isWanted: 0 | 1 | null;
}

/** Files that were judged again since they were answered. */
function answersAgain(
  connection: Connection,
  filesOf: RowsByKeys<FileRecord>,
): Pick<AnswerStore, "judgedAgain" | "answeredAgain"> {
  const { db } = connection;
  const judgedUpTo = db.prepare<[], JudgedUpTo>("SELECT reading, decision FROM answer_cursor");
  const readAgain = db.prepare<[number, number], Judged>(selectReadAgain);
  const decided = db.prepare<[number, number], Judged>(selectDecided);
  const ofFamily = db.prepare<[string, string], number>(selectOfFamily).pluck();
  const moveJudged = db.prepare<[JudgedUpTo]>(
    `UPDATE answer_cursor
     SET reading = greatest(reading, @reading), decision = greatest(decision, @decision)`,
  );

  async function judgedAgain(families: readonly string[], limit: number) {
    const from = await judgedUpTo.get();
    if (from === undefined) return { upTo: null, files: [] };
    const read = await readAgain.all(from.reading, limit);
    const settled = await decided.all(from.decision, limit);
    if (read.length + settled.length === 0) return { upTo: null, files: [] };
    const upTo = {
      reading: read.at(-1)?.id ?? from.reading,
      decision: settled.at(-1)?.id ?? from.decision,
    };
    const at = new Map<number, number>();
    for (const row of [...read, ...settled])
      at.set(row.file, Math.max(at.get(row.file) ?? 0, row.at));
    const wanted = await ofFamily.all(JSON.stringify([...at.keys()]), JSON.stringify(families));
    const files = wanted.length === 0 ? [] : await filesOf(wanted);
    return {
      upTo,
      files: files
        .filter(({ history }) => !history)
        .map((file): JudgedAgain => ({ file, at: at.get(file.id) ?? 0 })),
    };
  }

  return {
    judgedAgain: ({ families, limit }) => connection.read(() => judgedAgain(families, limit)),
    answeredAgain: (upTo) => connection.write(async () => void (await moveJudged.run(upTo))),
  };
}

/** The verbs by which files that came in are answered once. */
export function answering(
  connection: Connection,
  filesOf: RowsByKeys<FileRecord>,
): {
  readonly answers: Pick<AnswerStore, "toAnswer" | "answered" | "judgedAgain" | "answeredAgain">;
  readonly outboundMessages: Pick<OutboundMessageStore, "sentAs">;
} {
  const { db } = connection;
  const cursor = db.prepare<[], number>("SELECT file FROM answer_cursor").pluck();
  const begin = db.prepare(
    `INSERT INTO answer_cursor (one, file, reading, decision)
     SELECT 1, coalesce(max(id), 0), (SELECT coalesce(max(id), 0) FROM readings),
            (SELECT coalesce(max(id), 0) FROM decisions) FROM files`,
  );
  const move = db.prepare<[number]>("UPDATE answer_cursor SET file = greatest(file, ?)");
  const after = db.prepare<[{ families: string; after: number; limit: number }], Row>(
    selectFilesAfter,
  );
  const sent = db.prepare<[{ identity: string }], string>(selectSentAs).pluck();

  return {
    answers: {
      ...answersAgain(connection, filesOf),
      async toAnswer({ families, limit }) {
        const from = await connection.read(() => cursor.get());
        if (from === undefined) {
          await connection.write(async () => {
            if ((await cursor.get()) === undefined) await begin.run();
          });
          return { upTo: null, files: [] };
        }
        return connection.read(async () => {
          const rows = await after.all({ families: JSON.stringify(families), after: from, limit });
          const open = rows.findIndex(({ isOpen }) => isOpen === 1);
          const whole = open < 0 ? rows : rows.slice(0, open);
          const wanted = whole.filter(({ isWanted }) => isWanted === 1).map(({ id }) => id);
          const files = wanted.length === 0 ? [] : await filesOf(wanted);
          return {
            upTo: whole.at(-1)?.id ?? null,
            files: files.filter(({ history }) => !history),
          };
        });
      },
      answered: (upTo) => connection.write(async () => void (await move.run(upTo))),
    },
    outboundMessages: {
      sentAs: (identity) => connection.read(() => sent.all({ identity })),
    },
  };
}
