import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A cable between programs and a server, with whose connections things happen. */
export interface Cable {
  /** The address of a database of the server by this cable. */
  address(database: string): string;
  /**
   * Cuts the next connection that commits what it wrote: before the server sees that it shall, or once it has
   * answered, with nobody told of the answer.
   */
  cutInCommit(arrives: boolean): void;
  /** Holds the next such commit back until the body is done. */
  holdCommit<T>(body: () => Promise<T>): Promise<T>;
  /**
   * Nothing comes through from now on, nor is a connection ended or refused, as when a machine is gone; what connects
   * after `isBack` comes through again.
   */
  silence(): void;
  isBack(): void;
  /** How many have tried to connect meanwhile. */
  unanswered(): number;
  /** How many were cut or held. */
  troubles(): number;
  /** Leads to the server in another folder from now on; what led to the first is cut. */
  leadTo(folder: string): void;
  close(): void;
}

type Trouble = (client: Socket, far: Socket, bytes: string | Uint8Array) => void;

/** What a transaction that wrote ends with. */
const mark = "last_writes";

/** A cable to the server whose socket lies in a folder. */
export async function layCable(folder: string): Promise<Cable> {
  const own = mkdtempSync(join(tmpdir(), "busbar-cable-"));
  let target = folder;
  let next: Trouble | null = null;
  let troubles = 0;
  const ends = new Set<() => void>();
  const silent = new Set<Socket>();
  const live = new Set<Socket>();
  let isSilent = false;
  let unanswered = 0;
  const server = createServer((client) => {
    const far = connect(join(target, ".s.PGSQL.5432"));
    const end = () => {
      client.destroy();
      far.destroy();
      ends.delete(end);
    };
    ends.add(end);
    live.add(client);
    if (isSilent) {
      silent.add(client);
      unanswered += 1;
    }
    client.on("close", () => live.delete(client));
    for (const side of [client, far]) side.on("error", end).on("close", end);
    far.on("data", (bytes) => {
      if (!silent.has(client)) client.write(bytes);
    });
    client.on("data", (bytes) => {
      if (silent.has(client)) return;
      const trouble = next;
      if (trouble === null || !bytes.includes(mark)) return void far.write(bytes);
      next = null;
      troubles += 1;
      trouble(client, far, bytes);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(join(own, ".s.PGSQL.5432"), resolve);
  });
  return {
    address: (database) => `postgres://busbar@/${database}?host=${encodeURIComponent(own)}`,
    cutInCommit(arrives) {
      next = (client, far, bytes) => {
        if (!arrives) return void client.destroy();
        // What the server answers comes to nobody.
        far.removeAllListeners("data");
        far.once("data", () => client.destroy());
        far.write(bytes);
      };
    },
    async holdCommit(body) {
      const held = Promise.withResolvers<void>();
      const over = Promise.withResolvers<void>();
      next = (_, far, bytes) => {
        held.resolve();
        void over.promise.then(() => far.write(bytes));
      };
      await held.promise;
      try {
        return await body();
      } finally {
        over.resolve();
      }
    },
    silence() {
      isSilent = true;
      for (const client of live) silent.add(client);
    },
    isBack() {
      isSilent = false;
    },
    unanswered: () => unanswered,
    troubles: () => troubles,
    leadTo(other) {
      target = other;
      for (const end of ends) end();
    },
    close() {
      for (const end of ends) end();
      server.close();
      rmSync(own, { recursive: true, force: true });
    },
  };
}
