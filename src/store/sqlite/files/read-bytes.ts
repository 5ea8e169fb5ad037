import type { KeptRow } from "../../packs/kept-place.ts";
import { readKept } from "../../packs/read-kept.ts";
import type { Connection } from "../database/connection.ts";
import { keptJoins, keptPlaces, selectBundle } from "./kept-bytes.ts";
import { LastBundle, type RowInBundle } from "./last-bundle.ts";

/** Where the bytes of a file are. */
export const selectBytes = `
  SELECT ${keptPlaces} FROM files f JOIN content c ON c.id = f.content ${keptJoins} WHERE f.id = ?`;

/** Where the bytes of something that leaves lie. */
export const selectOutboundBytes = `
  SELECT ${keptPlaces} FROM outbound o JOIN content c ON c.id = o.content ${keptJoins} WHERE o.id = ?`;

/** Reading the very bytes of a file: from the store, from a pack or from the blob folder. */
export function readKeptBytes(
  connection: Connection,
  blobFolder: string,
): ReturnType<typeof readKept> {
  const bundle = connection.db.prepare<[number], Buffer>(selectBundle).pluck();
  const reading = (select: string) => {
    const place = connection.db.prepare<[number], RowInBundle>(select);
    const last = new LastBundle((id) => bundle.get(id));
    return (id: number): Promise<KeptRow | undefined> =>
      connection.read(() => {
        const row = place.get(id);
        return row && last.filled(row);
      });
  };
  return readKept(
    { file: reading(selectBytes), outbound: reading(selectOutboundBytes) },
    blobFolder,
  );
}
