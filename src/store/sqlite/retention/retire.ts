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
import type { Backups } from "../database/backups.ts";
import type { Connection } from "../database/connection.ts";
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
      `SELECT lower(hex(ifnull(x.hash, c.hash))) AS hash, c.size, c.start FROM content c
       LEFT JOIN erased_contents x ON x.content = c.id WHERE c.bundle = ?`,
    ),
    blob: db
      .prepare<[number], string>(
        `SELECT lower(hex(ifnull(x.hash, c.hash))) FROM content c
         LEFT JOIN erased_contents x ON x.content = c.id WHERE c.id = ?`,
      )
      .pluck(),
    packHash: db
      .prepare<[number], string>("SELECT lower(hex(hash)) FROM packs WHERE id = ?")
      .pluck(),
    isNamed: db.prepare<[Buffer], number>("SELECT count(*) FROM packs WHERE hash = ?").pluck(),
    addRetention: db.prepare<[RetentionKind, number, number, string, string, number]>(
      "INSERT INTO retentions (kind, contents, bytes, actor, reason, at) VALUES (?, ?, ?, ?, ?, ?)",
    ),
    addPack: db.prepare<[Buffer, number]>("INSERT INTO packs (hash, size) VALUES (?, ?)"),
    retireBundle: db.prepare<
      [number, number, number | bigint | null, number | null, number | null, number | null]
    >(
      `INSERT INTO retired_bundles (bundle, retention, pack, frame, frame_size, start)
       VALUES (?, ?, ?, ?, ?, ?)`,
    ),
    retireBlob: db.prepare<[number, number, number | bigint | null]>(
      "INSERT INTO retired_blobs (content, retention, pack) VALUES (?, ?, ?)",
    ),
    empty: db.prepare<[number]>("UPDATE bundles SET bytes = x'' WHERE id = ?"),
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
  return (kind: RetentionKind, contents: number, bytes: number, by: ChangedBy): Retention => {
    const { actor, reason } = by;
    const at = connection.stamp();
    const { lastInsertRowid } = addRetention.run(kind, contents, bytes, actor, reason, at);
    return { id: Number(lastInsertRowid), kind, contents, bytes, actor, reason, at };
  };
}

/** Moving bytes into packs, and dropping them. */
export function retiring(
  connection: Connection,
  blobFolder: string,
  backups: Pick<Backups, "refuseMeanwhile">,
): Pick<RetentionStore, "pack" | "drop" | "unarchived"> {
  const prepared = statements(connection);
  const note = noting(connection, prepared);
  const found = agedParts(connection);
  const packOne = packing(connection, blobFolder, prepared);

  /** The parts as they are, when all of them are still there and as old. Within a write only. */
  function allStill(parts: readonly RetentionPart[], before: number): boolean {
    backups.refuseMeanwhile();
    return parts.every((part) => (found.now(part)?.newest ?? before) < before);
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
        done = await connection.write(() => {
          if (!allStill(whole, before)) return null;
          const retention = note("packed", sum(whole, "contents"), sum(whole, "bytes"), by);
          const added = prepared.addPack.run(Buffer.from(pack.hash, "hex"), pack.size);
          write(retention.id, Number(added.lastInsertRowid));
          return retention;
        });
      } finally {
        // What changed meanwhile is packed another time, and then otherwise.
        if (done === null) await removePack(pack.hash);
      }
      onStep?.("packed");
      if (done !== null) for (const { of, id } of whole) if (of === "blob") await removeBlob(id);
      return done;
    },

    async drop({ parts, before, by, onStep }) {
      const hashes = await connection.read(() =>
        parts.flatMap(({ of, id }) => (of === "pack" ? (prepared.packHash.get(id) ?? []) : [])),
      );
      const done = await connection.write(() => {
        if (!allStill(parts, before)) return null;
        const retention = note("dropped", sum(parts, "contents"), sum(parts, "bytes"), by);
        for (const part of parts) dropPart(prepared, part, retention.id);
        return retention;
      });
      onStep?.("bytes-dropped");
      if (done === null) return null;
      for (const one of hashes) await removePack(one);
      for (const { of, id } of parts) if (of === "blob") await removeBlob(id);
      return done;
    },

    unarchived: ({ files, bytes, by }) =>
      connection.write(() => note("unarchived", files, bytes, by)),
  };

  async function removePack(packHash: string): Promise<void> {
    const named = await connection.read(() => prepared.isNamed.get(Buffer.from(packHash, "hex")));
    if (named === 0) rmSync(packPath(blobFolder, packHash), { force: true });
  }

  async function removeBlob(content: number): Promise<void> {
    const wanted = await connection.read(() => prepared.blob.get(content));
    if (wanted !== undefined) rmSync(blobOf(blobFolder, wanted), { force: true });
  }
}

function dropPart(prepared: Statements, { of, id }: RetentionPart, retention: number): void {
  if (of === "bundle") {
    prepared.retireBundle.run(id, retention, null, null, null, null);
    prepared.empty.run(id);
  } else if (of === "blob") prepared.retireBlob.run(id, retention, null);
  else {
    prepared.dropBundles.run(retention, id);
    prepared.dropBlobs.run(retention, id);
    prepared.dropPack.run(id);
  }
}

/** Writing packs; what is damaged is left where it is, and noted. */
function packing(connection: Connection, blobFolder: string, prepared: Statements) {
  function unpacked(part: RetentionPart): Buffer | null {
    try {
      const packed = prepared.bundle.get(part.id);
      const bytes = packed === undefined ? Buffer.alloc(0) : zstdDecompressSync(packed);
      for (const { hash: wanted, size, start } of prepared.contents.all(part.id))
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
    const write = (retention: number, id: number) => {
      for (const { part, frame, start } of placed) {
        const place = pack.frames[frame];
        if (place === undefined) throw new Error("A frame of a pack is nowhere");
        prepared.retireBundle.run(part.id, retention, id, place.at, place.size, start);
        prepared.empty.run(part.id);
      }
    };
    return { pack, write, parts: placed.map(({ part }) => part) };
  }

  async function blob(part: RetentionPart) {
    const wanted = await connection.read(() => prepared.blob.get(part.id));
    if (wanted === undefined) return null;
    try {
      const pack = await packWhole(blobFolder, blobOf(blobFolder, wanted), wanted);
      const write = (retention: number, id: number) =>
        void prepared.retireBlob.run(part.id, retention, id);
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
