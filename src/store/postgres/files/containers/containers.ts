import type { ContainerStore } from "../../../port/files/container-store.ts";
import type { Recorded } from "../../../port/files/file-store.ts";
import { inSequence, prepareFile } from "../../../rules/files/prepared-file.ts";
import type { Connection } from "../../database/connection.ts";
import type { Readings } from "../reading/apply-reading.ts";
import { expectFiles, packNew, type RecordTables, recordOne } from "../record-files.ts";
import type { Unfinished } from "../unfinished.ts";
import type { ContainerParts } from "./add-hidden.ts";
import { beginnings } from "./begin-container.ts";
import { fillings } from "./fill-container.ts";
import { finishing } from "./finish-container.ts";
import { type LinkMember, linkingMembers } from "./link-member.ts";

/** Recording a container that fits in memory. */
function recordingWhole(
  { connection, tables }: ContainerParts,
  link: LinkMember,
): ContainerStore["record"] {
  return async (files) => {
    const prepared = new Map(files.map((packed) => [prepareFile(packed.file), packed]));
    const all = [...prepared.keys()];
    const packed = await connection.read(() => packNew(tables.contents, all));
    return connection.write(async () => {
      const recordedAt = await connection.stamp();
      await expectFiles(tables, all);
      const standing = new Map<string, number>();
      const recorded: Recorded[] = [];
      for (const file of inSequence(all)) {
        const place = prepared.get(file)?.place ?? null;
        const container = place === null ? null : standing.get(place.container);
        if (container === undefined) continue;
        const result = await recordOne(tables, file, packed, recordedAt);
        recorded.push(result);
        if (result.known && place === null) return recorded;
        if (container !== null && place !== null) await link(result.id, container, place.path);
        if (result.state === "recorded") standing.set(result.arrival, result.id);
      }
      return recorded;
    });
  };
}

/**
 * Recording containers. What fits in memory is one transaction. Of what does not, every file is in state
 * `recording`, which nothing else looks at, until the last transaction makes all of them active.
 */
export function containers(
  connection: Connection,
  tables: RecordTables,
  work: Unfinished,
  { apply }: Pick<Readings, "apply">,
): ContainerStore {
  const link = linkingMembers(connection);
  const parts = { connection, tables, work };
  return {
    record: recordingWhole(parts, link),
    ...beginnings(parts),
    ...fillings(parts, link),
    finish: finishing(parts, apply),
  };
}
