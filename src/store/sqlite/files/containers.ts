import { hasError } from "../../../core/file/problem.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import type { ContainerStore, PackedPlace } from "../../port/files/container-store.ts";
import type { Arrival, Recorded } from "../../port/files/file-store.ts";
import type { Connection } from "../database/connection.ts";
import type { NewMessages, Readings } from "./apply-reading.ts";
import { type BundledBytes, pack } from "./bundle.ts";
import {
  type Likeness,
  likenessColumns,
  type StoredSameness,
  samenessColumns,
  samenessFrom,
} from "./file-rows.ts";
import { judgeFile } from "./judge-file.ts";
import { deleteMessages } from "./message-rows.ts";
import {
  type PreparedFile,
  type PreparedReading,
  prepareFile,
  prepareHash,
  prepareReading,
  problemsFrom,
} from "./prepared-file.ts";
import { inSequence, packNew, type RecordTables, recordOne } from "./record-files.ts";
import { forgotten, type Unfinished } from "./unfinished.ts";

/** What is half recorded of a container and all that lies in it, each after what it lay in. */
export const selectInside = `
  WITH RECURSIVE inside (file, container) AS (
    SELECT ?, NULL
    UNION ALL
    SELECT m.file, m.container FROM inside i CROSS JOIN members m ON m.container = i.file)
  SELECT f.id, i.container, f.identity, f.problems, f.messages, f.on_hold AS onHold, ${likenessColumns}, ${samenessColumns},
         EXISTS (SELECT 1 FROM messages m WHERE m.file = f.id) AS hasMessages
  FROM inside i CROSS JOIN files f ON f.id = i.file WHERE f.state = 'recording' ORDER BY f.id`;

interface Inside extends Likeness, StoredSameness {
  readonly id: number;
  readonly container: number | null;
  readonly identity: string | null;
  readonly problems: string | null;
  readonly messages: number;
  readonly onHold: 0 | 1;
  readonly hasMessages: 0 | 1;
}

type ContainerVerbs = ContainerStore;

type Statements = ReturnType<typeof statements>;

interface ContainerParts {
  readonly connection: Connection;
  readonly tables: RecordTables;
  readonly work: Unfinished;
}

/** Prepares the statements. */
function statements({ db }: Connection) {
  const link = db.prepare<[number, number, string]>(
    "INSERT INTO members (file, container, path) VALUES (?, ?, ?)",
  );
  const inside = db.prepare<[number], Inside>(selectInside);
  const arrivalOf = db
    .prepare<[number], string>(
      "SELECT k.text || '/' || f.tail FROM files f JOIN claims k ON k.id = f.claim WHERE f.id = ?",
    )
    .pluck();
  const removeMessages = db.prepare<[number, number]>(deleteMessages);

  return { link, inside, arrivalOf, removeMessages };
}

/** Adding files that do not count yet. */
function hiding({ connection, tables, work }: ContainerParts) {
  /** Adds a file that does not count yet; says whether it takes messages. */
  function addHidden(
    arrival: Arrival,
    hash: Buffer,
    prepared: PreparedReading,
    file: PreparedFile | null,
    packed: BundledBytes | null,
  ): { readonly id: number; readonly takesMessages: boolean } {
    const stored = tables.contents.find(hash);
    const messages = file?.arrival.messages ?? [];
    const { verdict, reading, fills } = judgeFile(
      tables,
      { ...arrival, content: stored },
      prepared,
      messages,
    );
    const content = stored ?? tables.contents.add(hash, arrival.sizeBytes, packed);
    const hidden = { state: "recording", otherFile: null } as const;
    const id = tables.files.add(arrival, content, reading, hidden, connection.stamp());
    if (fills) tables.sequences.fill(id, reading, arrival.occurredAt);
    work.mark(id);
    tables.mentions.ofRefused(id, reading.named);
    return { id, takesMessages: verdict.state === "recorded" || verdict.state === "conflict" };
  }

  return addHidden;
}

/** Making what was recorded of a container stand. */
function standingUp({ tables, work }: ContainerParts, { removeMessages }: Statements) {
  /** Makes what is inside stand; gives what has to go because its container does not stand. */
  function standAll(rows: readonly Inside[], standing: Set<number>): number[] {
    const gone: number[] = [];
    for (const row of rows) {
      if (row.container !== null && !standing.has(row.container)) {
        gone.push(row.id);
        continue;
      }
      const refused = isRefused(row);
      const verdict = tables.files.judge(row, {
        refused,
        identity: row.identity,
        sameness: samenessFrom(row),
      });
      const takesMessages = verdict.state === "recorded" || verdict.state === "conflict";
      // A file that stood with its bytes when it was added stands no more: its messages are not there.
      if (takesMessages && row.messages > 0 && row.hasMessages === 0) throw changed(row.id);
      if (!takesMessages && row.hasMessages === 1) removeMessages.run(row.id, -1);
      tables.files.setState(row.id, verdict.state, verdict.otherFile);
      if (row.onHold === 1 && !takesMessages) tables.files.setOnHold(row.id, false);
      work.unmark(row.id);
      if (takesMessages)
        tables.mentions.ofWaiting(
          row.id,
          verdict.state === "conflict" || tables.files.isOnHold(row.id),
        );
      if (verdict.state !== "recorded") continue;
      standing.add(row.id);
      tables.messages.enqueue(row.id, 0);
    }
    return gone;
  }

  return standAll;
}

/** Beginning with a container. */
function beginnings(
  parts: ContainerParts,
  { inside }: Statements,
): Pick<ContainerStore, "begin" | "reopen"> {
  const { connection, tables, work } = parts;
  const addHidden = hiding(parts);

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
      return connection.write(() => {
        const known = tables.files.known(container.arrival);
        if (known !== null) return known;
        const stored = tables.contents.find(hash);
        const verdict = tables.files.judge({ ...container, content: stored }, prepared);
        const { arrival } = container;
        if (verdict.state === "recorded") {
          const { id } = addHidden(container, hash, prepared, null, bytes);
          return { id, arrival, state: "recording", otherFile: null, known: false };
        }
        const content = stored ?? tables.contents.add(hash, container.sizeBytes, bytes);
        const id = tables.files.add(container, content, prepared, verdict, connection.stamp());
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

/** Adding what lies in a container. */
function fillings(
  parts: ContainerParts,
  { link }: Statements,
): Pick<ContainerStore, "add" | "beginMember"> {
  const { connection, tables } = parts;
  const addHidden = hiding(parts);
  const refuseUnlessOurs = refusing(parts);

  function containerOf({ container }: PackedPlace): number {
    const known = tables.files.known(container);
    if (known === null) throw new Error(`${container} is no file of the store`);
    return known.id;
  }

  return {
    async add({ container, files }) {
      const prepared = files.map(({ file, place }) => ({ file: prepareFile(file), place }));
      const packed = await connection.read(() =>
        packNew(
          tables.contents,
          prepared.map(({ file }) => file),
        ),
      );
      await connection.write(() => {
        refuseUnlessOurs(container);
        for (const { file, place } of prepared) {
          if (place === null) continue;
          const { arrival, hash, reading } = file;
          const bytes = packed.get(arrival.hash) ?? null;
          const { id, takesMessages } = addHidden(arrival, hash, reading, file, bytes);
          link.run(id, containerOf(place), place.path);
          if (takesMessages) tables.messages.add(id, file.items);
        }
      });
    },

    async beginMember({ container, place, file: arrival, outcome }) {
      const hash = prepareHash(arrival.hash);
      const prepared = prepareReading(outcome, []);
      return connection.write(() => {
        refuseUnlessOurs(container);
        const added = addHidden(arrival, hash, prepared, null, null);
        link.run(added.id, containerOf(place), place.path);
        return added;
      });
    },
  };
}

/** Refuses what is not this program's work. */
function refusing({ work }: ContainerParts) {
  function refuseUnlessOurs(container: number): void {
    if (work.workerOf(container) !== "this") throw forgotten(container);
  }

  return refuseUnlessOurs;
}

/** Recording a container that fits in memory. */
function recordingWhole(
  { connection, tables }: ContainerParts,
  { link }: Statements,
): ContainerStore["record"] {
  return async (files) => {
    const prepared = new Map(files.map((packed) => [prepareFile(packed.file), packed]));
    const all = [...prepared.keys()];
    const packed = await connection.read(() => packNew(tables.contents, all));
    return connection.write(() => {
      const recordedAt = connection.stamp();
      const standing = new Map<string, number>();
      const recorded: Recorded[] = [];
      for (const file of inSequence(all)) {
        const place = prepared.get(file)?.place ?? null;
        const container = place === null ? null : standing.get(place.container);
        if (container === undefined) continue;
        const result = recordOne(tables, file, { packed, absent: new Set() }, recordedAt);
        recorded.push(result);
        if (result.known && place === null) return recorded;
        if (container !== null && place !== null) link.run(result.id, container, place.path);
        if (result.state === "recorded") standing.set(result.arrival, result.id);
      }
      return recorded;
    });
  };
}

/** Making a container and what lies in it stand. */
function finishing(
  parts: ContainerParts,
  apply: Readings["apply"],
  prepared: Statements,
): ContainerStore["finish"] {
  const { connection, tables, work } = parts;
  const { inside, arrivalOf } = prepared;
  const refuseUnlessOurs = refusing(parts);
  const standAll = standingUp(parts, prepared);

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
      if (known === null) throw forgotten(container);
      return { result: { ...known, known: false }, gone: left };
    });
    for (const id of gone.toReversed()) await work.drop(id);
    return result;
  };
}

/**
 * Recording containers. What fits in memory is one transaction. Of what does not, every file is in state
 * `recording`, which nothing else looks at, until the last transaction makes all of them stand.
 */
export function containers(
  connection: Connection,
  tables: RecordTables,
  work: Unfinished,
  { apply }: Pick<Readings, "apply">,
): ContainerVerbs {
  const prepared = statements(connection);
  const parts = { connection, tables, work };
  return {
    record: recordingWhole(parts, prepared),
    ...beginnings(parts, prepared),
    ...fillings(parts, prepared),
    finish: finishing(parts, apply, prepared),
  };
}

/** Whether a file has an error beside the one that it waits for a person because of. */
function isRefused({ problems, onHold }: Inside): boolean {
  const errors = problemsFrom(problems).filter((one) => hasError([one]));
  return errors.length > onHold;
}

const noMessages: NewMessages = { items: [], dataAt: () => null, put: () => null };

function changed(file: number): RefusedError {
  return new RefusedError(
    "conflict",
    `What file ${file} repeated stands no more since its container was read. It is read again.`,
    { about: `file ${file}` },
  );
}
