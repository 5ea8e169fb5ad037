import { request } from "node:http";
import { Hono } from "hono";
import { afterAll, beforeAll, expect, test } from "vitest";
import { MetricsRegistry } from "../../src/app/metrics/registry.ts";
import { answersErrors } from "../../src/http/answer-errors.ts";
import { apiFace } from "../../src/http/api/api-face.ts";
import type { Face, HttpEnv } from "../../src/http/context.ts";
import { httpProblemView } from "../../src/http/problem/problem.ts";
import { sentForm, sentJson } from "../../src/http/sent-body.ts";
import { answerBy } from "../../src/http/server/answer-requests.ts";
import { listen } from "../../src/http/server/listen.ts";
import { madeFile, problem } from "../store/made-file.ts";
import { type AskedPlace, askedPlace, localHttp } from "./asked.ts";

/** Addresses of a face beside the API. */
const pages: Face = {
  open: (router) => router.get("/login", (c) => c.html("<h1>Log in</h1>")),
  reads: (router) => {
    router.get("/files", (c) => c.html(`<h1>Files for ${c.get("who").name}</h1>`));
    router.get("/broken", () => {
      throw new Error("secret inside");
    });
  },
  acts: (router) => router.post("/files", (c) => c.text(`done by ${c.get("who").name}`)),
  problemPage: ({ code, status }, c) => c.html(`<h1>${code}</h1>`, status === 404 ? 404 : 401),
};

let here: AskedPlace;
const metrics = new MetricsRegistry();
beforeAll(async () => {
  here = await askedPlace({ faces: [apiFace, pages], meter: metrics });
  await here.of.store.files.record([madeFile(), madeFile({ problems: [problem(1)] }), madeFile()]);
});
afterAll(() => here.close());

const problemIn = async (answer: Response) => {
  expect(answer.headers.get("Content-Type")).toBe("application/problem+json");
  return httpProblemView.parse(await answer.json());
};

test("nobody reads without saying who they are, but for what is open", async () => {
  const refused = await here.get("/api/v1/files", null);
  expect(refused.status).toBe(401);
  expect(await problemIn(refused)).toMatchObject({
    code: "NOT_LOGGED_IN",
    type: "/api/v1/problems/NOT_LOGGED_IN",
  });
  expect((await here.get("/api/v1/files", "guessed")).status).toBe(401);
  expect((await here.get("/api/v1/files")).status).toBe(200);
  expect((await here.get("/login", null)).status).toBe(200);
});

test("what goes wrong is a problem for programs, and a page for who asks for one", async () => {
  expect(await problemIn(await here.get("/api/v1/fils"))).toMatchObject({
    status: 404,
    code: "NO_SUCH_ADDRESS",
  });
  const headers = { Accept: "text/html", Authorization: "Bearer viewer" };
  const page = await here.app.request("/nothing", { headers });
  expect([page.status, await page.text()]).toEqual([404, "<h1>NO_SUCH_ADDRESS</h1>"]);
});

test("requests are counted by the form of their address, and nothing that was asked is a label", async () => {
  await here.get("/api/v1/files/1");
  await here.get("/api/v1/files/2?limit=secret");
  await here.get("/api/v1/secret");
  await here.get("/files");
  await here.app.request("/api/v1/files/1", { method: "SECRET" });
  const text = await metrics.text();
  expect(text).not.toMatch(/secret/i);
  for (const labels of [
    'route="/files/{file}",method="GET",status_class="2xx"',
    'route="/files/{file}",method="GET",status_class="4xx"',
    'route="none",method="GET",status_class="4xx"',
    'route="page",method="GET",status_class="2xx"',
  ])
    expect(text).toContain(`busbar_http_requests_total{${labels}}`);
  expect(text).toContain('busbar_http_request_seconds_count{route="/files/{file}"}');
});

test("a fault tells its request and nothing of its inside", async () => {
  const answer = await here.get("/broken");
  const told = await problemIn(answer);
  expect(told).toMatchObject({ status: 500, code: "FAULT" });
  expect(JSON.stringify(told)).not.toContain("secret inside");
  const request = told.instance.replace("urn:uuid:", "");
  expect(here.logged).toContainEqual(
    expect.objectContaining({ event: "request-failed", request, reason: "secret inside" }),
  );
});

test("what is asked wrongly is said place by place", async () => {
  const answer = await here.get("/api/v1/files?limit=0&stat=x&since=monday");
  expect((await problemIn(answer)).errors).toEqual([
    { pointer: "since", detail: expect.stringContaining("a day such as") },
    { pointer: "limit", detail: "expected a number from 1 to 500" },
    { pointer: "stat", detail: "is not known" },
  ]);
});

test("pages and data have the headers that keep a browser from more", async () => {
  const page = await here.get("/files");
  expect(page.headers.get("Content-Security-Policy")).toContain("script-src 'self'");
  const data = await here.get("/api/v1/files");
  expect(data.headers.get("Content-Security-Policy")).toContain("sandbox");
  for (const { headers } of [page, data]) {
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Cache-Control")).toBe("no-store");
    expect(headers.get("Content-Security-Policy")).toContain("frame-ancestors 'none'");
  }
});

test("another host is not served, and a page of another site has nothing done", async () => {
  const elsewhere = await here.app.request("http://evil.example/api/v1/files", {
    headers: { Authorization: "Bearer viewer" },
  });
  expect([elsewhere.status, (await problemIn(elsewhere)).code]).toEqual([421, "UNKNOWN_HOST"]);
  const post = (headers: Record<string, string>) =>
    here.app.request("/files", {
      method: "POST",
      headers: { Authorization: "Bearer operator", ...headers },
    });
  expect((await post({})).status).toBe(200);
  expect((await post({ "Sec-Fetch-Site": "same-origin" })).status).toBe(200);
  expect((await post({ Origin: "http://localhost" })).status).toBe(200);
  for (const site of ["cross-site", "same-site"]) {
    const refused = await post({ "Sec-Fetch-Site": site });
    expect([refused.status, (await problemIn(refused)).code]).toEqual([403, "CROSS_SITE"]);
  }
  expect((await post({ Origin: "https://evil.example" })).status).toBe(403);
  expect((await post({ Origin: "null" })).status).toBe(403);
});

test("it is reached by a socket, on any free port where the usual one is taken", async () => {
  const answer = answerBy(here.app.fetch);
  const [first, second] = [await listen(answer, localHttp), await listen(answer, localHttp)];
  try {
    expect(first.address).not.toBe(second.address);
    for (const { address } of [first, second])
      expect(await (await fetch(`${address}/login`)).text()).toBe("<h1>Log in</h1>");
    const large = await fetch(`${first.address}/files`, {
      method: "POST",
      headers: { Authorization: "Bearer operator" },
      body: "x".repeat(2 << 20),
    });
    expect(large.status).toBe(413);
    expect(await hostAnswer(first.address, "evil.example")).toBe(421);
  } finally {
    await Promise.all([first.close(), second.close()]);
  }
});

/** The status that a request for another host gets, as a name that was turned to us would send it. */
function hostAnswer(address: string, host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    request(`${address}/login`, { headers: { Host: host } }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on("error", reject)
      .end();
  });
}

test("a list goes on where the page before ended, and with the same filters only", async () => {
  const first = (await (await here.get("/api/v1/files?limit=2")).json()) as {
    items: { id: number }[];
    next: string;
  };
  expect(first.items.map(({ id }) => id)).toEqual([2, 3]);
  const next = await here.get(`/api/v1/files?limit=2&after=${first.next}`);
  expect(await next.json()).toMatchObject({ items: [{ id: 1 }], next: null });
  const other = await here.get(`/api/v1/files?limit=2&state=rejected&after=${first.next}`);
  expect([other.status, (await problemIn(other)).code]).toEqual([400, "INVALID"]);
});

test("a body that is none of what it says it is, is refused in words", async () => {
  const router = new Hono<HttpEnv>();
  answersErrors(router, [], () => expect.fail("is told as a fault"));
  router.post("/form", async (c) => c.json(await sentForm(c)));
  router.post("/json", async (c) => c.json((await sentJson(c)) as object));
  const send = (path: string, type: string, body: string) =>
    router.request(path, { method: "POST", headers: { "Content-Type": type }, body });
  for (const [path, type] of [
    ["/form", "multipart/form-data; boundary=x"],
    ["/form", "multipart/form-data"],
    ["/json", "application/json"],
  ] as const) {
    const answer = await send(path, type, "no such thing");
    expect([path, answer.status, await answer.json()]).toEqual([
      path,
      400,
      expect.objectContaining({ code: "BAD_REQUEST" }),
    ]);
  }
  const whole = await send("/form", "application/x-www-form-urlencoded", "what=hold");
  expect(await whole.json()).toEqual({ what: "hold" });
});
