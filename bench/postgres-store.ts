import { openPostgresStore } from "../src/store/postgres/open.ts";
import { startPostgres, type TestServer } from "../test/store/postgres/server.ts";
import { parcelKey, parcelNews } from "./parcel-store.ts";

/** As a server is set up that is to keep what it answered, on a machine of a few GiB. */
const settings = [
  "fsync=on",
  "synchronous_commit=on",
  "full_page_writes=on",
  "shared_buffers=512MB",
  "max_wal_size=4GB",
  "checkpoint_timeout=15min",
];

/** Starts a server of Debian's package whose commits are on the disk when they are answered. */
export function startDurableServer(): Promise<TestServer> {
  return startPostgres(settings);
}

/** Makes an empty store. */
export async function makeStore(address: string): Promise<void> {
  await (await openPostgresStore(address, { blobFolder: "/nowhere" })).close();
}

/**
 * Makes a store of processes of one event each, built, with an action of that name planned for each: what building
 * would leave, written straight into its tables, since a million is wanted. Those behind `due` are of another action.
 */
export async function fillTickets(
  server: TestServer,
  database: string,
  {
    due,
    others,
    action,
  }: { readonly due: number; readonly others: number; readonly action: string },
): Promise<void> {
  await makeStore(await server.database(database));
  const at = Date.now();
  const all = due + others;
  await server.query(
    database,
    `INSERT INTO strings (id, text) VALUES (1001, 'ticket'), (1002, 'TICKET_OPENED'), (1003, 'open'),
       (1004, '${action}'), (1005, 'wait');
     INSERT INTO processes (id, key, type, last_event) SELECT n, 'T' || n, 1001, n FROM generate_series(1, ${all}) n;
     INSERT INTO events (seq, process, process_type, type, occurred_at, recorded_at, schema_version, data)
       SELECT n, n, 1001, 1002, ${at}, ${at}, 1, '{"seat":"12A"}' FROM generate_series(1, ${all}) n;
     INSERT INTO builds (process, process_type, definition_version, seq, status, state, deadlines, built_at)
       SELECT n, 1001, 1, n, 1003, '{"seat":"12A","events":1}', 0, ${at} FROM generate_series(1, ${all}) n;
     INSERT INTO actions (event, process, process_type, name, nth, state, planned_at, due_at, parked, attempts)
       SELECT n, n, 1001, CASE WHEN n <= ${due} THEN 1004 ELSE 1005 END, 0, 'planned', ${at}, ${at}, 0, 0
       FROM generate_series(1, ${all}) n;
     UPDATE build_cursor SET seq = ${all};`,
  );
  await server.query(database, "VACUUM ANALYZE");
}

/** Messages of one file. */
const messagesPerFile = 11;

/** Makes a store of parcels with so many events each that lie far apart, written straight into its tables. */
export async function fillParcels(
  server: TestServer,
  database: string,
  parcels: number,
  eventsEach: number,
): Promise<void> {
  await makeStore(await server.database(database));
  const events = parcels * eventsEach;
  const files = Math.ceil(events / messagesPerFile);
  const round = `((n - 1) / ${parcels})`;
  const type = `CASE ${round} WHEN 0 THEN 2 WHEN ${eventsEach - 1} THEN 4 ELSE 3 END`;
  const at = `(1700000000000 + ${round} * 3600000)`;
  // One text of each type: what differs between parcels is not looked at by what is measured.
  const [sent, scanned, delivered] = [2, 3, 4].map((one) => JSON.stringify(parcelNews(1, one)));
  await server.query(
    database,
    `INSERT INTO strings (id, text) OVERRIDING SYSTEM VALUE VALUES (1, 'parcel'), (2, 'PARCEL_SENT'),
       (3, 'PARCEL_SCANNED'), (4, 'PARCEL_DELIVERED'), (5, 'inbox');
     INSERT INTO claims (id, text) VALUES (1, 'claim');
     INSERT INTO envelope_keys (id, family, flow, from_role, from_participant, to_role, to_participant)
       VALUES (1, 'user-file', 'D0010', 'D', 'MADE', 'X', 'UPCO');
     INSERT INTO content (id, hash_head, hash, size) VALUES (1, 0, '\\x00', 1);
     INSERT INTO files (id, claim, tail, channel, content, state, modified_at, seen_at, recorded_at, occurred_at,
         envelope_key, file_identifier, messages, invalid, awaiting_release)
       SELECT n, 1, 'file-' || n, 5, 1, 'recorded', 1, 1, 1, 1700000000000 + n, 1, 'F' || n, ${messagesPerFile}, 0, 0
       FROM generate_series(1, ${files}) n;
     INSERT INTO messages (id, file, line, last_line, group_code, subject_key, data, invalid)
       SELECT n, 1 + (n - 1) / ${messagesPerFile}, 2 + n % ${messagesPerFile} * 3, 2 + n % ${messagesPerFile} * 3, 1,
         'P' || lpad((1 + (n - 1) % ${parcels})::text, 8, '0'),
         CASE ${type} WHEN 2 THEN '${sent}' WHEN 3 THEN '${scanned}' ELSE '${delivered}' END, 0
       FROM generate_series(1, ${events}) n;
     INSERT INTO processes (id, type, key, last_event)
       SELECT n, 1, 'P' || lpad(n::text, 8, '0'), ${(eventsEach - 1) * parcels} + n FROM generate_series(1, ${parcels}) n;
     INSERT INTO events (seq, process, process_type, type, occurred_at, recorded_at, schema_version, previous, message)
       SELECT n, 1 + (n - 1) % ${parcels}, 1, ${type}, ${at}, 1700000000000 + n, 1,
         CASE ${round} WHEN 0 THEN NULL ELSE n - ${parcels} END, n
       FROM generate_series(1, ${events}) n;`,
  );
  const [first] = (await server.query(database, "SELECT key FROM processes WHERE id = 1")).rows;
  if (first?.key !== parcelKey(1)) throw new Error("Parcels are named otherwise than they were");
  await server.query(database, "VACUUM ANALYZE");
}
