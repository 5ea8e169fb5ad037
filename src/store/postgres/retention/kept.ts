import { noFile } from "../../../core/refusal/no-file.ts";
import { type KeptContent, whereKept } from "../../packs/where-kept.ts";
import type {
  KeptBytes,
  KeptWhere,
  Retention,
  RetentionStore,
  RetentionTotals,
} from "../../port/retention-store.ts";
import type { Connection } from "../database/connection.ts";
import { inKeys, keysPerPage, listing } from "../database/listing.ts";
import { writingAnew } from "../database/write-anew.ts";
import { sweeping } from "./sweep.ts";

/** How the bytes of a file are kept. */
const selectKept = `
  SELECT c.bundle, r.bundle AS retired, coalesce(r.pack, l.pack) AS pack, t.id, t.kind, t.contents, t.bytes,
         t.actor, t.reason, t.at
  FROM files f JOIN content c ON c.id = f.content
  LEFT JOIN retired_bundles r ON r.bundle = c.bundle LEFT JOIN retired_blobs l ON l.content = c.id
  LEFT JOIN retentions t ON t.id = coalesce(r.retention, l.retention)
  WHERE f.id = ?`;

/** The contents with the first bits of a hash, as they came or as an erasure left them, and where each is. */
const selectOfHash = `
  SELECT c.id, encode(coalesce(x.hash, c.hash), 'hex') AS hash, c.bundle, c.size, coalesce(r.retention, l.retention) AS retention,
         encode(p.hash, 'hex') AS pack, p.size AS "packSize", encode(c.hash, 'hex') AS came
  FROM content c LEFT JOIN retired_bundles r ON r.bundle = c.bundle
  LEFT JOIN retired_blobs l ON l.content = c.id LEFT JOIN packs p ON p.id = coalesce(r.pack, l.pack)
  LEFT JOIN erased_contents x ON x.content = c.id
  WHERE c.id IN (SELECT id FROM content WHERE hash_head = @head
                 UNION ALL SELECT content FROM erased_contents WHERE hash = @hash)`;

/** Contents and their bytes by where they are. */
const selectTotals = `
  SELECT CASE WHEN t.id IS NULL THEN 'store' WHEN coalesce(r.pack, l.pack) IS NULL THEN 'dropped' ELSE 'pack' END AS place,
         count(*) AS contents, sum(c.size) AS bytes
  FROM content c LEFT JOIN retired_bundles r ON r.bundle = c.bundle
  LEFT JOIN retired_blobs l ON l.content = c.id
  LEFT JOIN retentions t ON t.id = coalesce(r.retention, l.retention)
  GROUP BY place`;

type KeptOfFile = Omit<Retention, "id"> & {
  readonly id: number | null;
  readonly pack: number | null;
};

/** What is known of kept bytes, and what was done with them. */
export function whatIsKept(
  connection: Connection,
  blobFolder: string,
): Pick<
  RetentionStore,
  "ofHash" | "ofFile" | "list" | "totals" | "sweep" | "giveBack" | "compact"
> {
  const { db } = connection;
  const ofHash = db.prepare<[{ head: number; hash: Buffer }], KeptContent>(selectOfHash);
  const ofFile = db.prepare<[number], KeptOfFile>(selectKept);
  const totals = db.prepare<[], { place: KeptWhere; contents: number; bytes: number }>(
    selectTotals,
  );
  const packSize = db.prepare<[], number>("SELECT coalesce(sum(size), 0) FROM packs").pluck();
  const ids = db
    .prepare<[number, number], number>("SELECT id FROM retentions WHERE id > ? ORDER BY id LIMIT ?")
    .pluck();
  const rows = db.prepare<[string], Retention>(
    `SELECT id, kind, contents, bytes, actor, reason, at FROM retentions WHERE id ${inKeys} ORDER BY id`,
  );

  return {
    ofHash: (hash) =>
      connection.read(async () => {
        const bytes = Buffer.from(hash, "hex");
        const found = await ofHash.all({ head: bytes.readInt32BE(0), hash: bytes });
        const row = found.find((one) => one.hash === hash || one.came === hash);
        if (row === undefined) return null;
        const where = whereKept(blobFolder, row);
        return where === null ? null : { content: row.id, where };
      }),
    ofFile: (file) =>
      connection.read(async (): Promise<KeptBytes> => {
        const row = await ofFile.get(file);
        if (row === undefined) throw noFile(file);
        const { id, pack, kind, contents, bytes, actor, reason, at } = row;
        if (id === null) return { where: "store", retention: null };
        const retention = { id, kind, contents, bytes, actor, reason, at };
        return { where: pack === null ? "dropped" : "pack", retention };
      }),
    list: () =>
      listing(
        connection,
        "retention",
        (after) => ids.all(after, keysPerPage),
        (some) => rows.all(JSON.stringify(some)),
      ),
    totals: () =>
      connection.read(async (): Promise<RetentionTotals> => {
        const found = new Map((await totals.all()).map(({ place, ...sums }) => [place, sums]));
        const of = (place: KeptWhere) => found.get(place) ?? { contents: 0, bytes: 0 };
        const inPacks = { ...of("pack"), size: (await packSize.get()) ?? 0 };
        return { inStore: of("store"), inPacks, dropped: of("dropped") };
      }),
    sweep: sweeping(connection, blobFolder),
    // The server's own VACUUM makes room usable again, and leaves it for what comes next.
    giveBack: async () => ({ freedBytes: 0, unusedBytes: 0 }),
    compact: writingAnew(connection),
  };
}
