import { afterAll, beforeAll, expect, test } from "vitest";
import { buildPending } from "../../src/build/build-pending.ts";
import { actRoutes } from "../../src/http/api/act-routes.ts";
import type { JobView } from "../../src/http/jobs/jobs.ts";
import { d0010, goodFile, mpan } from "../promises/flow-files.ts";
import { until } from "../promises/workplace.ts";
import { type AskedPlace, askedPlace } from "./asked.ts";

let here: AskedPlace;
beforeAll(async () => {
  here = await askedPlace({}, async (place) => {
    await place.busbar("ingest", place.write(goodFile(1)));
    const other = d0010("0000000001", [mpan(9)]);
    await place.busbar("ingest", place.write({ name: "other.usr", bytes: Buffer.from(other) }));
    for (const name of ["a.usr", "b.usr", "c.usr"])
      await place.busbar("ingest", place.write({ name, bytes: Buffer.from(`ZHV|cut ${name}`) }));
  });
});
afterAll(() => here.close());

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

async function post(
  path: string,
  body: object,
  { who = "operator", ...headers }: Record<string, string> = {},
): Promise<Answer> {
  const answer = await here.app.request(`/api/v1${path}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${who}`, "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  const read = (await answer.json()) as Record<string, unknown>;
  const route = actRoutes.find(({ path: named }) => matches(named, path));
  if (answer.status < 300 && route !== undefined)
    expect(route.answer.safeParse(read).error?.issues).toBeUndefined();
  return { status: answer.status, body: read, headers: answer.headers };
}

/** Whether a path is of the form of a route. */
function matches(named: string, path: string): boolean {
  return new RegExp(`^${named.replace(/\{\w+\}/g, "[^/]+")}$`).test(path);
}

const because = { reason: "agreed with Ann" };

test("what is done is kept with who asked and why", async () => {
  const held = await post("/holds", { stage: "intake", channel: "inbox", ...because });
  expect(held).toMatchObject({
    status: 201,
    body: { stage: "intake", channel: "inbox", actor: "olga", reason: "agreed with Ann" },
  });
  const [entry] = (await Array.fromAsync(here.of.store.access.audit({ limit: 1 }))) ?? [];
  expect(entry).toMatchObject({
    actor: "olga",
    act: "POST /api/v1/holds",
    reason: "agreed with Ann",
    outcome: "done",
  });
  const released = await post("/holds/releases", { stage: "intake", channel: "inbox", ...because });
  expect(released.status).toBe(200);
  expect(await here.of.store.holds.list()).toEqual([]);
});

test("without a reason, or by who only reads, nothing is done", async () => {
  const silent = await post("/holds", { stage: "intake", reason: " " });
  expect(silent).toMatchObject({
    status: 400,
    body: { errors: [{ pointer: "reason", detail: expect.stringContaining("why") }] },
  });
  const low = await post("/holds", { stage: "intake", ...because }, { who: "viewer" });
  expect(low).toMatchObject({ status: 403, body: { code: "NOT_ALLOWED" } });
  const own = await post("/holds", { stage: "intake", actor: "eve", ...because });
  expect(own.body["errors"]).toEqual([{ pointer: "actor", detail: "is not known" }]);
  const form = await here.app.request("/api/v1/holds", {
    method: "POST",
    headers: { Authorization: "Bearer operator", "Content-Type": "text/plain" },
    body: JSON.stringify({ stage: "intake", ...because }),
  });
  expect(form.status).toBe(400);
  expect(await here.of.store.holds.list()).toEqual([]);
});

test("under one key the same is done once, and nothing else", async () => {
  const key = { "Idempotency-Key": '"k-1"' };
  const first = await post("/events/1/voids", because, key);
  expect(first).toMatchObject({ status: 200, body: { revision: expect.anything() } });
  expect(await post("/events/1/voids", because, key)).toMatchObject({ body: first.body });
  expect(await here.of.store.revisions.list(1)).toHaveLength(1);
  const other = await post("/events/1/voids", { reason: "another" }, key);
  expect(other).toMatchObject({ status: 422, body: { code: "KEY_REUSED" } });
  const again = await post("/events/1/voids", because);
  expect(again).toMatchObject({ status: 409, body: { code: "ALREADY_VOID" } });
  expect((await post("/events/1/unvoids", because)).status).toBe(200);
});

test("a kept answer is shown by the rights of who asks now, and a log-in has keys of its own", async () => {
  const reason = "agreed with 0123456789";
  const body = { stage: "intake", reason };
  const key = { "Idempotency-Key": "k-2" };
  const first = await post("/holds", body, { ...key, who: "blind" });
  expect(first).toMatchObject({
    status: 201,
    body: { reason: expect.stringContaining("[masked]") },
  });
  const seen = await post("/holds", body, key);
  expect(seen).toMatchObject({ status: 201, body: { reason } });
  const other = await post("/holds", { ...body, stage: "actions" }, { ...key, who: "browser" });
  expect(other.body["code"]).not.toBe("KEY_REUSED");
  for (const stage of ["intake", "actions"]) await post("/holds/releases", { ...body, stage });
});

test("what holds a secret takes no key, and says so", async () => {
  const key = { "Idempotency-Key": "k-3", who: "admin" };
  const token = await post("/tokens", { name: "twice", role: "viewer", ...because }, key);
  const rights = { role: "viewer", password: "correct horse battery" };
  const person = await post("/people", { name: "paul", ...rights, ...because }, key);
  for (const { status, body } of [token, person])
    expect([status, body["detail"]]).toEqual([400, expect.stringContaining("Idempotency-Key")]);
  expect(await here.of.store.access.credentials("token")).toEqual([]);
  expect(await here.of.store.access.person("paul")).toBeNull();
});

test("a process of which every event is void is shown, and says so", async () => {
  const at = `/processes/metering-point/${mpan(1_000)}`;
  const shown = (await (await here.get(`/api/v1${at}`)).json()) as { events: { seq: number }[] };
  for (const { seq } of shown.events) await post(`/events/${seq}/voids`, because);
  const empty = await here.get(`/api/v1${at}`);
  expect([empty.status, await empty.json()]).toEqual([
    200,
    expect.objectContaining({ status: "every event is void", state: null, events: [] }),
  ]);
  for (const { seq } of shown.events) await post(`/events/${seq}/unvoids`, because);
});

test("a conflict is settled, and a file that there is not is not found", async () => {
  const decided = await post("/files/2/decisions", { decision: "replace", ...because });
  expect(decided).toMatchObject({
    status: 200,
    body: { file: { id: 2, state: "recorded" }, other: { id: 1, state: "withdrawn" } },
  });
  const none = await post("/files/99/decisions", { decision: "replace", ...because });
  expect(none).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
});

async function causeOfRefused(): Promise<string> {
  const found = await here.get("/api/v1/stuck/items?kind=rejected");
  const { items } = (await found.json()) as { items: { cause: { id: string } }[] };
  return items[0]?.cause.id ?? "";
}

test("a group is looked at first, and only that very set is done, as a job with what came of each", async () => {
  const path = `/stuck/causes/${await causeOfRefused()}/retries`;
  const unseen = await post(path, because);
  expect(unseen).toMatchObject({ status: 409, body: { code: "OTHER_SET" } });
  const plan = await post(path, { dryRun: true, ...because });
  expect(plan).toMatchObject({ status: 200, body: { count: 3 } });
  expect(plan.body["sample"]).toHaveLength(3);
  const { set } = plan.body;
  await here.place.busbar(
    "ingest",
    here.place.write({ name: "d.usr", bytes: Buffer.from("ZHV|cut d") }),
  );
  const changed = await post(path, { set, ...because });
  expect(changed).toMatchObject({ status: 409, body: { code: "OTHER_SET" } });
  const { set: now } = (await post(path, { dryRun: true, ...because })).body;
  const begun = await post(path, { set: now, ...because });
  expect(begun.status).toBe(202);
  const at = begun.headers.get("Location") ?? "";
  const look = async () => (await (await here.get(at)).json()) as JobView;
  await until("the job has ended", async () => (await look()).state !== "running");
  const job = await look();
  expect(job).toMatchObject({ state: "done", total: 4, actor: "olga", reason: "agreed with Ann" });
  expect(job.items).toHaveLength(4);
  expect(job.done + job.refused).toBe(4);
  const seen = (await (await here.get(at, "masked")).json()) as JobView;
  expect(seen).toMatchObject({ id: job.id, total: 4, reason: "[masked]" });
  const ended = await post(`/jobs/${job.id}/stops`, {});
  expect(ended.status).toBe(409);
});

test("the same set asked for twice at once is one job, and what has changed meanwhile waits for it", async () => {
  const path = `/stuck/causes/${await causeOfRefused()}/retries`;
  const { set } = (await post(path, { dryRun: true, ...because })).body;
  const [one, two] = await Promise.all([
    post(path, { set, ...because }),
    post(path, { set, ...because }),
  ]);
  expect(one.status).toBe(202);
  expect([two.status, two.body["id"]]).toEqual([202, one.body["id"]]);
});

test("a token that an admin makes is shown once, and ends when it is revoked", async () => {
  const asked = { name: "report", role: "viewer", ...because };
  expect((await post("/tokens", asked)).status).toBe(403);
  const made = await post("/tokens", asked, { who: "admin" });
  expect(made.status).toBe(201);
  const { id, secret } = made.body as { id: number; secret: string };
  expect(secret).toMatch(/^bb_[\w-]{43}$/);
  const listed = await (await here.get("/api/v1/tokens", "admin")).text();
  expect(listed).not.toContain(secret);
  const ended = await post(`/tokens/${id}/revocations`, because, { who: "admin" });
  expect(ended.body).toMatchObject({ endedBy: "ada" });
});

test("erasing is for admins, and is reported in the audit", async () => {
  const asked = { key: mpan(1_000), ...because };
  const low = await post("/erasures", asked);
  expect(low).toMatchObject({ status: 403, body: { code: "NOT_ALLOWED" } });
  await buildPending(here.of.store, await here.of.definitions());
  const planned = await post("/erasures", { ...asked, isDry: true }, { who: "admin" });
  expect(planned).toMatchObject({ status: 200, body: { erasure: null, key: mpan(1_000) } });
  const unknown = await post("/erasures", { ...asked, key: "nobody" }, { who: "admin" });
  expect(unknown).toMatchObject({ status: 404, body: { code: "NOTHING_KNOWN" } });
  const [entry] = (await Array.fromAsync(here.of.store.access.audit({ limit: 1 }))) ?? [];
  expect(entry).toMatchObject({
    act: "POST /api/v1/erasures",
    reason: "agreed with Ann",
    outcome: "refused",
  });
});
