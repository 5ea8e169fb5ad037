import { rmSync } from "node:fs";
import { noFile } from "../../../core/refusal/no-file.ts";
import { blobOf, type KeptRow, keptPlaceOf } from "../../packs/kept-place.ts";
import { packPath } from "../../packs/pack-file.ts";
import type {
  Erasure,
  ErasureRest,
  ErasureStore,
  ScrubbedStore,
} from "../../port/erasure-store.ts";
import { noOutbound } from "../../rules/outbound-transitions.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys, keysPerPage, listing } from "../database/listing.ts";
import { erasedSinceWritten } from "../database/write-anew.ts";
import { keptColumns, keptJoins } from "../files/kept-bytes.ts";
import { erasingAll } from "./erase.ts";
import { toldOf } from "./told.ts";

const columns = `
  e.id, e.key, e.actor, e.reason, e.at, e.contents, e.whole, e.messages, e.texts, e.copies,
  e.ended_at AS "endedAt"`;

/** The last erasure that touched the bytes of a row. */
const lastErasure = (table: "files" | "outbound") => `
  SELECT ${columns}, x.whole AS "isWhole" FROM ${table} f
  LEFT JOIN erased_contents x ON x.content = f.content LEFT JOIN erasures e ON e.id = x.erasure
  WHERE f.id = ?`;

interface ErasedRow extends Erasure {
  readonly isWhole: 0 | 1 | null;
}

function erasedOf({ isWhole, ...found }: ErasedRow) {
  return isWhole === null ? null : { erasure: found, whole: isWhole === 1 };
}

/** Where the bytes of a content are. */
const selectContentBytes = `
  SELECT ${keptColumns} FROM content c ${keptJoins} WHERE c.id = ?`;

/** Erasing what is said of persons. */
export function erasure(connection: Connection, blobFolder: string): ErasureStore {
  const { db } = connection;
  const select = db.prepare<[number], KeptRow>(selectContentBytes);
  const ids = db
    .prepare<[number, number], number>("SELECT id FROM erasures WHERE id > ? ORDER BY id LIMIT ?")
    .pluck();
  const rows = db.prepare<[string], Erasure>(
    `SELECT ${columns} FROM erasures e WHERE e.id ${inKeys} ORDER BY e.id`,
  );
  const ofFile = db.prepare<[number], ErasedRow>(lastErasure("files"));
  const ofOutbound = db.prepare<[number], ErasedRow>(lastErasure("outbound"));

  return {
    about: toldOf(connection),
    erase: erasingAll(connection, blobFolder),
    scrub: scrubbing(connection),
    ...finishing(connection, blobFolder),
    async bytes(content) {
      const row = await connection.read(() => select.get(content));
      if (row === undefined) throw new Error(`There is no content ${content}`);
      const place = await keptPlaceOf(row, blobFolder);
      if ("inStore" in place) return place.inStore;
      return Buffer.concat(await Array.fromAsync(place.pieces()));
    },
    list: () =>
      listing(
        connection,
        "erasure",
        (after) => ids.all(after, keysPerPage),
        (some) => rows.all(JSON.stringify(some)),
      ),
    ofFile: (file) =>
      connection.read(async () => {
        const row = await ofFile.get(file);
        if (row === undefined) throw noFile(file);
        return erasedOf(row);
      }),
    ofOutbound: (outbound) =>
      connection.read(async () => {
        const row = await ofOutbound.get(outbound);
        if (row === undefined) throw noOutbound(outbound);
        return erasedOf(row);
      }),
  };
}

/** What is done outside the store once the store says what was erased. */
function finishing(
  connection: Connection,
  blobFolder: string,
): Pick<ErasureStore, "rest" | "settle" | "end"> {
  const { db } = connection;
  const rest = db.prepare<[], ErasureRest>(
    "SELECT id, erasure, kind, path, content FROM erasure_rest ORDER BY id",
  );
  const settled = db.prepare<[number]>("DELETE FROM erasure_rest WHERE id = ?");
  const ended = db.prepare<[number]>(
    `UPDATE erasures SET ended_at = ? WHERE ended_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM erasure_rest r WHERE r.erasure = erasures.id)`,
  );
  const isNamed = db
    .prepare<[Buffer, Buffer], number>(
      `SELECT (SELECT count(*) FROM packs WHERE hash = ?) + (SELECT count(*) FROM content c
         LEFT JOIN erased_contents x ON x.content = c.id
         WHERE c.bundle IS NULL AND coalesce(x.hash, c.hash) = ?)`,
    )
    .pluck();

  return {
    rest: () => connection.read(() => rest.all()),
    async settle({ id, kind, path }) {
      if (kind !== "copy") {
        const name = Buffer.from(path, "hex");
        const place = kind === "pack" ? packPath(blobFolder, path) : blobOf(blobFolder, path);
        if ((await connection.read(() => isNamed.get(name, name))) === 0)
          rmSync(place, { force: true });
      }
      await connection.write(async () => void (await settled.run(id)));
    },
    end: () => connection.write(async () => void (await ended.run(connection.now()))),
  };
}

/** The server makes room of what was removed usable again; whether it is overwritten is unknown. */
function scrubbing(connection: Connection): ErasureStore["scrub"] {
  const isAfter = erasedSinceWritten(connection);
  return async (): Promise<ScrubbedStore> => ({
    logIsEmpty: null,
    needsCompacting: await isAfter(),
  });
}
