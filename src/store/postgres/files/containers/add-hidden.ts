import type { BundledBytes } from "../../../packs/bundle.ts";
import type { Arrival } from "../../../port/files/file-store.ts";
import { forgottenWork } from "../../../rules/files/file-refusals.ts";
import type { PreparedFile, PreparedReading } from "../../../rules/files/prepared-file.ts";
import type { Connection } from "../../database/connection.ts";
import { judgeFile } from "../add-file.ts";
import type { RecordTables } from "../record-files.ts";
import type { Unfinished } from "../unfinished.ts";

/** What recording containers works with. */
export interface ContainerParts {
  readonly connection: Connection;
  readonly tables: RecordTables;
  readonly work: Unfinished;
}

/** Adding files that do not count yet. */
export function hiding({ connection, tables, work }: ContainerParts) {
  /** Adds a file that does not count yet; says whether it takes messages. */
  async function addHidden(
    arrival: Arrival,
    hash: Buffer,
    prepared: PreparedReading,
    file: PreparedFile | null,
    packed: BundledBytes | null | undefined,
  ): Promise<{ readonly id: number; readonly takesMessages: boolean }> {
    const stored = await tables.contents.find(hash);
    const messages = file?.arrival.messages ?? [];
    const { verdict, reading, fills } = await judgeFile(
      tables,
      { ...arrival, content: stored },
      prepared,
      messages,
    );
    const isRepeat = verdict.state === "duplicate";
    const content = await tables.contents.keep(stored, hash, arrival.sizeBytes, packed, isRepeat);
    const hidden = { state: "recording", otherFile: null } as const;
    const id = await tables.files.add(arrival, content, reading, hidden, await connection.stamp());
    if (fills) await tables.sequences.fill(id, reading, arrival.occurredAt);
    await work.mark(id);
    await tables.mentions.ofRefused(id, reading.named);
    return { id, takesMessages: verdict.state === "recorded" || verdict.state === "conflict" };
  }

  return addHidden;
}

/** Refuses what is not this program's work. */
export function refusing({ work }: ContainerParts) {
  async function refuseUnlessOurs(container: number): Promise<void> {
    if ((await work.workerOf(container)) !== "this") throw forgottenWork(container);
  }

  return refuseUnlessOurs;
}
