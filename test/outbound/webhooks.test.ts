import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { checkChannel } from "../../src/app/doctor/check-channel.ts";
import { viewEvent } from "../../src/app/views/event-view.ts";
import { type WebhookChannel, webhookDefaults } from "../../src/config/channel/webhook-channel.ts";
import { openCatalogue, shippedSettings } from "../../src/definitions/open.ts";
import { openApi } from "../../src/http/api/openapi.ts";
import { cloudEventView } from "../../src/http/feed/cloud-event.ts";
import { resend } from "../../src/outbound/deliver/resend.ts";
import { oldestUntold } from "../../src/outbound/feed/oldest-untold.ts";
import { type WebhookContext, webhookRound } from "../../src/outbound/feed/webhook-round.ts";
import type { Store } from "../../src/store/port/store.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { startWebReceiver, type WebReceiver } from "../notices/web-receiver.ts";
import { until, workplace } from "../promises/workplace.ts";
import { type MadeMessage, madeFile, routeAll } from "../store/made-file.ts";

const secretOf = (letter: string) => `whsec_${Buffer.from(letter.repeat(24)).toString("base64")}`;
const seconds = 1_000;
const hours = 3_600_000;

describe("webhooks of what happens", () => {
  let folder: string;
  let store: Store;
  let web: WebReceiver;
  let channel: WebhookChannel;
  let now: number;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "busbar-webhooks-"));
    // The independent verifier goes by the machine's clock.
    now = Date.now();
    store = await openSqliteStore(join(folder, "store.db"), { blobFolder: folder, now: () => now });
    web = await startWebReceiver();
    channel = {
      ...webhookDefaults,
      name: "erp",
      kind: "webhook",
      direction: "out",
      url: web.url,
      private: true,
      secrets: [secret("a")],
      from: { event: 0, revision: 0 },
    };
  });
  afterEach(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const secret = (letter: string) => {
    const file = join(folder, `${letter}.secret`);
    writeFileSync(file, `${secretOf(letter)}\n`, { mode: 0o600 });
    return { file };
  };
  const round = (more: Partial<WebhookContext> = {}) =>
    webhookRound({
      store,
      channel,
      fullEvent: viewEvent,
      now: () => now,
      onStep: () => {},
      ...more,
    });
  const happens = async (messages: readonly MadeMessage[] = [{ line: 2 }], identifier?: string) => {
    await store.files.record([madeFile({ messages, ...(identifier && { identifier }) })]);
    await routeAll(store);
  };
  /** What came in a request, verified by the published algorithm. */
  const verified = (at: number, letter = "a") => {
    const { headers, body } = web.received[at] ?? expect.fail(`no request ${at} came`);
    expect(headers["content-type"]).toBe("application/cloudevents-batch+json; charset=utf-8");
    // The types of the package say that names of headers are all that is had.
    new Webhook(secretOf(letter)).verify(body, headers as Record<string, string>);
    return cloudEventView.array().parse(JSON.parse(body));
  };
  /** What the description of the API says that is sent. */
  const described = () => {
    const whole = JSON.parse(
      JSON.stringify(openApi()).replaceAll("#/components/schemas/", "#/$defs/"),
    );
    const { parameters, requestBody } = whole.webhooks.events.post;
    const schema = requestBody.content["application/cloudevents-batch+json"].schema;
    return {
      parameters: parameters.map(({ name }: { name: string }) => name),
      batch: z.fromJSONSchema({ ...schema, $defs: whole.components.schemas }),
    };
  };
  const ids = (at: number) => verified(at).map(({ id }) => id);
  const file = async (id: number) => (await store.outbound.get(id)) ?? expect.fail("no file");
  const by = { actor: "ann", reason: "mended" };

  it("give what happened in order, together, signed so that others verify it, and say no more of persons", async () => {
    await happens([
      { line: 2, key: "A" },
      { line: 3, key: "B" },
    ]);
    await store.revisions.void({ seq: 1, changedBy: { actor: "ann", reason: "wrong for Joe" } });
    expect(await round()).toEqual({ files: 1, delivered: 1, events: 0 });
    expect(verified(0).map(({ id, type, data }) => [id, type, data])).toEqual([
      ["1.0", "busbar.event.recorded", expect.objectContaining({ event: 1, flow: "D0010" })],
      ["2.0", "busbar.event.recorded", expect.objectContaining({ event: 2, void: false })],
      ["2.1", "busbar.event.voided", expect.objectContaining({ actor: "ann", reason: "[masked]" })],
    ]);
    expect(web.received[0]?.body).not.toMatch(/Joe|"key"|"full"/);
    expect(await file(1)).toMatchObject({
      channel: "erp",
      state: "delivered",
      number: 1,
      messages: 3,
      folder: new URL(web.url).origin,
      name: web.received[0]?.headers["webhook-id"],
    });
    expect(await round()).toMatchObject({ files: 0 });
    await happens();
    await round();
    expect(ids(1)).toEqual(["3.0"]);
    for (const { headers, body } of web.received) {
      const { parameters, batch } = described();
      expect(Object.keys(headers)).toEqual(expect.arrayContaining(parameters));
      expect(batch.parse(JSON.parse(body))).not.toEqual([]);
      expect(batch.safeParse([{ specversion: "1.0" }]).success).toBe(false);
    }
    expect(await Array.fromAsync(store.verify.tables())).toEqual([]);
  });

  it("begin with what happens from then on, or where the settings say, and go on from there ever after", async () => {
    await happens([{ line: 2 }, { line: 3 }, { line: 4 }]);
    const fresh: WebhookChannel = { ...channel, name: "fresh", from: "now" };
    const third: WebhookChannel = { ...channel, name: "third", from: { event: 2, revision: 0 } };
    expect(await round({ channel: fresh })).toMatchObject({ files: 0 });
    await round({ channel: third });
    expect(ids(0)).toEqual(["3.0"]);
    await happens();
    await round({ channel: { ...third, from: { event: 0, revision: 0 } } });
    await round({ channel: fresh });
    expect([ids(1), ids(2)]).toEqual([["4.0"], ["4.0"]]);
  });

  it("tell only of events, flows and processes that are named", async () => {
    await happens();
    const only = (more: Partial<WebhookChannel>, name: string) =>
      round({ channel: { ...channel, ...more, name } });
    expect(await only({ events: ["D0010_SENT"] }, "a")).toMatchObject({ files: 0 });
    expect(await only({ flows: ["D0019"] }, "b")).toMatchObject({ files: 0 });
    expect(await only({ processTypes: ["order"] }, "c")).toMatchObject({ files: 0 });
    const all = { events: ["D0010_RECEIVED"], flows: ["D0010"], processTypes: ["metering-point"] };
    expect(await only(all, "d")).toMatchObject({ delivered: 1 });
    expect(web.received).toHaveLength(1);
  });

  it("pass over much that is not wanted, and know that they did", async () => {
    await happens(Array.from({ length: 1_200 }, (_, at) => ({ line: at + 2, key: `K${at}` })));
    const picky: WebhookChannel = { ...channel, events: ["D0010_SENT"] };
    expect(await round({ channel: picky })).toMatchObject({ files: 0 });
    const { place } = (await store.subscriptions.get("erp")) ?? expect.fail("it began");
    expect(place).toEqual({ event: 1_000, revision: 0 });
    // With another filter it goes on from there: the rest goes in requests of some twenty thousand bytes.
    while ((await round()).files > 0);
    const all = web.received.flatMap((_, at) => ids(at));
    expect(all).toEqual(Array.from({ length: 200 }, (_, at) => `${at + 1_001}.0`));
    for (const { body } of web.received) expect(body.length).toBeLessThanOrEqual(20_000);
    expect(web.received.length).toBeLessThan(10);
  });

  it("say since when the oldest that is not sent waits, whether it is on its way or not yet, and of nothing unwanted", async () => {
    const waits = (more: Partial<WebhookChannel> = {}) =>
      oldestUntold(store, { ...channel, ...more });
    expect(await waits()).toBeNull();
    await round();
    expect(await waits()).toBeNull();
    const first = now;
    await happens();
    expect(await waits()).toBe(first);
    expect(await waits({ flows: ["D0019"] })).toBeNull();
    web.answers = [500];
    now += 10 * seconds;
    await round();
    // What happens later waits behind it.
    now += 10 * seconds;
    const second = now;
    await happens();
    expect(await waits()).toBe(first);
    web.answers = [200];
    await round({ isRetryNow: true });
    expect(await waits()).toBe(second);
    now += 10 * seconds;
    await round();
    expect(await waits()).toBeNull();
  });

  it("give all of an event to those who may have it, and of a large one where it is", async () => {
    channel = { ...channel, personal: true, full: true };
    const long = JSON.stringify({ text: "x".repeat(30_000) });
    await happens([
      { line: 2, key: "A" },
      { line: 3, key: "B", json: () => long },
    ]);
    while ((await round()).files > 0);
    const all = web.received.flatMap((_, at) => verified(at));
    expect(all.map(({ data }) => data.full?.key)).toEqual(["A", undefined]);
    expect(all[1]?.dataref).toBe("/api/v1/events/2");
    // Whoever asks to be forgotten is found in what was sent.
    const told = await store.erasures.about("A");
    expect(told.contents.map(({ of }) => of)).toContainEqual({ kind: "outbound", id: 1 });
  });

  it("are sent again under the same id by the schedule of Standard Webhooks, and then need a person", async () => {
    web.answers = [500];
    await happens();
    const waits = [];
    for (;;) {
      await round();
      const { state, dueAt } = await file(1);
      if (state === "failed") break;
      waits.push((dueAt - now) / seconds);
      now = dueAt - 1;
      expect(await round()).toMatchObject({ files: 0 });
      now = dueAt;
    }
    expect(waits).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400]);
    expect(web.received).toHaveLength(10);
    expect(new Set(web.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(new Set(web.received.map(({ body }) => body)).size).toBe(1);
    expect((await file(1)).problem).toBe(
      "It was not taken: HTTP 500. That was the last of 10 attempts.",
    );
    // What comes after waits for it, and goes once a person had it retried.
    await happens();
    web.answers = [200];
    expect(await round()).toMatchObject({ files: 0 });
    await store.outbound.decide({ id: 1, decision: "retry", ...by });
    await round();
    await round();
    expect(
      web.received
        .map((_, at) => at)
        .slice(10)
        .map(body),
    ).toEqual(["1.0", "2.0"]);
  });
  const body = (at: number) => JSON.parse(web.received[at]?.body ?? "[]")[0]?.id;

  it("wait as long as whoever gets them asks, where that is longer", async () => {
    web.answers = [
      { status: 429, retryAfter: "120" },
      { status: 503, retryAfter: "1" },
    ];
    await happens();
    await round();
    expect((await file(1)).dueAt - now).toBe(120 * seconds);
    now += 120 * seconds;
    await round();
    expect((await file(1)).dueAt - now).toBe(300 * seconds);
    expect((await store.outbound.steps(1)).map(({ reason }) => reason)).toEqual([
      "It was not taken: HTTP 429.",
      "It was not taken: HTTP 503.",
    ]);
  });

  it("wait until the moment that whoever gets them names, and no longer for one that is past", async () => {
    const until = (ms: number) => new Date(Date.now() + ms).toUTCString();
    web.answers = [
      { status: 429, retryAfter: until(2 * hours) },
      { status: 503, retryAfter: until(-2 * hours) },
      { status: 503, retryAfter: "soon" },
    ];
    await happens();
    await round();
    const wait = (await file(1)).dueAt - now;
    expect(wait).toBeGreaterThan(1.9 * hours);
    expect(wait).toBeLessThanOrEqual(2 * hours);
    for (const own of [300, 1_800]) {
      now = (await file(1)).dueAt;
      await round();
      expect((await file(1)).dueAt - now).toBe(own * seconds);
    }
  });

  it("are stopped by a hold that says why when whoever got them wants no more", async () => {
    web.answers = [410];
    await happens();
    await round();
    expect(await file(1)).toMatchObject({
      state: "failed",
      problem: "It was not taken: HTTP 410: there is no such webhook any more.",
    });
    const [hold] = await store.holds.list();
    expect(hold).toMatchObject({ stage: "outbound", channel: "erp", actor: "busbar" });
    expect(hold?.reason).toContain(`${new URL(web.url).origin} answered HTTP 410`);
  });

  it("follow no redirect, and go to no private network and by no certificate that is not trusted", async () => {
    web.answers = [302];
    await happens();
    await round();
    expect(web.received.map(({ path }) => path)).toEqual(["/hook"]);
    expect((await file(1)).problem).toContain("HTTP 302: it leads elsewhere");
    now += hours;
    await round({ channel: { ...channel, private: false } });
    expect((await file(1)).problem).toContain("127.0.0.1 is in a private network");
    const certificate = await madeCertificate();
    const secure = await startWebReceiver(certificate);
    now += hours;
    await round({ channel: { ...channel, url: secure.url } });
    expect((await file(1)).problem).toContain("self-signed certificate");
    expect([web.received.length, secure.received.length]).toEqual([1, 0]);
  });

  async function madeCertificate() {
    const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
    const made = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost".split(" ");
    const names = ["-addext", "subjectAltName=DNS:localhost"];
    execFileSync("openssl", [...made, ...names, "-keyout", key, "-out", cert], { stdio: "ignore" });
    return { key: readFileSync(key, "utf8"), cert: readFileSync(cert, "utf8") };
  }

  it("are broken off when they take too long, and by a daemon that stops, which is no attempt", async () => {
    web.answers = ["hangs"];
    await happens();
    const stop = new AbortController();
    const sent = round({ signal: stop.signal });
    await until("it came", () => web.received.length === 1);
    stop.abort();
    await sent;
    expect(await file(1)).toMatchObject({ state: "ready", attempts: 0 });
    await round({ channel: { ...channel, answerMs: 50 } });
    expect(await file(1)).toMatchObject({
      attempts: 1,
      problem: "It was not taken: 127.0.0.1 did not answer within 0.05 s.",
    });
  });

  it("are kept back by a hold on one, and go again as another at a person's word", async () => {
    web.answers = [500, 200];
    await happens();
    await round();
    await store.outbound.decide({ id: 1, decision: "hold", ...by });
    now += hours;
    expect(await round()).toMatchObject({ files: 0 });
    await store.outbound.decide({ id: 1, decision: "release", ...by });
    await round();
    expect(await file(1)).toMatchObject({ state: "delivered" });
    const catalogue = await openCatalogue(shippedSettings);
    const context = { store, catalogue, channels: [], mail: [], webhooks: [channel], now };
    expect(await resend(context, { outbound: 1, ...by })).toBe(2);
    await round();
    expect([body(1), body(2)]).toEqual(["1.0", "1.0"]);
    expect(await file(2)).toMatchObject({ state: "delivered", replaces: 1, number: 2 });
    const [first, again] = [1, 2].map((at) => web.received[at]?.headers["webhook-id"]);
    expect(first).not.toBe(again);
    // Whoever followed by the first one is not led astray: the next is what happened next.
    await happens();
    await round();
    expect(body(3)).toBe("2.0");
  });

  it("are signed by both secrets while one follows the other, and not sent without", async () => {
    await happens();
    const missing = { ...channel, secrets: [{ file: join(folder, "none.secret") }] };
    await expect(round({ channel: missing })).rejects.toThrow(
      /channel erp: its secret cannot be read: there is no file/,
    );
    writeFileSync(join(folder, "short.secret"), "whsec_c2hvcnQ=");
    const short = { ...channel, secrets: [{ file: join(folder, "short.secret") }] };
    await expect(round({ channel: short })).rejects.toThrow(/not of the form whsec_/);
    expect(await file(1)).toMatchObject({ state: "ready", attempts: 0 });
    await round({ channel: { ...channel, secrets: [secret("a"), secret("b")] } });
    expect([verified(0, "a").length, verified(0, "b").length]).toEqual([1, 1]);
  });

  it("are checked without anything being sent", async () => {
    const place = workplace();
    const check = async (more: Partial<WebhookChannel> = {}) => {
      const config = { ...place.config, webhooks: [{ ...channel, ...more }] };
      const { checks } = await checkChannel(config, "erp");
      return checks.map(({ what, outcome, detail }) => `${what} ${outcome}: ${detail}`);
    };
    try {
      expect(await check()).toEqual([
        "read works: a secret that webhooks are signed with",
        "connect works: connected; nothing was sent",
      ]);
      expect(await check({ private: false })).toContainEqual(
        expect.stringMatching(/^connect fails: 127.0.0.1 is in a private network/),
      );
      web.close();
      const gone = await check({ secrets: [{ file: join(folder, "none.secret") }] });
      expect(gone[0]).toMatch(/^read fails: its secret cannot be read: there is no file/);
      expect(gone[1]).toMatch(/^connect fails: 127.0.0.1 refuses the connection/);
    } finally {
      place.remove();
    }
    expect(web.received).toEqual([]);
  });
});
