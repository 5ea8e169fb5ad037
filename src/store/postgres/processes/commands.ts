import { compareEvents } from "../../../core/event/event.ts";
import type {
  CommandOutcome,
  CommandRecord,
  CommandRequest,
  CommandStore,
  DecidedEvent,
  DecisionBasis,
} from "../../port/processes/command-store.ts";
import { eventRecord, type StoredEventRow } from "../../rows/event-row.ts";
import type { Connection } from "../database/connection.ts";
import type { Intern } from "../database/interned.ts";
import type { EventRows } from "../events/event-rows.ts";
import type { GoesBy } from "../events/goes-by.ts";
import type { OwnEvents } from "../events/own-events.ts";
import { selectProcess } from "../events/process-heads.ts";
import { selectHistory } from "./builds.ts";

/** A command by the caller's key. */
const selectCommand = `
  SELECT c.id, c.key, n.text AS name, t.text AS "processType", c.process_key AS "processKey", c.data,
         c.actor, c.at, c.outcome, c.code, c.message
  FROM commands c JOIN strings n ON n.id = c.name JOIN strings t ON t.id = c.process_type
  WHERE c.key = ?`;

/** The newest revision of any event of a process. */
const selectNewestRevision = "SELECT coalesce(max(id), 0) FROM revisions WHERE process = ?";

type Columns = [
  key: string,
  name: number,
  processType: number,
  processKey: string,
  data: string,
  actor: string,
  at: number,
  outcome: CommandOutcome["outcome"],
  code: string | null,
  message: string | null,
];

type Statements = ReturnType<typeof statements>;

/** Prepares the statements. */
function statements({ db }: Connection) {
  const select = db.prepare<[string], Omit<CommandRecord, "events">>(selectCommand);
  const byIdentity = db
    .prepare<[string], number>("SELECT event FROM origins WHERE identity = ?")
    .pluck();
  const process = db.prepare<[string, number], { id: number; lastEvent: number }>(selectProcess);
  const wordOf = db.prepare<[string], number>("SELECT id FROM strings WHERE text = ?").pluck();
  const history = db.prepare<[number], StoredEventRow>(selectHistory);
  const newestRevision = db.prepare<[number], number>(selectNewestRevision).pluck();
  const put = db.prepare<Columns>(
    `INSERT INTO commands
       (key, name, process_type, process_key, data, actor, at, outcome, code, message)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET
       actor = excluded.actor, at = excluded.at, outcome = excluded.outcome,
       code = excluded.code, message = excluded.message`,
  );

  return { select, byIdentity, process, wordOf, history, newestRevision, put };
}

/** Finds a command with the events that it decided on. */
function finding({ select, byIdentity }: Statements) {
  async function find(key: string): Promise<CommandRecord | null> {
    const row = await select.get(key);
    if (row === undefined) return null;
    const recorded: number[] = [];
    for (let seq = await byIdentity.get(identity(key, 0)); seq !== undefined; ) {
      recorded.push(seq);
      seq = await byIdentity.get(identity(key, recorded.length));
    }
    return { ...row, events: recorded };
  }

  return find;
}

/** What a command is decided on. */
function bases({ process, wordOf, history, newestRevision }: Statements) {
  async function processOf(type: string, key: string) {
    const id = await wordOf.get(type);
    return id === undefined ? undefined : await process.get(key, id);
  }

  /** Whether the process is as it was when the command was decided. */
  async function isSame(
    { processType, processKey }: CommandRequest,
    basis: DecisionBasis,
  ): Promise<boolean> {
    const found = await processOf(processType, processKey);
    if (found === undefined) return basis.upTo === 0;
    return (
      found.lastEvent === basis.upTo && (await newestRevision.get(found.id)) === basis.revision
    );
  }

  async function basisOf(processType: string, key: string): Promise<DecisionBasis> {
    const found = await processOf(processType, key);
    if (found === undefined) return { events: [], upTo: 0, revision: 0 };
    // First: what is said of its events while they are read makes the decision stale.
    const revision = (await newestRevision.get(found.id)) ?? 0;
    const all = (await history.all(found.id)).map(eventRecord);
    return {
      events: all.filter((event) => event.void !== true).sort(compareEvents),
      upTo: found.lastEvent,
      revision,
    };
  }

  return { basisOf, isSame };
}

/** Appends what was decided. */
function recording(events: EventRows, own: OwnEvents, { select }: Statements) {
  /** After everything that it was decided on, whatever its senders' clocks said. */
  async function record(
    key: string,
    decided: readonly DecidedEvent[],
    { events: before }: DecisionBasis,
    recordedAt: number,
  ): Promise<void> {
    const ref = (await select.get(key))?.id ?? 0;
    const occurredAt = Math.max(recordedAt, (before.at(-1)?.occurredAt ?? 0) + 1);
    await events.begin();
    for (const [place, event] of decided.entries())
      await own.append(
        {
          ...event,
          occurredAt,
          origin: { kind: "command", identity: identity(key, place), ref, cause: null },
        },
        recordedAt,
      );
  }

  return record;
}

/** Commands, and the events that they decided on. */
export function commands(
  connection: Connection,
  word: Intern,
  events: EventRows,
  found: GoesBy,
  own: OwnEvents,
): Pick<CommandStore, "get" | "basis" | "keep"> {
  const prepared = statements(connection);
  const { put } = prepared;
  const find = finding(prepared);
  const { basisOf, isSame } = bases(prepared);
  const record = recording(events, own, prepared);

  return {
    get: (key) => connection.read(() => find(key)),

    basis: ({ processType, key }) => connection.read(() => basisOf(processType, key)),

    keep: ({ request, outcome, events: decided, basis, references = [] }) =>
      connection.write(async () => {
        const before = await find(request.key);
        if (before !== null && before.outcome !== "failed")
          return { command: before, repeated: true };
        if (!(await isSame(request, basis))) return null;
        const { key, name, processType, processKey, data, actor } = request;
        const at = await connection.stamp();
        const code = outcome.outcome === "refused" ? outcome.code : null;
        const message = outcome.outcome === "recorded" ? null : outcome.message;
        const words = [await word(name), await word(processType)] as const;
        await put.run(key, ...words, processKey, data, actor, at, outcome.outcome, code, message);
        await record(key, decided, basis, at);
        await found.name(await word(processType), processKey, references, at);
        const command = await find(key);
        if (command === null) throw new Error(`Command ${key} is gone within its transaction`);
        return { command, repeated: false };
      }),
  };
}

function identity(key: string, place: number): string {
  return `command:${key}:${place}`;
}
