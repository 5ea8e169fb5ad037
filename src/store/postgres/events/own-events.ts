import type { Connection } from "../database/connection.ts";
import type { Intern } from "../database/interned.ts";
import type { EventRows } from "./event-rows.ts";

/** An event that no message brought. */
export interface OwnEvent {
  readonly processType: string;
  readonly key: string;
  readonly type: string;
  readonly version: number;
  /** JSON text of its data, checked. */
  readonly data: string;
  /** Milliseconds since 1970: the later of now and the cause's moment + 1, or when a deadline was due. */
  readonly occurredAt: number;
  readonly origin: Origin;
}

/** What made an event that no message brought. */
export interface Origin {
  readonly kind: "command" | "action" | "deadline" | "delivery";
  /** Tells it from all others, however often it is tried, e.g. `action:17:0`. */
  readonly identity: string;
  /** The row in commands, actions, deadlines or outbound. */
  readonly ref: number;
  /** The event because of which it was made; null when people asked. */
  readonly cause: number | null;
}

/** Appending events of our own. Within a write only, after `EventRows.begin`. */
export interface OwnEvents {
  /** The event of this identity: the one there is, else a new one. */
  append(event: OwnEvent, recordedAt: number): Promise<number>;
  /** When an event occurred; null when there is none of that number. */
  occurredAt(seq: number): Promise<number | null>;
}

/** Finds the event of an identity. */
const selectOriginByIdentity = "SELECT event FROM origins WHERE identity = ?";

/** Prepares the statements. */
export function ownEvents(connection: Connection, word: Intern, events: EventRows): OwnEvents {
  const { db } = connection;
  const known = db.prepare<[string], number>(selectOriginByIdentity).pluck();
  const note = db.prepare<[number, string, string, number, number | null]>(
    "INSERT INTO origins (event, kind, identity, ref, cause) VALUES (?, ?, ?, ?, ?)",
  );
  const occurred = db
    .prepare<[number], number>("SELECT occurred_at FROM events WHERE seq = ?")
    .pluck();
  return {
    async append({ processType, key, type, version, data, occurredAt, origin }, recordedAt) {
      const there = await known.get(origin.identity);
      if (there !== undefined) return there;
      const seq = await events.append({
        processType: await word(processType),
        key,
        type: await word(type),
        occurredAt,
        recordedAt,
        schemaVersion: version,
        message: null,
        data,
      });
      await note.run(seq, origin.kind, origin.identity, origin.ref, origin.cause);
      return seq;
    },
    occurredAt: async (seq) => (await occurred.get(seq)) ?? null,
  };
}
