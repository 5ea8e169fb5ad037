import { hash } from "node:crypto";
import { rmSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { zstdDecompressSync } from "node:zlib";
import { errorCode } from "../../../runtime/error-message.ts";
import { blobOf } from "../../packs/kept-place.ts";
import { packFrames, packPath, packWhole } from "../../packs/pack-file.ts";
import type { ChangedBy } from "../../port/events/revision-store.ts";
import type {
  Retention,
  RetentionKind,
  RetentionPart,
  RetentionStore,
} from "../../port/retention-store.ts";
import type { Connection } from "../database/connection.ts";
import { flatMapInTurn, someInTurn } from "../database/in-turn.ts";
import { agedParts } from "./look-for-old.ts";

/** Unpacked bytes of a frame: reading one file unpacks its frame, and the larger it is, the smaller the pack. */
const frameBytes = 1 << 20;

/** A bundle in a pack. */
interface PlacedBundle {
  readonly part: RetentionPart;
  readonly frame: number;
  readonly start: number;
}

function statements({ db }: Connection) {
  return {
    bundle: db.prepare<[number], Buffer>("SELECT bytes FROM bundles WHERE id = ?").pluck(),
    contents: db.prepare<[number], { hash: string; size: number; start: number }>(
      `SELECT encode(coalesce(x.hash, c.hash), 'hex') AS hash, c.size, c.start FROM content c
       LEFT JOIN erased_contents x ON x.content = c.id WHERE c.bundle = ?`,
    ),
    blob: db
      .prepare<[number], string>(
        `SELECT encode(coalesce(x.hash, c.hash), 'hex') FROM content c
         LEFT JOIN erased_contents x ON x.content = c.id WHERE c.id = ?`,
      )
      .pluck(),
    packHash: db
      .prepare<[number], string>("SELECT encode(hash, 'hex') FROM packs WHERE id = ?")
      .pluck(),
    isNamed: db.prepare<[Buffer], number>("SELECT count(*) FROM packs WHERE hash = ?").pluck(),
    addRetention: db.prepare<[RetentionKind, number, number, string, string, number]>(
      "INSERT INTO retentions (kind, contents, bytes, actor, reason, at) VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
    ),
    addPack: db.prepare<[Buffer, number]>(
      "INSERT INTO packs (hash, size) VALUES (?, ?) RETURNING id",
    ),
    retireBundle: db.prepare<
      [number, number, number | bigint | null, number | null, number | null, number | null]
    >(
      `INSERT INTO retired_bundles (bundle, retention, pack, frame, frame_size, start)
       VALUES (?, ?, ?, ?, ?, ?)`,
    ),
    retireBlob: db.prepare<[number, number, number | bigint | null]>(
      "INSERT INTO retired_blobs (content, retention, pack) VALUES (?, ?, ?)",
    ),
    empty: db.prepare<[number]>("UPDATE bundles SET bytes = '' WHERE id = ?"),
    dropBundles: db.prepare<[number, number]>(
      `UPDATE retired_bundles SET retention = ?, pack = NULL, frame = NULL, frame_size = NULL, start = NULL
       WHERE pack = ?`,
    ),
    dropBlobs: db.prepare<[number, number]>(
      "UPDATE retired_blobs SET retention = ?, pack = NULL WHERE pack = ?",
    ),
    dropPack: db.prepare<[number]>("DELETE FROM packs WHERE id = ?"),
  };
}

type Statements = ReturnType<typeof statements>;

/** Adds a row that says what is done. Within a write only. */
function noting(connection: Connection, { addRetention }: Statements) {
  return async (
    kind: RetentionKind,
    contents: number,
    bytes: number,
    by: ChangedBy,
  ): Promise<Retention> => {
    const { actor, reason } = by;
    const at = await connection.stamp();
    const { lastInsertRowid } = await addRetention.run(kind, contents, bytes, actor, reason, at);
    return { id: Number(lastInsertRowid), kind, contents, bytes, actor, reason, at };
  };
}

/** Removing files that no row names any more. */
function removals(connection: Connection, blobFolder: string, prepared: Statements) {
  return {
    async pack(packHash: string): Promise<void> {
      const named = await connection.read(() => prepared.isNamed.get(Buffer.from(packHash, "hex")));
      if (named === 0) rmSync(packPath(blobFolder, packHash), { force: true });
    },
    async blob(content: number): Promise<void> {
      const wanted = await connection.read(() => prepared.blob.get(content));
      if (wanted !== undefined) rmSync(blobOf(blobFolder, wanted), { force: true });
    },
  };
}

/** Moving bytes into packs, and dropping them. */
export function retiring(
  connection: Connection,
  blobFolder: string,
): Pick<RetentionStore, "pack" | "drop" | "unarchived"> {
  const prepared = statements(connection);
  const note = noting(connection, prepared);
  const found = agedParts(connection);
  const remove = removals(connection, blobFolder, prepared);
  const packOne = packing(connection, blobFolder, prepared);

  /** The parts as they are, when all of them are still there and as old. Within a write only. */
  async function allStill(parts: readonly RetentionPart[], before: number): Promise<boolean> {
    const isOther = async (part: RetentionPart) =>
      ((await found.now(part))?.newest ?? before) >= before;
    return !(await someInTurn(parts, isOther));
  }

  const sum = (parts: readonly RetentionPart[], of: "contents" | "bytes") =>
    parts.reduce((total, part) => total + part[of], 0);

  return {
    async pack({ parts, before, by, onStep }) {
      const packed = await packOne(parts);
      if (packed === null) return null;
      onStep?.("pack-written");
      const { pack, write, parts: whole } = packed;
      let done: Retention | null = null;
      try {
        done = await connection.write(async () => {
          if (!(await allStill(whole, before))) return null;
          const retention = await note("packed", sum(whole, "contents"), sum(whole, "bytes"), by);
          const added = await prepared.addPack.run(Buffer.from(pack.hash, "hex"), pack.size);
          await write(retention.id, Number(added.lastInsertRowid));
          return retention;
        });
      } finally {
        // What changed meanwhile is packed another time, and then otherwise.
        if (done === null) await remove.pack(pack.hash);
      }
      onStep?.("packed");
      if (done !== null) for (const { of, id } of whole) if (of === "blob") await remove.blob(id);
      return done;
    },

    async drop({ parts, before, by, onStep }) {
      const hashes = await connection.read(() =>
        flatMapInTurn(parts, async ({ of, id }) => {
          const hashOf = of === "pack" ? await prepared.packHash.get(id) : undefined;
          return hashOf === undefined ? [] : [hashOf];
        }),
      );
      const done = await connection.write(async () => {
        if (!(await allStill(parts, before))) return null;
        const retention = await note("dropped", sum(parts, "contents"), sum(parts, "bytes"), by);
        for (const part of parts) await dropPart(prepared, part, retention.id);
        return retention;
      });
      onStep?.("bytes-dropped");
      if (done === null) return null;
      for (const one of hashes) await remove.pack(one);
      for (const { of, id } of parts) if (of === "blob") await remove.blob(id);
      return done;
    },

    unarchived: ({ files, bytes, by }) =>
      connection.write(() => note("unarchived", files, bytes, by)),
  };
}

async function dropPart(
  prepared: Statements,
  { of, id }: RetentionPart,
  retention: number,
): Promise<void> {
  if (of === "bundle") {
    await prepared.retireBundle.run(id, retention, null, null, null, null);
    await prepared.empty.run(id);
  } else if (of === "blob") await prepared.retireBlob.run(id, retention, null);
  else {
    await prepared.dropBundles.run(retention, id);
    await prepared.dropBlobs.run(retention, id);
    await prepared.dropPack.run(id);
  }
}

/** Writing packs; what is damaged is left where it is, and noted. */
function packing(connection: Connection, blobFolder: string, prepared: Statements) {
  async function unpacked(part: RetentionPart): Promise<Buffer | null> {
    try {
      const packed = await prepared.bundle.get(part.id);
      const bytes = packed === undefined ? Buffer.alloc(0) : zstdDecompressSync(packed);
      for (const { hash: wanted, size, start } of await prepared.contents.all(part.id))
        if (hash("sha256", bytes.subarray(start, start + size)) !== wanted)
          throw new Error("its bytes do not have the hash that was recorded");
      return bytes;
    } catch (error) {
      connection.noteDamage(`bundle ${part.id}`, error);
      return null;
    }
  }

  async function bundles(parts: readonly RetentionPart[]) {
    const frames: Buffer[] = [];
    const placed: PlacedBundle[] = [];
    let open: Buffer[] = [];
    let size = 0;
    const close = () => {
      if (open.length > 0) frames.push(Buffer.concat(open));
      open = [];
      size = 0;
    };
    for (const part of parts) {
      // Each is a millisecond or two of work: others get a turn in between.
      await setImmediate();
      const bytes = await connection.read(() => unpacked(part));
      if (bytes === null) continue;
      if (size > 0 && size + bytes.length > frameBytes) close();
      placed.push({ part, frame: frames.length, start: size });
      open.push(bytes);
      size += bytes.length;
    }
    close();
    if (placed.length === 0) return null;
    const pack = await packFrames(blobFolder, frames);
    const write = async (retention: number, id: number) => {
      for (const { part, frame, start } of placed) {
        const place = pack.frames[frame];
        if (place === undefined) throw new Error("A frame of a pack is nowhere");
        await prepared.retireBundle.run(part.id, retention, id, place.at, place.size, start);
        await prepared.empty.run(part.id);
      }
    };
    return { pack, write, parts: placed.map(({ part }) => part) };
  }

  async function blob(part: RetentionPart) {
    const wanted = await connection.read(() => prepared.blob.get(part.id));
    if (wanted === undefined) return null;
    try {
      const pack = await packWhole(blobFolder, blobOf(blobFolder, wanted), wanted);
      const write = async (retention: number, id: number) =>
        void (await prepared.retireBlob.run(part.id, retention, id));
      return { pack, write, parts: [part] };
    } catch (error) {
      if (errorCode(error) === "ENOSPC") throw error;
      connection.noteDamage(`the large file with the hash ${wanted}`, error);
      return null;
    }
  }

  return (parts: readonly RetentionPart[]) => {
    const [first] = parts;
    return first?.of === "blob" ? blob(first) : bundles(parts);
  };
}
