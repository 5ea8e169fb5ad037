import type { ContainerStore } from "../../../port/files/container-store.ts";
import { forgottenWork, noLongerRepeated } from "../../../rules/files/file-refusals.ts";
import { type HalfRecorded, hasOwnError } from "../../../rules/files/half-recorded.ts";
import { samenessFrom } from "../../../rules/files/likeness.ts";
import { prepareReading } from "../../../rules/files/prepared-file.ts";
import { deleteMessages } from "../message-rows.ts";
import type { Readings } from "../reading/apply-reading.ts";
import type { NewMessages } from "../reading/file-messages.ts";
import { type ContainerParts, refusing } from "./add-hidden.ts";
import { selectInside } from "./inside.ts";

/** Making what was recorded of a container active. */
function standingUp({ connection, tables, work }: ContainerParts) {
  const removeMessages = connection.db.prepare<[number, number]>(deleteMessages);

  /** Makes the files inside active; gives what has to go because its container is not active. */
  function standAll(rows: readonly HalfRecorded[], standing: Set<number>): number[] {
    const gone: number[] = [];
    for (const row of rows) {
      if (row.container !== null && !standing.has(row.container)) {
        gone.push(row.id);
        continue;
      }
      const refused = hasOwnError(row);
      const verdict = tables.files.judge(row, {
        refused,
        identity: row.identity,
        sameness: samenessFrom(row),
      });
      const takesMessages = verdict.state === "recorded" || verdict.state === "conflict";
      // A file that was active with its bytes when it was added is active no more: its messages are not there.
      if (takesMessages && row.messages > 0 && row.hasMessages === 0)
        throw noLongerRepeated(row.id);
      if (!takesMessages && row.hasMessages === 1) removeMessages.run(row.id, -1);
      tables.files.setState(row.id, verdict.state, verdict.otherFile);
      if (row.awaitingRelease === 1 && !takesMessages)
        tables.files.setAwaitingRelease(row.id, false);
      work.unmark(row.id);
      if (takesMessages)
        tables.mentions.ofWaiting(
          row.id,
          verdict.state === "conflict" || tables.files.isAwaitingRelease(row.id),
        );
      if (verdict.state !== "recorded") continue;
      standing.add(row.id);
      tables.messages.enqueue(row.id, 0);
    }
    return gone;
  }

  return standAll;
}

/** Making a container and the files in it active. */
export function finishing(
  parts: ContainerParts,
  apply: Readings["apply"],
): ContainerStore["finish"] {
  const { connection, tables, work } = parts;
  const { db } = connection;
  const inside = db.prepare<[number], HalfRecorded>(selectInside);
  const arrivalOf = db
    .prepare<[number], string>(
      "SELECT k.text || '/' || f.tail FROM files f JOIN claims k ON k.id = f.claim WHERE f.id = ?",
    )
    .pluck();
  const refuseUnlessOurs = refusing(parts);
  const standAll = standingUp(parts);

  return async ({ container, again }) => {
    const reading = again === undefined ? null : prepareReading(again.outcome, []);
    const { result, gone } = await connection.write(() => {
      refuseUnlessOurs(container);
      const rows = inside.all(container);
      const standing = new Set<number>();
      if (reading !== null && again !== undefined) {
        const applied = apply(container, reading, noMessages, again.occurredAt);
        work.unmark(container);
        if (applied.state === "recorded") standing.add(container);
      }
      const left = standAll(rows, standing);
      const known = tables.files.known(arrivalOf.get(container) ?? "/");
      if (known === null) throw forgottenWork(container);
      return { result: { ...known, known: false }, gone: left };
    });
    for (const id of gone.toReversed()) await work.drop(id);
    return result;
  };
}

const noMessages: NewMessages = { items: [], dataAt: () => null, put: () => null };
