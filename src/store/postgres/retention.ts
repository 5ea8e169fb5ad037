import { noFile } from "../../core/refusal/no-file.ts";
import { shownStore } from "../../core/text/store-location.ts";
import type { Retention, RetentionStore, RetentionTotals } from "../port/retention-store.ts";
import { StoreError } from "../port/store-error.ts";
import type { Connection } from "./database/connection.ts";

const selectTotals = `
  SELECT count(*) AS contents, coalesce(sum(size), 0) AS bytes FROM content`;

/**
 * Kept bytes of a store in PostgreSQL stay where they came to: they are neither packed nor dropped for their age, and
 * whoever asks for it is told so.
 */
export function retention(connection: Connection): RetentionStore {
  const { db } = connection;
  const totals = db.prepare<[], RetentionTotals["inStore"]>(selectTotals);
  const byHash = db.prepare<[Buffer], number>("SELECT id FROM content WHERE hash = ?").pluck();
  const file = db.prepare<[number], 1>("SELECT 1 FROM files WHERE id = ?").pluck();
  const none = { contents: 0, bytes: 0 };

  async function refuse(): Promise<never> {
    throw new StoreError(
      "failed",
      `Bytes that grow old are neither packed nor dropped of the store in ${shownStore(connection.location)}: that is done of a store in a file only. Leave \`retention\` out of the configuration.`,
    );
  }

  return {
    busy: async () => new Set(),
    look: refuse,
    pack: refuse,
    drop: refuse,
    unarchived: refuse,
    compact: async () => {
      throw new StoreError(
        "failed",
        `The store in ${shownStore(connection.location)} is not compacted by Busbar: the server's own VACUUM makes its unused room usable again. Its autovacuum does that by itself; \`VACUUM (FULL)\` gives the room back to the disk, while no daemon runs.`,
      );
    },
    sweep: async () => 0,
    giveBack: async () => ({ freedBytes: 0, unusedBytes: 0 }),
    async ofHash(hash) {
      const content = await connection.read(() => byHash.get(Buffer.from(hash, "hex")));
      return content === undefined ? null : { content, where: "store" };
    },
    async ofFile(id) {
      if ((await connection.read(() => file.get(id))) === undefined) throw noFile(id);
      return { where: "store", retention: null };
    },
    async *list(): AsyncGenerator<Retention> {},
    totals: async () => ({
      inStore: (await connection.read(() => totals.get())) ?? none,
      inPacks: { ...none, size: 0 },
      dropped: none,
    }),
  };
}
