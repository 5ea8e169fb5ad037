import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cloudEventView } from "../../src/http/feed/cloud-event.ts";
import { goodFile, mpan } from "../promises/flow-files.ts";
import { type AskedPlace, askedPlace } from "./asked.ts";

let here: AskedPlace;
beforeAll(async () => {
  here = await askedPlace({}, async (place) => {
    await place.busbar("ingest", place.write(goodFile(1, 3)));
  });
});
afterAll(() => here.close());

const because = { actor: "ann", reason: "wrong" };

async function batch(query = "", who = "viewer") {
  const answer = await here.get(`/api/v1/feed${query}`, who);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("Content-Type")).toBe("application/cloudevents-batch+json");
  return cloudEventView.array().parse(await answer.json());
}

test("whoever goes on from the last id gets all that happened once, in one order", async () => {
  expect((await batch()).map(({ id }) => id)).toEqual(["1.0", "2.0", "3.0"]);
  await here.of.store.revisions.void({ seq: 2, changedBy: because });
  await here.place.busbar("ingest", here.place.write(goodFile(2, 1)));
  await here.of.store.revisions.unvoid({ seq: 2, changedBy: because });
  const whole = await batch();
  expect(whole.map(({ id, type, subject }) => [id, type, subject])).toEqual([
    ["1.0", "busbar.event.recorded", "event/1"],
    ["2.0", "busbar.event.recorded", "event/2"],
    ["3.0", "busbar.event.recorded", "event/3"],
    ["3.1", "busbar.event.voided", "event/2"],
    ["4.0", "busbar.event.recorded", "event/4"],
    ["4.2", "busbar.event.unvoided", "event/2"],
  ]);
  const one: string[] = [];
  for (let last = ""; one.length < 20; ) {
    const [next] = await batch(`?limit=1${last === "" ? "" : `&lastEventId=${last}`}`);
    if (next === undefined) break;
    one.push(next.id);
    last = next.id;
  }
  expect(one).toEqual(whole.map(({ id }) => id));
  expect(await batch("?lastEventId=now")).toEqual([]);
});

test("it says no more of persons than who reads may see", async () => {
  const thin = JSON.stringify(await batch());
  expect(thin).not.toContain(mpan(1_000));
  const full = JSON.stringify(await batch("?full=true"));
  expect(full).toContain(mpan(1_000));
  const said = (events: Awaited<ReturnType<typeof batch>>) =>
    events.flatMap(({ data }) => (data.reason === undefined ? [] : [data.reason]));
  expect(new Set(said(await batch()))).toEqual(new Set(["wrong"]));
  expect(new Set(said(await batch("", "masked")))).toEqual(new Set(["[masked]"]));
  expect((await here.get("/api/v1/feed?full=true", "masked")).status).toBe(403);
  expect((await here.get("/api/v1/feed?lastEventId=x")).status).toBe(400);
});

test("a stream gives what happened, then what happens, and goes on from where it was", async () => {
  const follow = async (headers: Record<string, string>, ids: number, then = async () => {}) => {
    const stop = new AbortController();
    const answer = await here.app.request("/api/v1/feed", {
      headers: { Authorization: "Bearer viewer", Accept: "text/event-stream", ...headers },
      signal: stop.signal,
    });
    expect(answer.headers.get("Content-Type")).toBe("text/event-stream");
    let text = "";
    const decoder = new TextDecoder();
    let isTold = false;
    for await (const chunk of answer.body ?? expect.fail()) {
      text += decoder.decode(chunk);
      const found = text.match(/^id: .*$/gm) ?? [];
      if (found.length >= ids) break;
      if (!isTold && found.length === ids - 1) {
        isTold = true;
        await then();
      }
    }
    stop.abort();
    return (text.match(/^id: .*$/gm) ?? []).map((line) => line.slice(4));
  };
  const before = (await batch()).map(({ id }) => id);
  const seen = await follow({}, before.length + 1, async () => {
    await here.of.store.revisions.void({ seq: 1, changedBy: because });
  });
  expect(seen.slice(0, -1)).toEqual(before);
  const last = before.at(-1) ?? "";
  const again = await follow({ "Last-Event-ID": last }, 1);
  expect(again).toEqual([seen.at(-1)]);
});

const sse = { Authorization: "Bearer viewer", Accept: "text/event-stream" };

test("a reader that left before it read is counted no more, and HEAD is not counted at all", async () => {
  for (let times = 0; times < 8; times += 1) {
    const head = await here.app.request("/api/v1/feed", { method: "HEAD", headers: sse });
    expect(head.headers.get("Content-Type")).toBe("text/event-stream");
    const stop = new AbortController();
    const given = { headers: sse, signal: stop.signal };
    expect((await here.app.request("/api/v1/feed", given)).status).toBe(200);
    stop.abort();
    const cancelled = await here.app.request("/api/v1/feed", { headers: sse });
    await cancelled.body?.cancel();
    expect(cancelled.status).toBe(200);
  }
});

test("requests that wait are counted with the streams, and end when who asked leaves", async () => {
  const stop = new AbortController();
  const { signal } = stop;
  const open = Array.from({ length: 5 }, () =>
    here.app.request("/api/v1/feed", { headers: sse, signal }),
  );
  expect((await Promise.all(open)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  const wait = () =>
    here.app.request("/api/v1/feed?lastEventId=now&timeout=60", {
      headers: { Authorization: "Bearer viewer" },
      signal,
    });
  const waits = [wait(), wait()];
  expect((await Promise.race(waits)).status).toBe(429);
  stop.abort();
  const ended = await Promise.all(waits);
  expect(ended.map(({ status }) => status).sort()).toEqual([200, 429]);
  const after = await here.app.request("/api/v1/feed", { headers: sse });
  expect(after.status).toBe(200);
  await after.body?.cancel();
});

test("a file that is handed over is recorded once, under its name, whatever its size", async () => {
  const { name, bytes } = goodFile(7);
  const send = (query: string, body: Uint8Array, who = "operator") =>
    here.app.request(`/api/v1/files?${query}`, {
      method: "POST",
      headers: { Authorization: `Bearer ${who}` },
      body: new Uint8Array(body),
    });
  const query = new URLSearchParams({ name, reason: "came by e-mail" }).toString();
  const [first, second] = [await send(query, bytes), await send(query, bytes)];
  expect(first.status).toBe(201);
  expect(await first.json()).toMatchObject({ items: [{ file: name, state: "recorded" }] });
  expect(await second.json()).toMatchObject({ items: [{ file: name, state: "duplicate" }] });
  const large = Buffer.concat([bytes, Buffer.alloc(3 << 20, "x")]);
  const refused = await send(new URLSearchParams({ name: "l", reason: "r" }).toString(), large);
  expect(await refused.json()).toMatchObject({ items: [{ state: "rejected" }] });
  for (const wrong of ["name=a%2Fb&reason=r", "name=..&reason=r", "name=a", "reason=r"])
    expect((await send(wrong, bytes)).status).toBe(400);
  expect((await send(query, bytes, "viewer")).status).toBe(403);
  expect(readdirSync(join(here.place.folder, "var", "uploads"))).toEqual([]);
});
