/**
 * The script that an afternoon makes with the packages that Busbar uses: chokidar tells of files, one handler
 * takes them one after the other, each in a transaction of its own with FULL sync, and renames it into the archive
 * of its day. It knows bytes that came before, keeps what a file says and the newest reading of each metering
 * point. Run as `node bench/peer-intake.ts <folder> <files>`, it ends when so many files are taken.
 */
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync } from "node:fs";
import { basename, join } from "node:path";
import Database from "better-sqlite3";
import { watch } from "chokidar";

const [folder = ".", count = "0"] = process.argv.slice(2);
const archive = join(folder, "archive", new Date().toISOString().slice(0, 10));
mkdirSync(archive, { recursive: true });

const db = new Database(join(folder, "peer.db"));
db.pragma("journal_mode = WAL");
db.pragma("synchronous = FULL");
db.exec(`
  CREATE TABLE files (
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, hash BLOB NOT NULL UNIQUE, bytes BLOB NOT NULL,
    flow TEXT, sender TEXT, identifier TEXT, received_at INTEGER NOT NULL);
  CREATE TABLE readings (
    id INTEGER PRIMARY KEY, file INTEGER NOT NULL REFERENCES files, line INTEGER NOT NULL,
    mpan TEXT NOT NULL, meter TEXT, register TEXT, taken_at TEXT, value TEXT);
  CREATE INDEX readings_by_mpan ON readings (mpan);
  CREATE TABLE points (mpan TEXT PRIMARY KEY, taken_at TEXT, value TEXT, file INTEGER NOT NULL);
`);
const known = db.prepare<[Buffer], number>("SELECT id FROM files WHERE hash = ?").pluck();
const addFile = db.prepare(
  "INSERT INTO files (name, hash, bytes, flow, sender, identifier, received_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
);
const addReading = db.prepare(
  "INSERT INTO readings (file, line, mpan, meter, register, taken_at, value) VALUES (?, ?, ?, ?, ?, ?, ?)",
);
const setPoint = db.prepare(
  `INSERT INTO points (mpan, taken_at, value, file) VALUES (?, ?, ?, ?)
   ON CONFLICT (mpan) DO UPDATE SET taken_at = excluded.taken_at, value = excluded.value, file = excluded.file
   WHERE excluded.taken_at >= points.taken_at`,
);

const record = db.transaction((name: string, bytes: Buffer) => {
  const hash = createHash("sha256").update(bytes).digest();
  if (known.get(hash) !== undefined) return;
  const rows = bytes
    .toString("latin1")
    .split("\n")
    .map((line) => line.split("|"));
  const [header = []] = rows;
  const sender = `${header[3]}:${header[4]}`;
  const added = addFile.run(name, hash, bytes, header[2], sender, header[1], Date.now());
  let mpan = "";
  let meter = "";
  for (const [index, [group, first = "", second, third]] of rows.entries()) {
    if (group === "026") mpan = first;
    else if (group === "028") meter = first;
    else if (group === "030") {
      addReading.run(added.lastInsertRowid, index + 1, mpan, meter, first, second, third);
      setPoint.run(mpan, second, third, added.lastInsertRowid);
    }
  }
});

let taken = 0;
const watcher = watch(join(folder, "inbox"), { depth: 0 });
watcher.on("add", (path) => {
  record.immediate(basename(path), readFileSync(path));
  renameSync(path, join(archive, basename(path)));
  taken += 1;
  if (taken === Number(count)) void watcher.close().then(() => db.close());
});
