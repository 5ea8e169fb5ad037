import { once } from "node:events";
import { createServer, connect as openSocket, type Socket } from "node:net";

/** Something between us and a server that can do to a link what networks do. */
export interface Relay {
  readonly port: number;
  /** Connections made through it so far. */
  readonly connections: number;
  /** Pieces of bytes that came from our side so far. */
  readonly pieces: number;
  /** From now on nothing goes through, and nobody is told: a black hole. */
  swallow(): void;
  /** From now on everything goes through again; what was swallowed is gone. */
  pass(): void;
  /** Breaks every connection off. */
  cut(): void;
  close(): Promise<void>;
}

/** Starts one in front of a port; `delayMs` is added each way. Who starts it closes it. */
export async function startBareRelay(port: number, delayMs = 0): Promise<Relay> {
  const sockets = new Set<Socket>();
  let connections = 0;
  let pieces = 0;
  let isHole = false;
  const join = (from: Socket, to: Socket) => {
    sockets.add(from);
    from.setNoDelay(true);
    from.on("data", (bytes) => {
      if (isHole) return;
      if (delayMs === 0) to.write(bytes);
      else setTimeout(() => void (to.destroyed || to.write(bytes)), delayMs);
    });
    from.on("end", () => void (isHole || setTimeout(() => to.end(), delayMs)));
    from.on("error", () => to.destroy());
    from.on("close", () => {
      sockets.delete(from);
      if (!isHole) setTimeout(() => to.destroy(), delayMs);
    });
  };
  const server = createServer((near) => {
    connections += 1;
    const far = openSocket({ port, host: "127.0.0.1" });
    near.on("data", () => {
      pieces += 1;
    });
    join(near, far);
    join(far, near);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: address.port,
    get connections() {
      return connections;
    },
    get pieces() {
      return pieces;
    },
    swallow: () => {
      isHole = true;
    },
    pass: () => {
      isHole = false;
    },
    cut,
    close: async () => {
      cut();
      server.close();
      await once(server, "close");
    },
  };
}
