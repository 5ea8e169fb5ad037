import { pack } from "../../../packs/bundle.ts";
import type { ContainerStore } from "../../../port/files/container-store.ts";
import type { HalfRecorded } from "../../../rules/files/half-recorded.ts";
import { prepareHash, prepareReading } from "../../../rules/files/prepared-file.ts";
import { type ContainerParts, hiding } from "./add-hidden.ts";
import { selectInside } from "./inside.ts";

/** Beginning with a container. */
export function beginnings(parts: ContainerParts): Pick<ContainerStore, "begin" | "reopen"> {
  const { connection, tables, work } = parts;
  const addHidden = hiding(parts);
  const inside = connection.db.prepare<[number], HalfRecorded>(selectInside);

  /** A try of this program's that failed, or of one that was killed; the members first. */
  async function dropEarlierTry(container: number): Promise<void> {
    const rows = await connection.read(() => inside.all(container));
    for (const { id } of rows.toReversed()) await work.clear(id);
  }

  return {
    async begin({ container, outcome }) {
      const hash = prepareHash(container.hash);
      const prepared = prepareReading(outcome, []);
      const bytes = container.bytes === undefined ? null : (pack([container.bytes])[0] ?? null);
      const earlier = await connection.write(() => tables.files.known(container.arrival));
      if (earlier?.state === "recording") await dropEarlierTry(earlier.id);
      return connection.write(async () => {
        const known = await tables.files.known(container.arrival);
        if (known !== null) return known;
        const stored = await tables.contents.find(hash);
        const verdict = await tables.files.judge({ ...container, content: stored }, prepared);
        const { arrival } = container;
        if (verdict.state === "recorded") {
          const { id } = await addHidden(container, hash, prepared, null, bytes);
          return { id, arrival, state: "recording", otherFile: null, known: false };
        }
        const isRepeat = verdict.state === "duplicate";
        const content = await tables.contents.keep(
          stored,
          hash,
          container.sizeBytes,
          bytes,
          isRepeat,
        );
        const id = await tables.files.add(
          container,
          content,
          prepared,
          verdict,
          await connection.stamp(),
        );
        return { id, arrival, ...verdict, known: false };
      });
    },

    async reopen(container) {
      await work.clear(container);
      await dropEarlierTry(container);
      await connection.write(() => work.mark(container));
    },
  };
}
