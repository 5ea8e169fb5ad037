import { zstdDecompressSync } from "node:zlib";
import { pack as bundled } from "../../packs/bundle.ts";
import { packFrames, packPath, readFrame } from "../../packs/pack-file.ts";
import { writeBlob } from "../../packs/write-blob.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys } from "../database/listing.ts";

/** Where the bytes of contents are. */
const selectPlaces = `
  SELECT c.id AS content, c.bundle, c.start, lower(hex(ifnull(x.hash, c.hash))) AS name,
         ifnull(r.pack, l.pack) AS pack, lower(hex(p.hash)) AS packHash, r.frame, r.start AS inFrame
  FROM content c LEFT JOIN erased_contents x ON x.content = c.id
  LEFT JOIN retired_bundles r ON r.bundle = c.bundle LEFT JOIN retired_blobs l ON l.content = c.id
  LEFT JOIN packs p ON p.id = ifnull(r.pack, l.pack) WHERE c.id ${inKeys}`;

interface Place {
  readonly content: number;
  readonly bundle: number | null;
  readonly start: number | null;
  /** A large file's name in the blob folder. */
  readonly name: string;
  readonly pack: number | null;
  readonly packHash: string | null;
  readonly frame: number | null;
  readonly inFrame: number | null;
}

/** The bytes that a content is to have. */
export interface NewBytes {
  readonly content: number;
  readonly bytes: Uint8Array;
}

/** Old bytes outside the store, by the names that they lie under. */
export interface OldBytes {
  readonly kind: "pack" | "blob";
  readonly name: string;
}

/** Bytes that were written beside the old ones, and what makes the store name them. */
export interface WrittenBytes {
  /** Within a write only. Gives what is left over; null when the bytes were moved since. */
  place(): readonly OldBytes[] | null;
}

/** Writes new bytes beside the old ones; the store names them once it is asked to. */
export function newPlaces(connection: Connection, blobFolder: string) {
  const { db } = connection;
  const places = db.prepare<[string], Place>(selectPlaces);
  const writePack = packsAnew(connection, blobFolder);
  const bundleOf = db.prepare<[number], Buffer>("SELECT bytes FROM bundles WHERE id = ?").pluck();
  const changeBundle = db.prepare<[Buffer, number]>("UPDATE bundles SET bytes = ? WHERE id = ?");

  function placeInBundle(bundle: number, of: readonly Place[], bytes: Bytes): void {
    const unpacked = zstdDecompressSync(bundleOf.get(bundle) ?? Buffer.alloc(0));
    for (const { content, start } of of) unpacked.set(bytes(content), start ?? 0);
    const [again] = bundled([unpacked]);
    if (again !== undefined) changeBundle.run(again.bundle.bytes, bundle);
  }

  return async (all: readonly NewBytes[]): Promise<WrittenBytes> => {
    const given = new Map(all.map(({ content, bytes }) => [content, bytes]));
    const bytes: Bytes = (content) => given.get(content) ?? Buffer.alloc(0);
    const ids = JSON.stringify([...given.keys()]);
    const found = await connection.read(() => places.all(ids));
    const placings: (() => OldBytes | null)[] = [];
    for (const [pack, of] of Map.groupBy(found, (one) => one.pack)) {
      const hash = of[0]?.packHash ?? null;
      if (pack !== null && hash !== null) placings.push(await writePack(pack, hash, of, bytes));
    }
    const loose = found.filter(({ pack }) => pack === null);
    for (const { content, bundle, name } of loose) {
      if (bundle !== null) continue;
      const now = await writeBlob(blobFolder, bytes(content));
      placings.push(() => (now === name ? null : { kind: "blob", name }));
    }
    return {
      place() {
        if (JSON.stringify(places.all(ids)) !== JSON.stringify(found)) return null;
        for (const [bundle, of] of Map.groupBy(loose, (one) => one.bundle))
          if (bundle !== null) placeInBundle(bundle, of, bytes);
        return placings.flatMap((place) => place() ?? []);
      },
    };
  };
}

/** Writes packs anew with the bytes of some of their files exchanged. */
function packsAnew(connection: Connection, blobFolder: string) {
  const { db } = connection;
  const framesOf = db.prepare<[number], { frame: number; size: number }>(
    "SELECT DISTINCT frame, frame_size AS size FROM retired_bundles WHERE pack = ? ORDER BY frame",
  );
  const add = db.prepare<[Buffer, number]>("INSERT INTO packs (hash, size) VALUES (?, ?)");
  const moveFrame = db.prepare<[number | bigint, number, number, number, number]>(
    "UPDATE retired_bundles SET pack = ?, frame = ?, frame_size = ? WHERE pack = ? AND frame = ?",
  );
  const moveBlob = db.prepare<[number | bigint, number]>(
    "UPDATE retired_blobs SET pack = ? WHERE pack = ?",
  );
  const drop = db.prepare<[number]>("DELETE FROM packs WHERE id = ?");

  return async (pack: number, hash: string, of: readonly Place[], bytes: Bytes) => {
    const [first] = of;
    const rows = await connection.read(() => framesOf.all(pack));
    const frames: Uint8Array[] = [];
    // A large file is a pack of its own.
    if (rows.length === 0 && first !== undefined) frames.push(bytes(first.content));
    for (const { frame, size } of rows) {
      const unpacked = await readFrame(packPath(blobFolder, hash), { at: frame, size });
      for (const one of of)
        if (one.frame === frame)
          unpacked.set(bytes(one.content), (one.inFrame ?? 0) + (one.start ?? 0));
      frames.push(unpacked);
    }
    const made = await packFrames(blobFolder, frames);
    return (): OldBytes => {
      const added = add.run(Buffer.from(made.hash, "hex"), made.size).lastInsertRowid;
      for (const [at, { frame }] of rows.entries()) {
        const place = made.frames[at];
        if (place === undefined) throw new Error("A frame of a pack is nowhere");
        moveFrame.run(added, place.at, place.size, pack, frame);
      }
      moveBlob.run(added, pack);
      drop.run(pack);
      return { kind: "pack", name: hash };
    };
  };
}

type Bytes = (content: number) => Uint8Array;
