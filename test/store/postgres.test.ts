import { afterAll, beforeAll } from "vitest";
import { openPostgresStore } from "../../src/store/postgres/open.ts";
import { conformsToStore, coreParts, type OpenStore } from "./conformance.ts";
import { emptyStore } from "./postgres/empty.ts";
import { startPostgres, type TestServer } from "./postgres/server.ts";

let server: TestServer;
let location: string;
/** Whose store the database holds. */
let holder: string | null = null;

beforeAll(async () => {
  server = await startPostgres();
  location = await server.database("store");
});
afterAll(() => server.stop());

/** Every day what is asked first, and by night all. */
const parts = process.env["BUSBAR_NIGHTLY"] === "1" ? undefined : coreParts;

const open: OpenStore = async ({ folder, blobFolder, now }) => {
  if (holder !== null && holder !== folder) await emptyStore(server, "store");
  holder = folder;
  return openPostgresStore(location, { blobFolder, now });
};

conformsToStore("the PostgreSQL store", open, parts);
