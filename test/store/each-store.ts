import type { QueryResult } from "pg";
import { afterAll, beforeAll, describe } from "vitest";
import { emptyStore } from "./postgres/empty.ts";
import { startPostgres, type TestServer } from "./postgres/server.ts";

/** A kind of store that tests are run with. */
export interface StoreKind {
  readonly kind: "sqlite" | "postgres";
  /** Where a new, empty store is, for a configuration that names a file. */
  location(path: string): Promise<string>;
  /** Runs SQL in the database; only with one in PostgreSQL. */
  query(sql: string): Promise<QueryResult>;
}

/** Runs tests with a store in a file, and by night with one in PostgreSQL too. */
export function describeEachStore(name: string, tests: (store: StoreKind) => void): void {
  describe(`${name}, in a file`, () =>
    tests({
      kind: "sqlite",
      location: async (path) => path,
      query: () => Promise.reject(new Error("there is no server")),
    }));
  describe.runIf(process.env["BUSBAR_NIGHTLY"] === "1")(`${name}, in PostgreSQL`, () => {
    let server: TestServer;
    let isUsed = false;
    beforeAll(async () => {
      server = await startPostgres();
    });
    afterAll(() => server.stop());
    tests({
      kind: "postgres",
      query: (sql) => server.query("store", sql),
      async location() {
        const address = await server.database("store");
        if (isUsed) await emptyStore(server, "store");
        isUsed = true;
        return address;
      },
    });
  });
}
