import type { Server } from "node:http";
import { setTimeout as delay, setImmediate as turn } from "node:timers/promises";

/** Turns of the event loop in which all comes in that the machine has taken for us: connections, then their bytes. */
const turnsToArrive = 4;
/** Who has connected and asked nothing yet has so long to ask, in milliseconds, before it is closed. */
const askMs = 250;
const lookMs = 10;

/** What arrives at a server: whoever connected and asked nothing yet is waited for before it closes. */
export class Arrivals {
  readonly #silent = new Set<object>();

  /** Watches a server; `isSecure`: it speaks TLS. */
  constructor(server: Server, isSecure: boolean) {
    server.on(isSecure ? "secureConnection" : "connection", (socket) => {
      this.#silent.add(socket);
      socket.once("close", () => this.#silent.delete(socket));
    });
    server.on("request", ({ socket }) => this.#silent.delete(socket));
  }

  /**
   * Resolves when those who have connected have asked. A server that closes resets whom the machine has connected and
   * it has not taken yet, as happens while what answers is loaded and the event loop is blocked.
   */
  async asked(): Promise<void> {
    for (let turns = 0; turns < turnsToArrive; turns += 1) await turn();
    const until = performance.now() + askMs;
    while (this.#silent.size > 0 && performance.now() < until) await delay(lookMs);
  }
}
