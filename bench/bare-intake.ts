import { hash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { zstdCompressSync } from "node:zlib";
import Database from "better-sqlite3";

const batchSize = 50;

/**
 * The bare loop that Busbar's intake is measured against: it reads, hashes, splits and writes the same
 * rows, indexes and compressed bytes, in batches of 50 with one FULL-sync commit each, and renames.
 * It checks nothing, recovers from nothing and takes every file for a D0010 of three groups a message.
 * The store at `path` must exist already, so that tables and indexes are the very same.
 */
export function bareIntake(path: string, inbox: string, archive: string): void {
  const db = new Database(path);
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.pragma("foreign_keys = ON");
  db.pragma("cache_size = -8000");
  db.pragma("wal_autocheckpoint = 16000");
  mkdirSync(archive, { recursive: true });
  const write = writer(db);
  const names = readdirSync(inbox);
  for (let start = 0; start < names.length; start += batchSize) {
    const files = names.slice(start, start + batchSize).map((name) => read(inbox, name));
    write(files);
    for (const { name } of files) renameSync(join(inbox, name), join(archive, name));
  }
  db.close();
}

interface BareMessage {
  readonly line: number;
  readonly key: string;
  readonly data: string;
}

interface BareFile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly hash: Buffer;
  readonly modifiedAt: number;
  readonly header: readonly string[];
  readonly messages: readonly BareMessage[];
}

function read(inbox: string, name: string): BareFile {
  const path = join(inbox, name);
  const modifiedAt = Math.floor(statSync(path).mtimeMs);
  const bytes = readFileSync(path);
  const rows = bytes
    .toString("latin1")
    .split("\n")
    .map((line) => line.split("|"));
  const messages: BareMessage[] = [];
  for (let at = 1; at + 3 < rows.length; at += 3) {
    const [point = [], meter = [], register = []] = rows.slice(at, at + 3);
    messages.push({ line: at + 1, key: point[1] ?? "", data: dataOf(point, meter, register) });
  }
  return {
    name,
    bytes,
    hash: hash("sha256", bytes, "buffer"),
    modifiedAt,
    header: rows[0] ?? [],
    messages,
  };
}

function dataOf(
  point: readonly string[],
  meter: readonly string[],
  register: readonly string[],
): string {
  return `{"mpanCore":"${point[1]}","bscValidationStatus":"${point[2]}","meterReadingTypes":[{"meterId":"${meter[1]}","readingType":"${meter[2]}","registerReadings":[{"meterRegisterId":"${register[1]}","readingDateTime":"${register[2]}","registerReading":"${register[3]}","meterReadingFlag":"${register[6]}","readingMethod":"${register[7]}"}]}]}`;
}

function writer(db: Database.Database): (files: readonly BareFile[]) => void {
  const word = (text: string) =>
    Number(
      db
        .prepare<[string], number>("INSERT INTO strings (text) VALUES (?) RETURNING id")
        .pluck()
        .get(text),
    );
  const channel = word("inbox");
  const group = word("026");
  const kind = word("mpan");
  const processType = word("metering-point");
  const eventType = word("D0010_RECEIVED");
  db.exec(
    `INSERT INTO envelope_keys (id, family, flow, version, from_role, from_participant, to_role,
       to_participant, test_flag)
     VALUES (1, 'user-file', 'D0010', '002', 'D', 'ABCD', 'X', 'WXYZ', 'OPER')`,
  );
  const claim = db.prepare("INSERT INTO claims (text) VALUES (?)");
  const bundle = db.prepare("INSERT INTO bundles (bytes) VALUES (?)");
  const content = db.prepare(
    "INSERT INTO content (hash_head, hash, size, bundle, start) VALUES (?, ?, ?, ?, ?)",
  );
  const file = db.prepare(
    `INSERT INTO files
       (claim, tail, name, channel, content, state, other_file, modified_at, seen_at, recorded_at,
        occurred_at, awaiting_release, envelope_key, file_identifier, created, identity, messages, invalid, problems)
     VALUES (?, ?, NULL, ${channel}, ?, 'recorded', NULL, ?, ?, ?, ?, 0, 1, ?, ?, ?, ?, 0, NULL)`,
  );
  const message = db.prepare(
    `INSERT INTO messages
       (file, line, last_line, group_code, subject_kind, subject_key, data, invalid, problems)
     VALUES (?, ?, ?, ${group}, ${kind}, ?, ?, 0, NULL)`,
  );
  const process = db.prepare<[string], { id: number; last: number }>(
    `SELECT id, last_event AS last FROM processes WHERE key = ? AND type = ${processType}`,
  );
  const open = db.prepare(
    `INSERT INTO processes (key, type, last_event) VALUES (?, ${processType}, ?)`,
  );
  const lengthen = db.prepare("UPDATE processes SET last_event = ? WHERE id = ?");
  const event = db.prepare(
    `INSERT INTO events
       (seq, process, process_type, type, occurred_at, recorded_at, schema_version, previous, message)
     VALUES (?, ?, ${processType}, ${eventType}, ?, ?, 1, ?, ?)`,
  );
  let seq = 0;
  let claims = 0;
  const commit = db.transaction((files: readonly BareFile[]) => {
    const now = Date.now();
    claims += 1;
    const claimId = claim.run(`bare-${claims}`).lastInsertRowid;
    const packed = zstdCompressSync(Buffer.concat(files.map(({ bytes }) => bytes)));
    const bundleId = bundle.run(packed).lastInsertRowid;
    let start = 0;
    for (const { name, bytes, hash: sum, modifiedAt, header, messages } of files) {
      const head = sum.readInt32BE(0);
      const contentId = content.run(head, sum, bytes.length, bundleId, start).lastInsertRowid;
      start += bytes.length;
      const identity = `D|ABCD|D0010|${header[1]}`;
      const fileId = file.run(
        claimId,
        name,
        contentId,
        modifiedAt,
        now,
        now,
        modifiedAt,
        header[1],
        header[7],
        identity,
        messages.length,
      ).lastInsertRowid;
      for (const { line, key, data } of messages) {
        const messageId = message.run(fileId, line, line + 2, key, data).lastInsertRowid;
        const found = process.get(key);
        seq += 1;
        if (found !== undefined) lengthen.run(seq, found.id);
        const id = found?.id ?? open.run(key, seq).lastInsertRowid;
        event.run(seq, id, modifiedAt, now, found?.last ?? null, messageId);
      }
    }
  });
  return (files) => commit.immediate(files);
}
