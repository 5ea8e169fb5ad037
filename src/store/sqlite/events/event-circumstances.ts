import type { EventRecord } from "../../../core/event/event.ts";
import type { Connection } from "../database/connection.ts";
import { wordTexts } from "../database/interned.ts";
import { inKeys } from "../database/listing.ts";

/** A row of `selectChains`. */
export type ChainRow = readonly [
  seq: number,
  process: number,
  type: number,
  occurredAt: number,
  recordedAt: number,
  schemaVersion: number,
  message: number | null,
  file: number | null,
  line: number | null,
  data: string,
];

/** What an event takes from the file that brought it. */
export type SentBy = Pick<EventRecord, "sender" | "recipient" | "flow" | "fileIdentifier">;

/** The newest data of an event that was corrected or read again. */
export interface Amendment {
  readonly schemaVersion: number | null;
  readonly data: string | null;
}

/** What holds of a batch of events beside their rows. */
export interface Circumstances {
  word(id: number): string;
  sent(file: number | null): SentBy;
  isVoid(seq: number): boolean;
  isHistory(seq: number, file: number | null): boolean;
  amendment(seq: number): Amendment | undefined;
}

/** Envelopes of files. */
export const selectEnvelopes = `
  SELECT f.id, f.envelope_key, f.file_identifier AS fileIdentifier FROM files f WHERE f.id ${inKeys}`;

const selectEnvelopeKeys = `
  SELECT id, flow,
         CASE WHEN coalesce(from_role, from_participant) IS NOT NULL
              THEN ifnull(from_role, '') || ':' || ifnull(from_participant, '') END AS sender,
         CASE WHEN coalesce(to_role, to_participant) IS NOT NULL
              THEN ifnull(to_role, '') || ':' || ifnull(to_participant, '') END AS recipient
  FROM envelope_keys WHERE id > ?`;

/** What was said of events, and of the files that brought them; most stores have little of it. */
export const selectSaid = {
  voids: `SELECT event FROM voids WHERE event ${inKeys}`,
  historyEvents: `SELECT event FROM history_events WHERE event ${inKeys}`,
  historyFiles: `SELECT file FROM history_files WHERE file ${inKeys}`,
  amendments: `
    SELECT a.event, r.schema_version AS schemaVersion, r.data
    FROM amendments a JOIN revisions r ON r.id = a.revision WHERE a.event ${inKeys}`,
} as const;

interface EnvelopeKey {
  readonly id: number;
  readonly flow: string;
  readonly sender: string | null;
  readonly recipient: string | null;
}
interface FileRow {
  readonly id: number;
  readonly envelope_key: number | null;
  readonly fileIdentifier: string | null;
}

const noFile: SentBy = { sender: null, recipient: null, flow: null, fileIdentifier: null };

/**
 * Reads what events have in common, once for a batch: strings and envelope keys are never changed and are kept
 * for good, and whole tables that are empty are not asked for each event. Within a read only.
 */
export function circumstances(
  connection: Connection,
): (rows: readonly ChainRow[]) => Circumstances {
  const { db } = connection;
  const word = wordTexts(connection);
  const envelope_keys = new Map<number, EnvelopeKey>();
  const newEnvelopeKeys = db.prepare<[number], EnvelopeKey>(selectEnvelopeKeys);
  const files = db.prepare<[string], FileRow>(selectEnvelopes);
  const voids = few<number>(connection, "voids", selectSaid.voids);
  const historyEvents = few<number>(connection, "history_events", selectSaid.historyEvents);
  const historyFiles = few<number>(connection, "history_files", selectSaid.historyFiles);
  const anyAmended = db.prepare<[], 1>("SELECT 1 FROM amendments LIMIT 1").pluck();
  const amended = db.prepare<[string], Amendment & { event: number }>(selectSaid.amendments);

  function envelope_key(id: number): EnvelopeKey | undefined {
    if (!envelope_keys.has(id))
      for (const row of newEnvelopeKeys.all(Math.max(0, ...envelope_keys.keys())))
        envelope_keys.set(row.id, row);
    return envelope_keys.get(id);
  }

  function sentOf({ envelope_key: id, fileIdentifier }: FileRow): SentBy {
    const {
      sender = null,
      recipient = null,
      flow = null,
    } = (id === null ? undefined : envelope_key(id)) ?? {};
    return { sender, recipient, flow, fileIdentifier };
  }

  return (rows) => {
    const seqs = () => JSON.stringify(rows.map(([seq]) => seq));
    const fileIds = [...new Set(rows.map(([, , , , , , , file]) => file))]
      .filter((file) => file !== null)
      .sort((a, b) => a - b);
    const keys = JSON.stringify(fileIds);
    const sent = new Map(files.all(keys).map((row) => [row.id, sentOf(row)]));
    const isVoid = voids(seqs);
    const isHistoryEvent = historyEvents(seqs);
    const isHistoryFile = historyFiles(() => keys);
    const amendments =
      anyAmended.get() === undefined
        ? new Map<number, Amendment>()
        : new Map(amended.all(seqs()).map((row) => [row.event, row]));
    return {
      word,
      sent: (file) => (file === null ? noFile : (sent.get(file) ?? noFile)),
      isVoid: (seq) => isVoid.has(seq),
      isHistory: (seq, file) =>
        isHistoryEvent.has(seq) || (file !== null && isHistoryFile.has(file)),
      amendment: (seq) => amendments.get(seq),
    };
  };
}

/** The keys that are in a table which is mostly empty, of some. */
function few<Key>(
  { db }: Connection,
  table: string,
  sql: string,
): (keys: () => string) => Set<Key> {
  const any = db.prepare<[], 1>(`SELECT 1 FROM ${table} LIMIT 1`).pluck();
  const those = db.prepare<[string], Key>(sql).pluck();
  return (keys) => new Set(any.get() === undefined ? [] : those.all(keys()));
}
