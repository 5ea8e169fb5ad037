import {
  closeSync,
  fstatSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  unlinkSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ssh2, { type Attributes, type Connection, type SFTPWrapper } from "ssh2";
import { onTestFinished } from "vitest";
import { type SftpServer, sftpServerDefaults } from "../../../src/config/channel/sftp-server.ts";
import { fingerprint, makeKey } from "./bare-sshd.ts";

const { OPEN_MODE, STATUS_CODE } = ssh2.utils.sftp;

/** What this server does otherwise than a good one. All may be changed while it runs. */
export interface Oddities {
  /** Most bytes that one answer to a read has. */
  readBytes?: number;
  /** Instead of the attributes as they are; null is answered as "no such file". */
  attributes?: (path: string, real: Attributes) => Partial<Attributes> | null;
  /** With two or more open, what is opened next gets the handle of the last one, which is still open. */
  repeatsHandles?: boolean;
  /** Called before an operation is done; what it gives is answered instead of what came of it. */
  answer?: (operation: string, path: string) => OddAnswer | undefined;
}

/** `done`: it is done and the status is answered all the same. `hang-up`: it is done, then the connection is closed. */
export interface OddAnswer {
  readonly status?: number;
  readonly message?: string;
  readonly done?: boolean;
  readonly hangUp?: boolean;
}

/** A small SFTP server over a folder of this machine, for what OpenSSH cannot be made to do. */
export interface OddServer {
  readonly folder: string;
  readonly server: SftpServer;
  readonly odd: Oddities;
  /** Ways of getting in that were tried, e.g. `password`. */
  readonly logins: readonly string[];
  /** Operations asked for, e.g. `open /drop/a`. */
  readonly asked: readonly string[];
}

/** The only password it takes. */
export const oddPassword = "correct horse";

/** Starts one; it ends with the test. */
export async function startOddServer(odd: Oddities = {}): Promise<OddServer> {
  const base = mkdtempSync(join(tmpdir(), "busbar-odd-"));
  const folder = join(base, "drop");
  mkdirSync(folder);
  makeKey(join(base, "host"));
  const logins: string[] = [];
  const asked: string[] = [];
  const open = new Set<Connection>();
  const hostKeys = [readFileSync(join(base, "host"))];
  const server = new ssh2.Server({ hostKeys, ident: "OddServer_1" }, (client) => {
    open.add(client);
    client.on("error", () => {}).on("close", () => open.delete(client));
    client.on("authentication", (context) => {
      logins.push(context.method);
      if (context.method === "password" && context.password === oddPassword) context.accept();
      else context.reject(["password"]);
    });
    client.on("session", (accept) => {
      accept().on("sftp", (welcome) => serve(welcome(), odd, asked, () => client.end()));
    });
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(Number(Object(server.address()).port)));
  });
  onTestFinished(async () => {
    for (const client of open) client.end();
    await new Promise<void>((resolve) => server.close(() => resolve()));
    rmSync(base, { recursive: true, force: true });
  });
  const hostKey = fingerprint(join(base, "host.pub"));
  process.env["BUSBAR_TEST_PASSWORD"] = oddPassword;
  return {
    folder,
    odd,
    logins,
    asked,
    server: {
      ...sftpServerDefaults,
      host: "127.0.0.1",
      port,
      user: "busbar",
      hostKeys: [hostKey],
      password: { env: "BUSBAR_TEST_PASSWORD" },
    },
  };
}

interface OpenThing {
  readonly path: string;
  readonly descriptor: number | null;
  left: string[] | null;
}

function serve(sftp: SFTPWrapper, odd: Oddities, asked: string[], hangUp: () => void): void {
  const things = new Map<number, OpenThing>();
  let last = 0;
  const keep = (id: number, thing: OpenThing) => {
    if (!odd.repeatsHandles || things.size < 2) last += 1;
    things.set(last, thing);
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE(last);
    sftp.handle(id, handle);
  };
  const thing = (handle: Buffer): OpenThing => {
    const found = things.get(handle.readUInt32BE(0));
    if (found !== undefined) return found;
    // Closed once, and with it both files that had it.
    if (odd.repeatsHandles) return { path: "", descriptor: null, left: null };
    throw new Error("no such handle");
  };
  /** Does it, unless told otherwise, and answers. */
  const act = (
    id: number,
    operation: string,
    path: string,
    work: (isAnswered: boolean) => void,
  ) => {
    asked.push(`${operation} ${path}`);
    const other = odd.answer?.(operation, path);
    try {
      if (other?.hangUp) {
        work(true);
        hangUp();
      } else if (other?.status !== undefined) {
        if (other.done) work(true);
        sftp.status(id, other.status, other.message ?? "Failure");
      } else work(false);
    } catch (error) {
      sftp.status(id, statusOf(error), "Failure");
    }
  };
  /** Of operations that only say whether they were done. */
  const change = (id: number, operation: string, path: string, work: () => void) =>
    act(id, operation, path, (isAnswered) => {
      work();
      if (!isAnswered) sftp.status(id, STATUS_CODE.OK);
    });
  const attributes = (id: number, path: string, real: Stats) => {
    const told = odd.attributes === undefined ? plain(real) : odd.attributes(path, plain(real));
    if (told === null) sftp.status(id, STATUS_CODE.NO_SUCH_FILE);
    else sftp.attrs(id, told as Attributes);
  };
  sftp.on("OPEN", (id, path, flags) =>
    act(id, "open", path, () => {
      const isRead = (flags & OPEN_MODE.WRITE) === 0;
      const mode = isRead ? "r" : (flags & OPEN_MODE.EXCL) === 0 ? "w" : "wx";
      keep(id, { path, descriptor: openSync(path, mode), left: null });
    }),
  );
  sftp.on("READ", (id, handle, offset, length) => {
    const { path, descriptor } = thing(handle);
    act(id, "read", path, () => {
      const bytes = Buffer.alloc(Math.min(length, odd.readBytes ?? length));
      const count = readSync(descriptor ?? -1, bytes, 0, bytes.length, offset);
      if (count === 0) sftp.status(id, STATUS_CODE.EOF);
      else sftp.data(id, bytes.subarray(0, count));
    });
  });
  sftp.on("WRITE", (id, handle, offset, data) => {
    const { path, descriptor } = thing(handle);
    change(id, "write", path, () => void writeSync(descriptor ?? -1, data, 0, data.length, offset));
  });
  sftp.on("FSTAT", (id, handle) => {
    const { path, descriptor } = thing(handle);
    act(id, "fstat", path, () => attributes(id, path, fstatSync(descriptor ?? -1)));
  });
  sftp.on("STAT", (id, path) => act(id, "stat", path, () => attributes(id, path, lstatSync(path))));
  sftp.on("LSTAT", (id, path) =>
    act(id, "lstat", path, () => attributes(id, path, lstatSync(path))),
  );
  sftp.on("CLOSE", (id, handle) => {
    const { path, descriptor } = thing(handle);
    change(id, "close", path, () => {
      if (descriptor !== null) closeSync(descriptor);
      things.delete(handle.readUInt32BE(0));
    });
  });
  sftp.on("OPENDIR", (id, path) =>
    act(id, "opendir", path, () => keep(id, { path, descriptor: null, left: readdirSync(path) })),
  );
  sftp.on("READDIR", (id, handle) => {
    const { path, left } = thing(handle);
    act(id, "readdir", path, () => {
      const names = left?.splice(0, 50) ?? [];
      if (names.length === 0) return sftp.status(id, STATUS_CODE.EOF);
      const entries = names.flatMap((filename) => {
        const found = lstatSync(join(path, filename), { throwIfNoEntry: false });
        if (found === undefined) return [];
        const real = plain(found);
        const told = odd.attributes?.(join(path, filename), real) ?? real;
        return [{ filename, longname: filename, attrs: told as Attributes }];
      });
      sftp.name(id, entries);
    });
  });
  sftp.on("REMOVE", (id, path) => change(id, "remove", path, () => unlinkSync(path)));
  sftp.on("RENAME", (id, from, to) =>
    change(id, "rename", from, () => {
      try {
        lstatSync(to);
      } catch {
        return renameSync(from, to);
      }
      throw new Error("it is there");
    }),
  );
  sftp.on("MKDIR", (id, path) => change(id, "mkdir", path, () => mkdirSync(path)));
  sftp.on("RMDIR", (id, path) => change(id, "rmdir", path, () => rmdirSync(path)));
  sftp.on("REALPATH", (id, path) => {
    const attrs = {} as Attributes;
    sftp.name(id, [{ filename: path === "." ? "/" : path, longname: "", attrs }]);
  });
}

function plain({ mode, uid, gid, size, atimeMs, mtimeMs }: Stats): Attributes {
  const seconds = (ms: number) => Math.floor(ms / 1000);
  return { mode, uid, gid, size, atime: seconds(atimeMs), mtime: seconds(mtimeMs) };
}

function statusOf(error: unknown): number {
  const code = error instanceof Error && "code" in error ? error.code : null;
  if (code === "ENOENT") return STATUS_CODE.NO_SUCH_FILE;
  return code === "EACCES" ? STATUS_CODE.PERMISSION_DENIED : STATUS_CODE.FAILURE;
}
