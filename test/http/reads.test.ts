import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { actRoutes } from "../../src/http/api/act-routes.ts";
import { otherRoutes } from "../../src/http/api/other-routes.ts";
import { readRoutes } from "../../src/http/api/read-routes.ts";
import type { ReadRoute } from "../../src/http/api/route.ts";
import { httpCodes } from "../../src/http/problem/http-codes.ts";
import { d0010, mpan } from "../promises/flow-files.ts";
import { type AskedPlace, askedPlace } from "./asked.ts";
import { notice } from "./notice.ts";

let here: AskedPlace;
beforeAll(async () => {
  here = await askedPlace({}, async (place) => {
    const good = { name: "good.usr", bytes: Buffer.from(d0010("0000000001", [mpan(1), mpan(2)])) };
    const bad = { name: "bad.usr", bytes: Buffer.from("ZHV|cut") };
    await place.busbar("ingest", place.write(good));
    await place.busbar("ingest", place.write(bad));
    await place.busbar("hold", "intake", "--channel", "inbox", "--reason", "a test");
    await place.busbar("token", "add", "report", "--role", "viewer");
  });
  await here.of.store.access.setPerson({
    name: "olga",
    password: "kept elsewhere",
    role: "operator",
    personal: true,
    by: "root",
  });
  await here.get("/api/v1/files", "guessed-token");
  await notice(here.of.store, "A rule was broken");
});
afterAll(() => here.close());

/** How each route is asked here, and whether it has something to show; those that are not named are asked as they are. */
const asked: Readonly<Record<string, string>> = {
  "/files": "/files?flow=D0010&since=2020-01-01",
  "/files/{file}": "/files/1",
  "/files/{file}/messages": "/files/1/messages",
  "/files/{file}/difference": "/files/1/difference?with=2",
  "/processes/{type}/{key}/picture": `/processes/metering-point/${mpan(1)}/picture`,
  "/reports/files": "/reports/files?by=day,flow,state&flow=D0010",
  "/events": `/events?key=${mpan(1)}&sender=DUMY`,
  "/events/{event}": "/events/1",
  "/processes": "/processes?type=metering-point",
  "/processes/{type}/{key}": `/processes/metering-point/${mpan(1)}`,
  "/processes/{type}/{key}/at": `/processes/metering-point/${mpan(1)}/at?asOf=2030-01-01`,
  "/keys/{key}/processes": `/keys/${mpan(1)}/processes`,
  "/channels/{channel}": "/channels/inbox",
  "/stuck/items": "/stuck/items?kind=rejected",
  "/reports/events": "/reports/events?by=type,day,sender",
  "/reports/durations": "/reports/durations?from=D0010&to=D0010",
  "/flows": "/flows?search=meter%20reading",
  "/flows/{flow}/{version}": "/flows/D0010/002",
  "/flows/{flow}/{version}/schema": "/flows/D0010/002/schema",
  "/problems/{code}": "/problems/MPAN_CHECK_DIGIT",
  "/search": `/search?text=${mpan(1)}`,
  "/why/{item}": "/why/file%201",
  "/notices/{notice}": "/notices/1",
  "/audit": "/audit?outcome=refused",
};
/** What cannot be masked is refused to who may not see what is said of persons. */
const onlyWhole = ["/files/{file}/difference", "/processes/{type}/{key}/picture"];
/** Nothing was sent, planned or asked of a process here: these are held by the tests of the command line. */
const nothingToShow = ["/outbound/{outbound}", "/actions/{action}", "/commands/{command}"];
const mayBeEmpty = [
  "/erasures",
  "/snoozes",
  "/actions",
  "/outbound",
  "/outbound-messages",
  "/sessions",
  "/expected/files",
  "/expected/answers",
  "/reports/durations",
  // Nothing is built without a daemon.
  "/reports/processes",
];

interface OpenApi {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: object };
}
interface Operation {
  readonly responses: {
    readonly "200": { readonly content: { readonly "application/json": { schema: object } } };
  };
}

let described: OpenApi | undefined;

async function description(): Promise<OpenApi> {
  if (described !== undefined) return described;
  const answer = await here.get("/api/v1/openapi.json");
  expect(answer.status).toBe(200);
  described = (await answer.json()) as OpenApi;
  return described;
}

/** The schema that the description publishes for an address, as a check. */
async function published(route: ReadRoute): Promise<z.ZodType> {
  const { paths, components } = await description();
  const schema =
    paths[`/api/v1${route.path}`]?.["get"]?.responses["200"].content["application/json"].schema;
  const whole = JSON.stringify({ ...schema, $defs: components.schemas });
  return z.fromJSONSchema(JSON.parse(whole.replaceAll("#/components/schemas/", "#/$defs/")));
}

describe("every address that reads", () => {
  test.each(readRoutes.filter(({ path }) => !nothingToShow.includes(path)))(
    "$path answers what the description says",
    async (route) => {
      const url = `/api/v1${asked[route.path] ?? route.path}`;
      expect(url).not.toContain("{");
      const answer = await here.get(url, "admin");
      const body: unknown = await answer.json();
      expect([answer.status, body]).toEqual([200, expect.anything()]);
      expect(route.answer.safeParse(body).error?.issues).toBeUndefined();
      expect((await published(route)).safeParse(body).error?.issues).toBeUndefined();
      if (mayBeEmpty.includes(route.path)) return;
      const { items, rows } = body as { items?: unknown[]; rows?: unknown[] };
      expect((items ?? rows)?.length).not.toBe(0);
    },
  );

  test.each(readRoutes)(
    "$path, asked for by who may not see persons, has the same shape",
    async (route) => {
      if (nothingToShow.includes(route.path) || route.role === "admin") return;
      const answer = await here.get(`/api/v1${asked[route.path] ?? route.path}`, "masked");
      const body = await answer.text();
      const isWhole = onlyWhole.includes(route.path);
      expect(answer.status).toBe(isWhole ? 403 : 200);
      if (isWhole) return;
      expect(body).not.toContain(mpan(1));
      expect(body).not.toContain(mpan(2));
      expect(route.answer.safeParse(JSON.parse(body)).error?.issues).toBeUndefined();
    },
  );

  test.each(nothingToShow)("%s says that there is none", async (path) => {
    const answer = await here.get(`/api/v1${path.replace(/\{\w+\}/, "7")}`);
    expect([answer.status, await answer.json()]).toEqual([
      404,
      expect.objectContaining({ code: "NOT_FOUND" }),
    ]);
  });
});

test("what admins read is refused to others, and that is kept", async () => {
  for (const { path } of readRoutes.filter(({ role }) => role === "admin"))
    expect((await here.get(`/api/v1${path}`, "operator")).status).toBe(403);
  const audit = (await (await here.get("/api/v1/audit", "admin")).json()) as {
    items: { act: string; actor: string; code: string }[];
  };
  expect(audit.items).toContainEqual(
    expect.objectContaining({ act: "GET /api/v1/tokens", actor: "olga", code: "NOT_ALLOWED" }),
  );
  expect(audit.items).toContainEqual(
    expect.objectContaining({ act: "GET /api/v1/files", actor: null, code: "NOT_LOGGED_IN" }),
  );
});

test("the description names every address once, and nothing that it does not have", async () => {
  const { paths, components } = await description();
  const named = Object.entries(paths).flatMap(([path, at]) =>
    Object.keys(at).map((method) => `${method} ${path}`),
  );
  const known = [...readRoutes, ...actRoutes, ...otherRoutes].map(
    ({ method, path }) => `${method} /api/v1${path}`,
  );
  expect(named.toSorted()).toEqual(known.toSorted());
  const text = JSON.stringify({ paths, components });
  for (const [, name = ""] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g))
    expect(Object.keys(components.schemas)).toContain(name);
});

test("every code of the API's own has a page", async () => {
  for (const code of [...Object.keys(httpCodes), "NOT_FOUND", "CONFLICT"]) {
    const page = await here.get(`/api/v1/problems/${code}`);
    expect([page.status, await page.json()]).toEqual([200, expect.objectContaining({ code })]);
  }
});

test("the bytes of a file are what came, and never shown by a browser", async () => {
  const answer = await here.get("/api/v1/files/1/bytes");
  expect(await answer.text()).toBe(d0010("0000000001", [mpan(1), mpan(2)]));
  expect(answer.headers.get("Content-Disposition")).toContain("attachment");
  expect(answer.headers.get("Content-Type")).toBe("application/octet-stream");
  expect((await here.get("/api/v1/files/1/bytes", "masked")).status).toBe(403);
});
