import { shownStore } from "../../core/text/store-location.ts";
import type { Erasure, ErasureStore } from "../port/erasure-store.ts";
import { StoreError } from "../port/store-error.ts";
import type { Connection } from "./database/connection.ts";

/** Nothing is erased of a store in PostgreSQL, and whoever asks for it is told so. */
export function refusingErasure({ location }: Connection): ErasureStore {
  async function refuse(): Promise<never> {
    throw new StoreError(
      "failed",
      `Personal data cannot be erased in the store in ${shownStore(location)}: only a store in a file can do that.`,
    );
  }

  return {
    about: refuse,
    bytes: refuse,
    erase: refuse,
    settle: refuse,
    scrub: refuse,
    rest: async () => [],
    end: async () => {},
    ofFile: async () => null,
    ofOutbound: async () => null,
    async *list(): AsyncGenerator<Erasure> {},
  };
}
