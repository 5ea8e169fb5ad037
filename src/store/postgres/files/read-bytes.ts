import type { KeptRow } from "../../packs/kept-place.ts";
import { readKept } from "../../packs/read-kept.ts";
import type { Connection } from "../database/connection.ts";
import { keptColumns, keptJoins } from "./kept-bytes.ts";

/** Where the bytes of a file are. */
const selectBytes = `
  SELECT ${keptColumns} FROM files f JOIN content c ON c.id = f.content ${keptJoins} WHERE f.id = ?`;

/** Where the bytes of something that leaves lie. */
const selectOutboundBytes = `
  SELECT ${keptColumns} FROM outbound o JOIN content c ON c.id = o.content ${keptJoins} WHERE o.id = ?`;

/** Reading the very bytes of a file: from the store, from a pack or from the blob folder. */
export function readKeptBytes(
  connection: Connection,
  blobFolder: string,
): ReturnType<typeof readKept> {
  const file = connection.db.prepare<[number], KeptRow>(selectBytes);
  const outbound = connection.db.prepare<[number], KeptRow>(selectOutboundBytes);
  return readKept(
    {
      file: (id) => connection.read(() => file.get(id)),
      outbound: (id) => connection.read(() => outbound.get(id)),
    },
    blobFolder,
  );
}
