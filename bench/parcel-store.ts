import Database from "better-sqlite3";
import { openSqliteStore } from "../src/store/sqlite/open.ts";
import type { ParcelNews } from "./parcel.ts";

/** Messages of one file. */
const messagesPerFile = 11;

/**
 * Makes a store of parcels with so many events each, as years of files would leave it: the events of one
 * parcel lie far apart. Written straight into the tables, for what is measured is reading it.
 */
export async function fillParcels(
  path: string,
  parcels: number,
  eventsEach: number,
): Promise<void> {
  await (await openSqliteStore(path, { blobFolder: path })).close();
  const db = new Database(path);
  db.pragma("synchronous = OFF");
  db.pragma("foreign_keys = OFF");
  db.exec(`
    BEGIN;
    INSERT INTO strings (id, text) VALUES (1, 'parcel'), (2, 'PARCEL_SENT'), (3, 'PARCEL_SCANNED'),
      (4, 'PARCEL_DELIVERED'), (5, 'inbox');
    INSERT INTO claims (id, text) VALUES (1, 'claim');
    INSERT INTO envelope_keys (id, family, flow, from_role, from_participant, to_role, to_participant)
      VALUES (1, 'user-file', 'D0010', 'D', 'MADE', 'X', 'UPCO');
    INSERT INTO content (id, hash_head, hash, size) VALUES (1, 0, x'00', 1)`);
  const file = db.prepare(`
    INSERT INTO files (id, claim, tail, channel, content, state, modified_at, seen_at, recorded_at,
      occurred_at, envelope_key, file_identifier, messages, invalid, awaiting_release)
    VALUES (?, 1, ?, 5, 1, 'recorded', 1, 1, 1, ?, 1, ?, ${messagesPerFile}, 0, 0)`);
  const message = db.prepare(`
    INSERT INTO messages (id, file, line, last_line, group_code, subject_key, data, invalid)
    VALUES (?, ?, ?, ?, 1, ?, ?, 0)`);
  const event = db.prepare(`
    INSERT INTO events (seq, process, process_type, type, occurred_at, recorded_at, schema_version,
      previous, message)
    VALUES (?, ?, 1, ?, ?, ?, 1, ?, ?)`);
  const process = db.prepare(
    "INSERT INTO processes (id, type, key, last_event) VALUES (?, 1, ?, ?)",
  );
  let seq = 0;
  let files = 0;
  for (let round = 0; round < eventsEach; round += 1) {
    const at = 1_700_000_000_000 + round * 3_600_000;
    const type = round === 0 ? 2 : round === eventsEach - 1 ? 4 : 3;
    for (let parcel = 1; parcel <= parcels; parcel += 1) {
      if (seq % messagesPerFile === 0) {
        files += 1;
        file.run(files, `file-${files}`, at, `F${files}`);
      }
      seq += 1;
      const line = 2 + (seq % messagesPerFile) * 3;
      message.run(
        seq,
        files,
        line,
        line,
        parcelKey(parcel),
        JSON.stringify(parcelNews(parcel, type)),
      );
      const previous = round === 0 ? null : seq - parcels;
      event.run(seq, parcel, type, at, 1_700_000_000_000 + seq, previous, seq);
    }
  }
  for (let parcel = 1; parcel <= parcels; parcel += 1)
    process.run(parcel, parcelKey(parcel), (eventsEach - 1) * parcels + parcel);
  db.exec("COMMIT");
  db.close();
}

/** Key of the parcel with a number. */
export function parcelKey(parcel: number): string {
  return `P${String(parcel).padStart(8, "0")}`;
}

/** What a message says of a parcel; of which type goes by the number of its word. */
export function parcelNews(parcel: number, type: number): ParcelNews {
  return {
    parcel: parcelKey(parcel),
    what: type === 2 ? "sent" : type === 3 ? "scanned" : "delivered",
    depot: `DEPOT ${parcel % 97}`,
    weight: `${parcel % 30}.250`,
    lines: [
      { sku: "KETTLE-1", quantity: "2" },
      { sku: "LAMP-7", quantity: "1" },
    ],
    note: "made up to measure by",
  };
}
