import { join } from "node:path";
import Database from "better-sqlite3";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import {
  type OpenInstallation,
  openInstallation,
} from "../../../src/app/installation/open-installation.ts";
import { listActions } from "../../../src/app/queries/lists/actions.ts";
import { listEvents } from "../../../src/app/queries/lists/events.ts";
import { listFiles } from "../../../src/app/queries/lists/files.ts";
import type { ListQuery } from "../../../src/app/queries/lists/list-query.ts";
import { listProcesses } from "../../../src/app/queries/lists/processes.ts";
import { listStuck } from "../../../src/app/queries/lists/stuck-items.ts";
import { loadConfig } from "../../../src/config/load-config.ts";
import { makePlace } from "../../cli/busbar.ts";
import { madeFile, problem, routeAll } from "../../store/made-file.ts";
import { planActions } from "../../store/planned-actions.ts";

const many = 60;
const place = makePlace();
afterAll(() => place.remove());
let of: OpenInstallation;

/** How many statements were carried out; each goes through to the database as it would. */
let carriedOut = 0;

beforeAll(async () => {
  await place.busbar("init");
  of = await openInstallation(loadConfig(join(place.folder, "busbar.yaml")));
  const files = Array.from({ length: 2 * many }, (_, index) =>
    madeFile({
      problems: index % 2 === 0 ? [problem(1)] : [],
      messages: [{ line: 2, key: `K${index}` }],
    }),
  );
  await of.store.files.record(files);
  await routeAll(of.store, 2 * many);
  await planActions(
    of.store,
    Array.from({ length: many }, (_, index) => ({ key: `A${index}`, actions: ["print"] })),
  );
  const memory = new Database(":memory:");
  const statements = Object.getPrototypeOf(memory.prepare("SELECT 1")) as Record<
    "all" | "get" | "run" | "iterate",
    (this: unknown, ...given: unknown[]) => unknown
  >;
  memory.close();
  for (const verb of ["all", "get", "run", "iterate"] as const) {
    const real = statements[verb];
    vi.spyOn(statements, verb).mockImplementation(function (this: unknown, ...given) {
      carriedOut += 1;
      return real.apply(this, given);
    });
  }
});
afterAll(async () => {
  vi.restoreAllMocks();
  await of.close();
});

async function statementsFor(list: ListQuery<object, unknown>, limit: number) {
  const before = carriedOut;
  const { items } = await list.page(of, { limit });
  return { items: items.length, statements: carriedOut - before };
}

test.each<[string, ListQuery<object, unknown>]>([
  ["files", listFiles],
  ["events", listEvents],
  ["processes", listProcesses],
  ["stuck items", listStuck],
  ["actions", listActions],
])("a page of 50 %s takes hardly more statements than a page of one", async (_, list) => {
  const one = await statementsFor(list, 1);
  const fifty = await statementsFor(list, 50);
  expect([one.items, fifty.items]).toEqual([1, 50]);
  expect(one.statements).toBeGreaterThan(0);
  // Rows are read twenty at a time, within a transaction each: never one by one.
  expect(fifty.statements - one.statements).toBeLessThan(20);
});
