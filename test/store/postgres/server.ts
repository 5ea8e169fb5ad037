import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";

/** A PostgreSQL server of a test's own, on a socket in a folder of its own. */
export interface TestServer {
  /** Where its socket lies. */
  readonly folder: string;
  /** The address of one of its databases, which is made when it is not there. */
  database(name: string): Promise<string>;
  /** Ends it as a machine does that loses its power, and starts it again. */
  restart(): Promise<void>;
  /** Ends it likewise, and starts it again when the body is done. */
  away<T>(body: () => Promise<T>): Promise<T>;
  /** Starts a server that follows it, as a copy made just now. */
  standby(name: string): Promise<TestServer>;
  /** Makes a server that followed another one go on by itself. */
  promote(): Promise<void>;
  /** Runs SQL as the server's owner. */
  query(database: string, sql: string): Promise<pg.QueryResult>;
  stop(): Promise<void>;
}

/** Whoever the server runs as: it refuses to run as root. */
const user = process.getuid?.() === 0 ? ownerOf("postgres") : undefined;

/** Settings of servers whose data need not outlive a power cut. */
const quick = ["fsync=off", "full_page_writes=off", "synchronous_commit=off"];

/**
 * Starts a server on a new folder. With `settings`, as for a real one; else as quickly as can be, since nothing
 * that it keeps has to outlive its machine.
 */
export async function startPostgres(settings: readonly string[] = quick): Promise<TestServer> {
  const folder = ownFolder();
  const data = join(folder, "data");
  const locale = ["--locale=C.UTF-8", "--encoding=UTF8", "--auth=trust", "--username=busbar"];
  runProgram("initdb", ["-D", data, "-N", ...locale], folder);
  return serverIn(folder, settings);
}

/** Starts a server on the data in a folder. */
async function serverIn(folder: string, settings: readonly string[]): Promise<TestServer> {
  const data = join(folder, "data");
  const all = [`unix_socket_directories=${folder}`, "listen_addresses=", "shared_buffers=32MB"];
  const flags = [...all, "max_connections=60", ...settings].flatMap((one) => ["-c", one]);
  const address = (database: string) =>
    `postgres://busbar@/${database}?host=${encodeURIComponent(folder)}`;
  let server = await begin();

  async function begin(): Promise<ChildProcess> {
    const child = spawn(program("postgres"), ["-D", data, ...flags], {
      ...user,
      cwd: folder,
      stdio: "ignore",
    });
    for (;;) {
      if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode}`);
      if (existsSync(join(folder, ".s.PGSQL.5432")) && (await answers())) return child;
      await delay(20);
    }
  }

  async function answers(): Promise<boolean> {
    try {
      await query("postgres", "SELECT 1");
      return true;
    } catch (error) {
      if (error instanceof Error && "code" in error) return false;
      throw error;
    }
  }

  async function query(database: string, sql: string): Promise<pg.QueryResult> {
    const client = new pg.Client({ connectionString: address(database) });
    client.on("error", () => {});
    await client.connect();
    try {
      return await client.query(sql);
    } finally {
      await client.end();
    }
  }

  async function end(signal: "SIGINT" | "SIGQUIT"): Promise<void> {
    if (server.exitCode !== null) return;
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill(signal);
    await ended;
  }

  const made = new Set<string>();
  process.once("exit", () => server.kill("SIGQUIT"));
  return {
    folder,
    async database(name) {
      if (!made.has(name)) await query("postgres", `CREATE DATABASE ${name}`);
      made.add(name);
      return address(name);
    },
    async restart() {
      await end("SIGQUIT");
      server = await begin();
    },
    async away(body) {
      await end("SIGQUIT");
      try {
        return await body();
      } finally {
        server = await begin();
      }
    },
    async standby(name) {
      const own = ownFolder();
      const leader = `host=${folder} user=busbar application_name=${name}`;
      const copy = ["-D", join(own, "data"), "--write-recovery-conf", "--checkpoint=fast"];
      runProgram("pg_basebackup", [...copy, "--dbname", leader], own);
      return serverIn(own, settings);
    },
    async promote() {
      await query("postgres", "SELECT pg_promote(wait => true)");
    },
    query,
    async stop() {
      await end("SIGQUIT");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ownFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "busbar-postgres-"));
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  return folder;
}

function runProgram(name: string, words: readonly string[], folder: string): void {
  execFileSync(program(name), words, { ...user, cwd: folder, stdio: "ignore" });
}

/** Debian keeps the server's programs in a folder for each of its versions. */
export function program(name: string): string {
  const folder = "/usr/lib/postgresql";
  const versions = existsSync(folder) ? readdirSync(folder).map(Number) : [];
  const newest = Math.max(...versions.filter((version) => version >= 15));
  if (!Number.isFinite(newest)) throw new Error("Install Debian's postgresql: bin/test does so");
  return join(folder, String(newest), "bin", name);
}

function ownerOf(name: string): { readonly uid: number; readonly gid: number } {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((one) => one.startsWith(`${name}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}
