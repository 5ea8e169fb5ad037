import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  type OpenInstallation,
  openInstallation,
} from "../../../src/app/installation/open-installation.ts";
import { listActions } from "../../../src/app/queries/lists/actions.ts";
import { listEvents } from "../../../src/app/queries/lists/events.ts";
import { listFiles } from "../../../src/app/queries/lists/files.ts";
import type { ListQuery } from "../../../src/app/queries/lists/list-query.ts";
import { listOutbound } from "../../../src/app/queries/lists/outbound-files.ts";
import { listProcesses } from "../../../src/app/queries/lists/processes.ts";
import { listStuckCauses } from "../../../src/app/queries/lists/stuck-causes.ts";
import { listStuck, type StuckWanted } from "../../../src/app/queries/lists/stuck-items.ts";
import { listWaiting } from "../../../src/app/queries/lists/waiting-messages.ts";
import { loadConfig } from "../../../src/config/load-config.ts";
import { makePlace } from "../../cli/busbar.ts";
import { madeFile, problem, routeAll } from "../../store/made-file.ts";

const place = makePlace();
afterAll(() => place.remove());
let of: OpenInstallation;

beforeAll(async () => {
  await place.busbar("init");
  of = await openInstallation(loadConfig(join(place.folder, "busbar.yaml")));
  const files = Array.from({ length: 7 }, (_, index) =>
    madeFile({
      problems: index % 3 === 0 ? [problem(1)] : [],
      messages: [{ line: 2, key: `K${index % 2}` }],
    }),
  );
  await of.store.files.record(files);
  await routeAll(of.store, 100);
});
afterAll(() => of.close());

/** Every page of a list. */
async function pages<Input extends object, Item>(
  query: ListQuery<Input, Item>,
  input: Input,
  limit: number,
): Promise<Item[][]> {
  const found: Item[][] = [];
  let after: string | undefined;
  do {
    const page = await query.page(of, { ...input, limit, after });
    found.push([...page.items]);
    after = page.next ?? undefined;
  } while (after !== undefined && found.length < 20);
  return found;
}

test("pages hold every row once, from the newest, also while more are recorded", async () => {
  const ids = async (input: Parameters<typeof listFiles.page>[1] | object, limit: number) =>
    (await pages(listFiles, input, limit)).map((page) => page.map(({ id }) => id));
  expect(await ids({}, 3)).toEqual([[5, 6, 7], [2, 3, 4], [1]]);
  expect(await ids({ state: "rejected" }, 2)).toEqual([[4, 7], [1]]);
  expect(await ids({ state: "rejected" }, 3)).toEqual([[1, 4, 7]]);
  const first = await listFiles.page(of, { limit: 2 });
  await of.store.files.record([madeFile()]);
  const second = await listFiles.page(of, { limit: 2, after: first.next ?? "" });
  expect(second.items.map(({ id }) => id)).toEqual([4, 5]);
});

test("a page behind a row's number has newer ones, the oldest first, in every list of numbered rows", async () => {
  const { items, next } = await listEvents.page(of, { after: "1", limit: 2 });
  expect(items.map(({ seq }) => seq)).toEqual([2, 3]);
  expect(await listEvents.page(of, { after: next ?? "", limit: 2 })).toMatchObject({
    items: [{ seq: 4 }],
    next: null,
  });
  expect((await pages(listEvents, {}, 2)).map((page) => page.map(({ seq }) => seq))).toEqual([
    [3, 4],
    [1, 2],
  ]);
  const after = "1";
  const limit = 1;
  expect(await listFiles.page(of, { after, limit })).toMatchObject({ items: [{ id: 2 }] });
  expect(await listProcesses.page(of, { after, limit })).toMatchObject({ items: [{ key: "K0" }] });
  await expect(listStuck.page(of, { after, limit })).rejects.toMatchObject({ kind: "invalid" });
});

test("a page of events reads the revisions of all of them at once", async () => {
  const said = { actor: "ann", reason: "theirs" };
  await of.store.revisions.void({ seq: 2, changedBy: said });
  const { items } = await listEvents.page(of, { limit: 9 });
  expect(items.map(({ seq, revisions }) => [seq, revisions.length])).toEqual([
    [1, 0],
    [2, 1],
    [3, 0],
    [4, 0],
  ]);
  expect(items[1]?.revisions).toMatchObject([{ kind: "void", ...said }]);
  await of.store.revisions.unvoid({ seq: 2, changedBy: said });
});

test("every item of a list comes as its pages have them", async () => {
  const all = await Array.fromAsync(listProcesses.every(of, {}));
  expect(all).toEqual((await pages(listProcesses, {}, 1)).flat());
  expect(all.map(({ key }) => key).sort()).toEqual(["K0", "K1"]);
  for (const query of [listActions, listOutbound, listWaiting])
    expect(await query.page(of, { limit: 5 })).toEqual({ items: [], next: null, notes: [] });
});

test("pages of what is stuck hold every item once, kind by kind", async () => {
  await of.store.files.record([
    madeFile({
      messages: [
        { line: 2, problems: [problem(2)] },
        { line: 3, key: "K9" },
      ],
    }),
  ]);
  const all = await Array.fromAsync(listStuck.every(of, {}));
  expect(all.map(({ kind }) => kind)).toEqual(["rejected", "rejected", "rejected", "invalid"]);
  for (const limit of [1, 2, 3]) expect((await pages(listStuck, {}, limit)).flat()).toEqual(all);
  expect((await pages(listStuck, { kind: "invalid" }, 1)).flat()).toEqual(all.slice(3));
  const [{ cause, number } = { cause: { id: "" }, number: 0 }] = all;
  const said = { actor: "ann", text: "theirs" };
  await of.store.stuck.note([
    { verb: "dismiss", cause: cause.id, on: { kind: "rejected", number }, ...said },
    { verb: "assign", cause: cause.id, on: { kind: "rejected", number: 4 }, ...said },
  ]);
  const numbers = async (wanted: StuckWanted) =>
    (await listStuck.page(of, { ...wanted, limit: 9 })).items.map((item) => item.number);
  expect(await numbers({ dismissed: true })).toEqual([number]);
  expect(await numbers({ kind: "rejected" })).toEqual([4, 7]);
  expect(await numbers({ assignee: "theirs" })).toEqual([4]);
});

test("pages of causes hold each once, the largest first", async () => {
  await of.store.files.record(
    Array.from({ length: 3 }, () => madeFile({ problems: [{ ...problem(1), code: "BAD_DATE" }] })),
  );
  const all = (await pages(listStuckCauses, {}, 9)).flat();
  expect(all.length).toBeGreaterThan(1);
  expect(all.map(({ count }) => count)).toEqual(
    all.map(({ count }) => count).toSorted((a, b) => b - a),
  );
  expect((await pages(listStuckCauses, {}, 1)).flat()).toEqual(all);
});

test("what nobody can mean is refused, and what was never there is said", async () => {
  const invalid = expect.objectContaining({ kind: "invalid" });
  const { next } = await listFiles.page(of, { limit: 1 });
  for (const asked of [
    () => listEvents.page(of, { limit: 1, after: next ?? "" }),
    () => listFiles.page(of, { limit: 1, after: "12x" }),
    () => listFiles.page(of, { limit: 1, channel: "inbax" }),
    () => listFiles.page(of, { limit: 1, problem: "BAD_DAT" }),
    () => listProcesses.page(of, { limit: 1, type: "odrer" }),
    () => listActions.page(of, { limit: 1, type: "odrer" }),
    () => listActions.page(of, { limit: 1, name: "no such" }),
    () => listOutbound.page(of, { limit: 1, channel: "nowhere" }),
  ])
    await expect(asked()).rejects.toEqual(invalid);
  const { notes } = await listEvents.page(of, { limit: 1, type: "D0155_RECIEVED" });
  expect(notes).toEqual([
    "no event of type D0155_RECIEVED was ever recorded; did you mean D0155_RECEIVED?",
  ]);
});
