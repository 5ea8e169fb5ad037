import type {
  RetentionLook,
  RetentionPart,
  RetentionPlace,
  RetentionStore,
} from "../../port/retention-store.ts";
import { type AgedPart, placeAfter, retentionPart } from "../../rules/retention-parts.ts";
import type { Connection } from "../database/connection.ts";
import { mapInTurn } from "../database/in-turn.ts";

/** So many numbers of bundles, large files or packs are looked at in one read. */
const numbersAtOnce = 100;

/** The next bundles that are in the store, of a short run of numbers. */
const selectBundles = `
  SELECT b.id, length(b.bytes) AS kept FROM bundles b
  WHERE b.id > @after AND b.id <= @after + ${numbersAtOnce}
    AND NOT EXISTS (SELECT 1 FROM retired_bundles r WHERE r.bundle = b.id) ORDER BY b.id`;

/** The next large files that lie in the blob folder. */
const selectBlobs = `
  SELECT c.id, c.size AS kept FROM content c
  WHERE c.bundle IS NULL AND c.id > @after
    AND NOT EXISTS (SELECT 1 FROM retired_blobs r WHERE r.content = c.id)
  ORDER BY c.id LIMIT ${numbersAtOnce}`;

const selectPacks = `SELECT id, size AS kept FROM packs WHERE id > @after ORDER BY id LIMIT 5`;

/** The contents of a bundle, a large file or a pack. */
const contentsOf: Readonly<Record<RetentionPart["of"], string>> = {
  bundle: "SELECT id, size FROM content WHERE bundle = @id",
  blob: "SELECT id, size FROM content WHERE id = @id",
  pack: `SELECT c.id, c.size FROM retired_bundles r JOIN content c ON c.bundle = r.bundle WHERE r.pack = @id
         UNION ALL SELECT c.id, c.size FROM retired_blobs r JOIN content c ON c.id = r.content WHERE r.pack = @id`,
};

/** When the files that have a content came, and from when on they are old: an outbound file from its end on. */
const selectAges = `
  SELECT min(came) AS oldest, max(at) AS newest FROM (
    SELECT recorded_at AS came, recorded_at AS at FROM files WHERE content = @id AND state = 'recorded'
    UNION ALL SELECT recorded_at, recorded_at FROM files WHERE content = @id AND state <> 'recorded'
    UNION ALL SELECT created_at, coalesce(ended_at, ${Number.MAX_SAFE_INTEGER}) FROM outbound WHERE content = @id) ages`;

interface Candidate {
  readonly id: number;
  readonly kept: number;
}

interface ContentRow {
  readonly id: number;
  readonly size: number;
}

/** Finds parts of the kept bytes, and how old they are. Within a read or a write only. */
export function agedParts({ db }: Connection) {
  const candidates = {
    bundle: db.prepare<[{ after: number }], Candidate>(selectBundles),
    blob: db.prepare<[{ after: number }], Candidate>(selectBlobs),
    pack: db.prepare<[{ after: number }], Candidate>(selectPacks),
  };
  const contents = {
    bundle: db.prepare<[{ id: number }], ContentRow>(contentsOf.bundle),
    blob: db.prepare<[{ id: number }], ContentRow>(contentsOf.blob),
    pack: db.prepare<[{ id: number }], ContentRow>(contentsOf.pack),
  };
  const ages = db.prepare<[{ id: number }], { oldest: number | null; newest: number | null }>(
    selectAges,
  );
  const last = db.prepare<[], number>("SELECT coalesce(max(id), 0) FROM bundles").pluck();

  async function aged(of: RetentionPart["of"], { id, kept }: Candidate): Promise<AgedPart> {
    const rows = await contents[of].all({ id });
    let oldest: number | null = null;
    let newest = 0;
    for (const row of rows) {
      const age = await ages.get({ id: row.id });
      const came = age?.oldest ?? null;
      if (came !== null) oldest = Math.min(oldest ?? came, came);
      // Bytes that no file has yet are about to get one.
      newest = Math.max(newest, age?.newest ?? Number.MAX_SAFE_INTEGER);
    }
    const bytes = rows.reduce((sum, { size }) => sum + size, 0);
    const ids = rows.map((row) => row.id);
    return { of, id, contents: rows.length, bytes, kept, ids, oldest, newest };
  }

  return {
    /** The next parts after a number, and from where on to look next; null: there are no more. */
    async after({
      of,
      after,
    }: RetentionPlace): Promise<{ parts: AgedPart[]; next: number | null }> {
      const found = await candidates[of].all({ after });
      const parts = await mapInTurn(found, (candidate) => aged(of, candidate));
      if (of === "bundle") {
        const end = after + numbersAtOnce;
        return { parts, next: end < ((await last.get()) ?? 0) ? end : null };
      }
      return { parts, next: found.at(-1)?.id ?? null };
    },
    /** A part as it is now; null when it is not where it was. */
    async now(part: RetentionPart): Promise<AgedPart | null> {
      const found = await candidates[part.of].all({ after: part.id - 1 });
      const same = found.find(({ id }) => id === part.id);
      return same === undefined ? null : await aged(part.of, same);
    },
  };
}

/** Looks for kept bytes that are old enough. */
export function lookForOld(connection: Connection): RetentionStore["look"] {
  const found = agedParts(connection);

  return ({ at, before, busy }) =>
    connection.read(async (): Promise<RetentionLook> => {
      const { parts, next } = await found.after(at);
      const old = parts.filter(({ newest, contents }) => contents > 0 && newest < before);
      const isBusy = ({ ids }: AgedPart) => ids.some((id) => busy.has(id));
      // Bytes are kept in the order of their coming: behind those that came too late there are none.
      const isPast =
        at.of !== "pack" && parts.some(({ oldest }) => oldest !== null && oldest >= before);
      return {
        parts: old.filter((part) => !isBusy(part)).map(retentionPart),
        keptBack: old.filter(isBusy).map(retentionPart),
        next: placeAfter(at, isPast ? null : next),
      };
    });
}
