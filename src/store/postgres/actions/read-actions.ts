import type {
  ActionDetail,
  ActionRecord,
  ActionState,
  DoneEffect,
  FailedAttempt,
  Intervention,
} from "../../../core/action/ledger.ts";
import type { Verdict } from "../../../core/define/condition.ts";
import { isFromEnd, sliceOf } from "../../../core/list/slice.ts";
import { chainOf } from "../../chain.ts";
import type { ActionFilter, ActionStore } from "../../port/actions/action-store.ts";
import { upTo } from "../../rows/listed.ts";
import { failingAction } from "../../stuck/failing.ts";
import type { Connection } from "../database/connection.ts";
import { countUpTo, rowsUpTo, type UpTo } from "../database/count-up-to.ts";
import { mapInTurn } from "../database/in-turn.ts";
import { inKeys, keysPerPage, listing, listingOf, type RowsByKeys } from "../database/listing.ts";

/** Rows of the ledger as people see them. */
const selectActions = `
  SELECT a.id, n.text AS name, a.state, ${failingAction("a")} AS failing, pt.text AS "processType", p.key, a.event, et.text AS "eventType",
         a.nth, a.reason, a.planned_at AS "plannedAt", a.due_at AS "dueAt", a.attempts,
         a.started_at AS "startedAt", a.ended_at AS "endedAt"
  FROM actions a
  JOIN strings n ON n.id = a.name JOIN strings pt ON pt.id = a.process_type
  JOIN processes p ON p.id = a.process
  JOIN events e ON e.seq = a.event JOIN strings et ON et.id = e.type
  WHERE a.id ${inKeys} ORDER BY a.id`;

const wanted = `
  a.id > @after AND a.id < @before
  AND (@name::text IS NULL OR a.name = (SELECT id FROM strings WHERE text = @name))
  AND (@type::text IS NULL OR a.process_type = (SELECT id FROM strings WHERE text = @type))`;

const wantedState = `
  (@state::text IS NULL OR a.state = @state OR (@state = 'failing' AND ${failingAction("a")})) AND ${wanted}`;

/** Numbers of the actions wanted, in whichever way finds them quickest. */
const selectActionIds = {
  all: `SELECT a.id FROM actions a WHERE ${wantedState} ORDER BY a.id LIMIT @limit`,
  newest: `SELECT a.id FROM actions a WHERE ${wantedState} ORDER BY a.id DESC LIMIT @limit`,
  stuck: `
    SELECT a.id FROM actions a
    WHERE a.state IN ('failed', 'needs-review') AND a.state = @state AND ${wanted}
    ORDER BY a.id LIMIT @limit`,
  failing: `
    SELECT a.id FROM actions a
    WHERE ${failingAction("a")} AND ${wanted} ORDER BY a.id LIMIT @limit`,
  running: `SELECT a.id FROM actions a WHERE a.state = 'running' AND ${wanted} ORDER BY a.id`,
  ofKey: `
    ${chainOf("key = @key")}
    SELECT a.id FROM chain c JOIN actions a ON a.event = c.seq WHERE ${wantedState} ORDER BY a.id`,
} as const;

/** What an action brought about, by the identities that its events bear. */
const selectEventEffects = `
  SELECT o.event, w.text AS type FROM origins o JOIN events e ON e.seq = o.event
  JOIN strings w ON w.id = e.type
  WHERE o.identity > ? AND o.identity < ? ORDER BY o.event`;

/** Outbound messages that an action asked for. */
const selectOutboundMessageEffects = `
  SELECT o.id AS message, o.state, l.flow FROM outbound_messages o JOIN outbound_queues l ON l.id = o.queue
  WHERE o.action = ? ORDER BY o.place`;

/** Counts what is under way or needs a person, never what ended. */
const countActionStates = {
  planned: `
    SELECT (${countUpTo("actions WHERE state = 'planned' AND parked = 0")})
         + (${countUpTo("actions WHERE state = 'planned' AND parked = 1")})`,
  running: countUpTo("actions WHERE state = 'running'"),
  failed: countUpTo("actions WHERE state IN ('failed', 'needs-review') AND state = 'failed'"),
  "needs-review": countUpTo(
    "actions WHERE state IN ('failed', 'needs-review') AND state = 'needs-review'",
  ),
} as const satisfies Partial<Record<ActionState, string>>;

interface Wanted {
  readonly after: number;
  readonly before: number;
  readonly state: NonNullable<ActionFilter["state"]> | null;
  readonly name: string | null;
  readonly type: string | null;
}

/** What is stuck or failing is listed from the oldest on: it has waited the longest. */
function isListedFromOldest(state: ActionFilter["state"] | null): boolean {
  return state === "failed" || state === "needs-review" || state === "failing";
}

interface OutboundMessageEffect {
  readonly message: number;
  readonly state: string;
  readonly flow: string | null;
}

/** Reads rows of the ledger by their numbers. */
export function actionReader({ db }: Connection): RowsByKeys<ActionRecord> {
  const select = db.prepare<[string], Omit<ActionRecord, "failing"> & { failing: 0 | 1 }>(
    selectActions,
  );
  return async (ids) =>
    (await select.all(JSON.stringify(ids))).map((row) => ({ ...row, failing: row.failing === 1 }));
}

/** Finding the numbers of the actions wanted. */
function numbersOf({ db }: Connection) {
  const ids = <Parameters extends object>(sql: string) =>
    db.prepare<[Parameters], number>(sql).pluck();
  const all = ids<Wanted & { limit: number }>(selectActionIds.all);
  const newest = ids<Wanted & { limit: number }>(selectActionIds.newest);
  const stuck = ids<Wanted & { limit: number }>(selectActionIds.stuck);
  const failing = ids<Wanted & { limit: number }>(selectActionIds.failing);
  const running = ids<Wanted>(selectActionIds.running);
  const ofKey = ids<Wanted & { key: string }>(selectActionIds.ofKey);

  return { all, newest, stuck, failing, running, ofKey };
}

/** Reads all that is known of one action. */
function detailReader({ db }: Connection) {
  const verdicts = db
    .prepare<[number], string | null>("SELECT verdicts FROM actions WHERE id = ?")
    .pluck();
  const failures = db.prepare<[number], FailedAttempt>(
    `SELECT attempt, started_at AS "startedAt", ended_at AS "endedAt", outcome, reason, error
     FROM attempts WHERE action = ? ORDER BY attempt`,
  );
  const interventions = db.prepare<[number], Intervention>(
    "SELECT kind, actor, reason, at, made FROM interventions WHERE action = ? ORDER BY id",
  );
  const madeFor = db
    .prepare<[number], number>("SELECT action FROM interventions WHERE made = ?")
    .pluck();
  const eventEffects = db.prepare<[string, string], { event: number; type: string }>(
    selectEventEffects,
  );
  const outboundMessageEffects = db.prepare<[number], OutboundMessageEffect>(
    selectOutboundMessageEffects,
  );

  async function detailOf(record: ActionRecord): Promise<ActionDetail> {
    const { id } = record;
    const sent = (await outboundMessageEffects.all(id)).map(
      ({ message, state, flow }): DoneEffect => ({
        kind: flow === null ? "email" : "file",
        message,
        state,
      }),
    );
    const happened = (await eventEffects.all(`action:${id}:`, `action:${id};`)).map(
      (effect): DoneEffect => ({ kind: "event", ...effect }),
    );
    return {
      ...record,
      verdicts: JSON.parse((await verdicts.get(id)) ?? "[]") as Verdict[],
      failures: await failures.all(id),
      interventions: await interventions.all(id),
      effects: [...happened, ...sent],
      madeFor: (await madeFor.get(id)) ?? null,
    };
  }

  return detailOf;
}

/** Reading the ledger. */
export function readActions(
  connection: Connection,
  actionsOf: RowsByKeys<ActionRecord>,
): Pick<ActionStore, "get" | "list" | "counts"> {
  const { all, newest, stuck, failing, running, ofKey } = numbersOf(connection);
  const detailOf = detailReader(connection);
  const { db } = connection;
  const counts = Object.entries(countActionStates).map(
    ([state, sql]) => [state as ActionState, db.prepare<[UpTo], number>(sql).pluck()] as const,
  );

  /** Numbers when few enough to be read at once; null when only pages will do. */
  function fewIds(filter: ActionFilter, sought: Wanted): (() => Promise<number[]>) | null {
    const { key, state, limit } = filter;
    if (key !== undefined) return async () => sliceOf(await ofKey.all({ ...sought, key }), filter);
    if (state === "running") return async () => sliceOf(await running.all(sought), filter);
    if (limit === undefined || isListedFromOldest(state)) return null;
    if (!isFromEnd(filter)) return () => all.all({ ...sought, limit });
    return async () => (await newest.all({ ...sought, limit })).reverse();
  }

  /** What is stuck is listed from the oldest on, however few are asked for: it has waited the longest. */
  function stuckOnes(sought: Wanted, limit: number | undefined): AsyncIterable<ActionRecord> {
    const found = sought.state === "failing" ? failing : stuck;
    const page = (after: number) =>
      found.all({
        ...sought,
        after: Math.max(after, sought.after),
        limit: Math.min(keysPerPage, limit ?? keysPerPage),
      });
    return upTo(listing(connection, "action", page, actionsOf), limit);
  }

  return {
    get: (id) =>
      connection.read(async () => {
        const [record] = await actionsOf([id]);
        return record === undefined ? null : await detailOf(record);
      }),
    list(filter = {}) {
      const { state = null, name = null, processType: type = null } = filter;
      const { after = 0, before = Number.MAX_SAFE_INTEGER } = filter;
      const sought = { after, before, state, name, type };
      const few = fewIds(filter, sought);
      if (few !== null) return listingOf(connection, "action", few, actionsOf);
      if (isListedFromOldest(state)) return stuckOnes(sought, filter.limit);
      return listing(
        connection,
        "action",
        (last) => all.all({ ...sought, after: Math.max(last, after), limit: keysPerPage }),
        actionsOf,
      );
    },
    counts: (limit = {}) =>
      connection.read(async () => {
        const found = await mapInTurn(
          counts,
          async ([state, count]) => [state, (await count.get(rowsUpTo(limit))) ?? 0] as const,
        );
        return Object.fromEntries(found.filter(([, count]) => count > 0));
      }),
  };
}
