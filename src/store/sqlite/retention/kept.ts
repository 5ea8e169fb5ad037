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
import { sweeping } from "./sweep.ts";

/** How the bytes of a file are kept. */
export const selectKept = `
  SELECT c.bundle, r.bundle AS retired, ifnull(r.pack, l.pack) AS pack, t.id, t.kind, t.contents, t.bytes,
         t.actor, t.reason, t.at
  FROM files f JOIN content c ON c.id = f.content
  LEFT JOIN retired_bundles r ON r.bundle = c.bundle LEFT JOIN retired_blobs l ON l.content = c.id
  LEFT JOIN retentions t ON t.id = ifnull(r.retention, l.retention)
  WHERE f.id = ?`;

/** The contents with the first bits of a hash, as they came or as an erasure left them, and where each is. */
export const selectOfHash = `
  SELECT c.id, lower(hex(ifnull(x.hash, c.hash))) AS hash, c.bundle, c.size, ifnull(r.retention, l.retention) AS retention,
         nullif(lower(hex(p.hash)), '') AS pack, p.size AS packSize, lower(hex(c.hash)) AS came
  FROM content c LEFT JOIN retired_bundles r ON r.bundle = c.bundle
  LEFT JOIN retired_blobs l ON l.content = c.id LEFT JOIN packs p ON p.id = ifnull(r.pack, l.pack)
  LEFT JOIN erased_contents x ON x.content = c.id
  WHERE c.hash_head = @head OR c.id IN (SELECT content FROM erased_contents WHERE hash = @hash)`;

/** Contents and their bytes by where they are. */
const selectTotals = `
  SELECT CASE WHEN t.id IS NULL THEN 'store' WHEN ifnull(r.pack, l.pack) IS NULL THEN 'dropped' ELSE 'pack' END AS place,
         count(*) AS contents, sum(c.size) AS bytes
  FROM content c LEFT JOIN retired_bundles r ON r.bundle = c.bundle
  LEFT JOIN retired_blobs l ON l.content = c.id
  LEFT JOIN retentions t ON t.id = ifnull(r.retention, l.retention)
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
  const packSize = db.prepare<[], number>("SELECT ifnull(sum(size), 0) FROM packs").pluck();
  const ids = db
    .prepare<[number, number], number>("SELECT id FROM retentions WHERE id > ? ORDER BY id LIMIT ?")
    .pluck();
  const rows = db.prepare<[string], Retention>(
    `SELECT id, kind, contents, bytes, actor, reason, at FROM retentions WHERE id ${inKeys} ORDER BY id`,
  );

  return {
    ofHash: (hash) =>
      connection.read(() => {
        const bytes = Buffer.from(hash, "hex");
        const found = ofHash.all({ head: bytes.readInt32BE(0), hash: bytes });
        const row = found.find((one) => one.hash === hash || one.came === hash);
        if (row === undefined) return null;
        const where = whereKept(blobFolder, row);
        return where === null ? null : { content: row.id, where };
      }),
    ofFile: (file) =>
      connection.read((): KeptBytes => {
        const row = ofFile.get(file);
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
      connection.read((): RetentionTotals => {
        const found = new Map(totals.all().map(({ place, ...sums }) => [place, sums]));
        const of = (place: KeptWhere) => found.get(place) ?? { contents: 0, bytes: 0 };
        const inPacks = { ...of("pack"), size: packSize.get() ?? 0 };
        return { inStore: of("store"), inPacks, dropped: of("dropped") };
      }),
    sweep: sweeping(connection, blobFolder),
    giveBack: givingBack(connection),
    compact: compacting(connection),
  };
}

/** What `auto_vacuum` says of a store whose unused pages can be given back. */
const incremental = 2;

/** Giving unused pages back. A store that was made without this can only be compacted as a whole. */
function givingBack(connection: Connection): RetentionStore["giveBack"] {
  const { db } = connection;
  const pragma = (name: string) => Number(db.pragma(name, { simple: true }));

  return ({ pages, leaveBytes }) =>
    connection.write(() => {
      const size = pragma("page_size");
      const before = pragma("freelist_count");
      const wanted = Math.min(pages, before - Math.ceil(leaveBytes / size));
      if (wanted > 0 && pragma("auto_vacuum") === incremental)
        db.pragma(`incremental_vacuum(${wanted})`);
      const after = pragma("freelist_count");
      return { freedBytes: (before - after) * size, unusedBytes: after * size };
    });
}

/** Writing the whole file anew, from when on unused pages can be given back too. */
function compacting(connection: Connection): RetentionStore["compact"] {
  const { db } = connection;
  const size = () =>
    Number(db.pragma("page_count", { simple: true })) *
    Number(db.pragma("page_size", { simple: true }));

  return () =>
    connection.read(() => {
      const before = size();
      db.pragma("auto_vacuum = INCREMENTAL");
      // Written anew, from when on what is removed is overwritten.
      db.exec("VACUUM");
      db.exec("INSERT OR IGNORE INTO meta (key, value) VALUES ('overwrites', 'since')");
      db.pragma("wal_checkpoint(TRUNCATE)");
      return { before, after: size() };
    });
}
