import type {
  NewReading,
  Restated,
  RestatementStore,
} from "../../port/events/restatement-store.ts";
import { prepareMessage, prepareReading } from "../../rules/files/prepared-file.ts";
import type { Connection } from "../database/connection.ts";
import { someInTurn } from "../database/in-turn.ts";
import type { Intern } from "../database/interned.ts";
import type { InMemory, Readings } from "../files/reading/apply-reading.ts";
import type { EventRows } from "./event-rows.ts";
import type { GoesBy } from "./goes-by.ts";
import { type RestateStatements, restateStatements } from "./restate-statements.ts";
import type { RevisionRows, Said } from "./revision-rows.ts";

interface RestatingParts {
  readonly connection: Connection;
  readonly word: Intern;
  readonly events: EventRows;
  readonly found: GoesBy;
  readonly revisions: RevisionRows;
}

/** Whether the events were revised again, or the file is active no longer, since they were compared. */
function staleness(
  word: Intern,
  events: EventRows,
  { saidSince, eventThere, stands }: RestateStatements,
) {
  async function isStale(
    file: number,
    changes: readonly Restated[],
    revision: number,
  ): Promise<boolean> {
    if ((await stands.get(file)) === undefined) return true;
    return await someInTurn(changes, async (change) => {
      if (change.kind === "message") return false;
      if (change.kind !== "record")
        return (await saidSince.get(change.event, revision)) !== undefined;
      const type = await word(change.processType);
      const there = await events.process(type, change.key);
      if (there === undefined) return false;
      const found = await eventThere.get(
        change.message,
        type,
        there.id,
        await word(change.eventType),
      );
      return found !== undefined;
    });
  }

  return isStale;
}

/** Carrying out one change. */
function carryingOut(
  { word, events, found, revisions }: RestatingParts,
  { occurredAt, wait, recount, readAnewOf, mention }: RestateStatements,
) {
  async function record(
    file: number,
    change: Restated & { kind: "record" },
    recordedAt: number,
  ): Promise<void> {
    const { message, key, otherwise, data, references = [] } = change;
    const processType = await word(change.processType);
    const type = await word(change.eventType);
    const sentAt = (await occurredAt.get(file)) ?? recordedAt;
    const row = { processType, type, occurredAt: sentAt, recordedAt, schemaVersion: 1, message };
    if (change.finds === true) {
      const places = await found.seek({ ...row, data, references, history: 0 });
      await recount.run(places, file);
      if (places === 0 && otherwise === "wait")
        await wait.run(message, processType, key, type, recordedAt, data);
      return;
    }
    if (otherwise !== undefined && !(await events.isThere(processType, key))) {
      if (otherwise !== "wait") return;
      await wait.run(message, processType, key, type, recordedAt, data);
      events.waits();
      return;
    }
    await events.append({ ...row, key, data });
    await recount.run(1, file);
    await found.name(processType, key, references, recordedAt);
  }

  async function readMessage({ message, reading }: Restated & { kind: "message" }): Promise<void> {
    const { lastLine, group, subjectKind, subjectKey, problems } = reading;
    const kind = subjectKind === null ? null : await word(subjectKind);
    await readAnewOf.run(lastLine, await word(group), kind, subjectKey, problems, message);
    await mention.run(message);
  }

  async function carryOut(file: number, change: Restated, said: Said): Promise<void> {
    switch (change.kind) {
      case "data":
        await revisions.amendEvent(change.event, "restate", change, said);
        break;
      case "void":
        await revisions.voidEvent(change.event, said);
        break;
      case "unvoid":
        await revisions.unvoidEvent(change.event, said);
        break;
      case "record":
        await record(file, change, said.at);
        break;
      case "message":
        await readMessage(change);
        break;
    }
  }

  return carryOut;
}

/** Reads the stored messages of some lines of a file, with what it became. */
function standingMessages({ messages, eventsAt, newestRevision }: RestateStatements) {
  return async (file: number, fromLine: number, toLine: number) => {
    // First: what is said of the events while they are read makes the comparison stale.
    const revision = (await newestRevision.get()) ?? 0;
    const found = Map.groupBy(await eventsAt.all(file, fromLine, toLine), ({ message }) => message);
    return {
      revision,
      messages: (await messages.all(file, fromLine, toLine)).map((row) => ({
        ...row,
        invalid: row.invalid === 1,
        events: (found.get(row.id) ?? []).map(({ message: _, corrected, ...event }) => ({
          ...event,
          corrected: corrected === 1,
        })),
      })),
    };
  };
}

/** Reading active files again: what came out otherwise is appended, event by event. */
export function restating(
  parts: RestatingParts,
  { apply, noteRestated }: Readings,
  inMemory: InMemory,
): RestatementStore {
  const { connection, word, events } = parts;
  const prepared = restateStatements(connection);
  const { files } = prepared;
  const standing = standingMessages(prepared);
  const isStale = staleness(word, events, prepared);
  const carryOut = carryingOut(parts, prepared);

  async function readAnew(
    file: number,
    { outcome, messages: items, occurredAt: at }: NewReading,
  ): Promise<void> {
    await apply(
      file,
      prepareReading(outcome, items),
      inMemory(items, items.map(prepareMessage)),
      at,
    );
  }

  return {
    files: ({ selection: { flow, sender, since, until, file }, after, limit }) =>
      connection.read(() =>
        files.all({
          after,
          limit,
          flow: flow ?? null,
          sender: sender ?? null,
          since: since ?? null,
          until: until ?? null,
          file: file ?? null,
        }),
      ),

    messages: ({ file, fromLine, toLine }) =>
      connection.read(() => standing(file, fromLine, toLine)),

    record: ({ file, changes, revision, changedBy, reading }) =>
      connection.write(async () => {
        if (await isStale(file, changes, revision)) return false;
        const said = { ...changedBy, at: await connection.stamp(), restated: true };
        await events.begin();
        for (const change of changes) await carryOut(file, change, said);
        if (reading !== null) await readAnew(file, reading);
        return true;
      }),

    note: ({ file, outcome }) =>
      connection.write(() => noteRestated(file, prepareReading(outcome, []))),
  };
}
