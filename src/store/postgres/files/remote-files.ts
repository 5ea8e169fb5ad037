import type { FileState } from "../../../core/file/file.ts";
import type { KnownRemote, RemoteFileStore } from "../../port/files/remote-file-store.ts";
import type { Connection } from "../database/connection.ts";
import type { Intern } from "../database/interned.ts";

/** Finds what is known of one name at a place, and what it was recorded as. */
const selectKnownRemote = `
  SELECT r.id, r.name, r.size AS "sizeBytes", r.modified_at AS "modifiedAt", r.claim, r.kept,
         f.id AS file, f.state, encode(c.hash, 'hex') AS hash
  FROM remote_files r
  LEFT JOIN claims k ON k.text = r.claim
  LEFT JOIN files f ON f.claim = k.id AND f.tail = r.name
  LEFT JOIN content c ON c.id = f.content
  WHERE r.place = ? AND r.name = ?`;

/** Rows forgotten in one transaction. */
const forgottenAtOnce = 2_000;

interface Row extends Omit<KnownRemote, "kept" | "recorded"> {
  readonly kept: 0 | 1;
  readonly file: number | null;
  readonly state: FileState | null;
  readonly hash: string | null;
}

/** The verbs about files at partners. */
export function remoteFiles(connection: Connection, word: Intern): RemoteFileStore {
  const { db } = connection;
  const select = db.prepare<[number, string], Row>(selectKnownRemote);
  const wordOf = db.prepare<[string], number>("SELECT id FROM strings WHERE text = ?").pluck();
  const insert = db.prepare<[number, string, number | null, number | null, string, 0 | 1]>(
    `INSERT INTO remote_files (place, name, size, modified_at, claim, kept)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (place, name) DO UPDATE SET
       id = excluded.id, size = excluded.size, modified_at = excluded.modified_at, claim = excluded.claim,
       kept = excluded.kept`,
  );
  const remove = db.prepare<[number, string]>(
    "DELETE FROM remote_files WHERE place = ? AND name = ?",
  );
  const removeById = db.prepare<[number]>("DELETE FROM remote_files WHERE id = ?");
  const ids = db
    .prepare<[string, number], number>(
      `SELECT r.id FROM strings w JOIN remote_files r ON r.place = w.id
       WHERE w.text = ? AND r.id <= ?`,
    )
    .pluck();
  const last = db.prepare<[], number>("SELECT coalesce(max(id), 0) FROM remote_files").pluck();
  return {
    claim: ({ place, files }) =>
      connection.write(async () => {
        const at = await word(place);
        for (const { name, sizeBytes, modifiedAt, claim, kept } of files)
          await insert.run(at, name, sizeBytes, modifiedAt, claim, kept ? 1 : 0);
      }),
    known: ({ place, names }) =>
      connection.read(async () => {
        const known = new Map<string, KnownRemote>();
        const at = await wordOf.get(place);
        if (at === undefined) return known;
        for (const name of names) {
          const row = await select.get(at, name);
          if (row !== undefined) known.set(name, knownOf(row));
        }
        return known;
      }),
    forget: ({ place, names }) =>
      connection.write(async () => {
        const at = await word(place);
        for (const name of names) await remove.run(at, name);
      }),
    last: () => connection.read(async () => (await last.get()) ?? 0),
    forgetUnseen: async ({ place, seen, upTo }) => {
      const all = await connection.read(() => ids.all(place, upTo));
      const gone = all.filter((id) => !seen.has(id));
      for (let from = 0; from < gone.length; from += forgottenAtOnce) {
        const some = gone.slice(from, from + forgottenAtOnce);
        await connection.write(async () => {
          for (const id of some) await removeById.run(id);
        });
      }
      return gone.length;
    },
  };
}

function knownOf({ kept, file, state, hash, ...row }: Row): KnownRemote {
  const isRecorded = file !== null && state !== null && hash !== null && state !== "recording";
  return { ...row, kept: kept === 1, recorded: isRecorded ? { file, state, hash } : null };
}
