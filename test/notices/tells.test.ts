import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Webhook } from "standardwebhooks";
import { expect, onTestFinished, test } from "vitest";
import { sendHttp } from "../../src/channels/http/http-request.ts";
import { isPrivateAddress } from "../../src/channels/http/private-address.ts";
import { adviceText } from "../../src/cli/print/remedy-command.ts";
import { smtpDefaults } from "../../src/config/channel/smtp-channel.ts";
import {
  type NoticeContact,
  type NoticeSettings,
  usualNotices,
} from "../../src/config/notices/notice-settings.ts";
import { causeOf } from "../../src/core/stuck/cause.ts";
import { NoticeStage } from "../../src/notices/run-notices.ts";
import { noMeter } from "../../src/runtime/meter.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import type { StuckCause } from "../../src/store/stuck/stuck-causes.ts";
import { startMailServer } from "../channels/smtp/mail-server.ts";
import { until } from "../promises/workplace.ts";
import { startWebReceiver } from "./web-receiver.ts";

const minute = 60_000;

function contact(name: string, more: Partial<NoticeContact>): NoticeContact {
  return {
    name,
    email: null,
    webhook: null,
    levels: ["urgent", "work", "info"],
    digest: "daily",
    ...more,
  };
}

const byMail = contact("ops", { email: { to: ["ops@example.com"], channel: "post" } });

/** A refused file, as the list of what is stuck has it. */
function cause(title: string, count = 1): StuckCause {
  const of = causeOf("rejected", title);
  const example = { kind: "rejected", number: 1, item: "file 1" } as StuckCause["example"];
  return { ...of, kind: "rejected", count, dismissed: 0, since: 0, assignees: [], example };
}

/** What is told of in these tests: a store and a mail server that are real, and a clock that is set. */
async function bench(contacts: readonly NoticeContact[], more: Partial<NoticeSettings> = {}) {
  const folder = mkdtempSync(join(tmpdir(), "busbar-notices-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const mail = await startMailServer();
  const clock = { now: Date.UTC(2026, 2, 2, 10), wall: () => clock.now, steady: () => clock.now };
  const path = join(folder, "store.db");
  const store = await openSqliteStore(path, { blobFolder: folder, now: clock.wall });
  onTestFinished(() => store.close());
  const post = {
    ...smtpDefaults,
    name: "post",
    kind: "smtp",
    direction: "out",
    host: "127.0.0.1",
    port: mail.port,
    tls: "none",
    from: "Busbar <busbar@example.com>",
    answerMs: 60_000,
  } as const;
  const log: string[] = [];
  const say = ({ event }: { readonly event: string }) => void log.push(event);
  const stuck: { causes: StuckCause[] } = { causes: [] };
  const notices = new NoticeStage({
    config: {
      file: "busbar.yaml",
      calendars: {},
      mail: [post],
      notices: { ...usualNotices, contacts, ...more },
    },
    store,
    clock,
    log: { debug: say, info: say, warn: say, error: say },
    onStep: () => {},
    meter: noMeter,
    causes: {
      onLook: () => {},
      get last() {
        return { causes: stuck.causes, at: clock.now };
      },
    },
    look: () => ({ channels: [], outbound: [], replaced: null, reloadRefused: null }),
    adviceText,
  });
  /** Lets time pass, a look every so often. */
  const pass = async (ms: number, stepMs = 15_000) => {
    for (let left = ms; left > 0; left -= stepMs) {
      clock.now += stepMs;
      await notices.judge();
    }
  };
  /** Tells everybody, until something holds. */
  const tell = async (what: string, holds: () => boolean | Promise<boolean>) => {
    const stop = new AbortController();
    const running = notices.run(stop.signal);
    await until(what, holds).finally(() => stop.abort());
    await running;
  };
  return { mail, clock, store, stuck, pass, tell, log, folder, notices };
}

test("an e-mail says that something began, another in its thread that it ended", async () => {
  const { mail, stuck, pass, tell, store } = await bench([byMail]);
  const bad = cause("BAD_DATE in D0010, group 030", 3);
  stuck.causes = [bad];
  await pass(2 * minute);
  await tell("it is told", () => mail.emails.length === 1);
  stuck.causes = [];
  await pass(2 * minute);
  await tell("its end is told", () => mail.emails.length === 2);
  const [began = { text: "" }, ended = { text: "" }] = mail.emails;
  expect(began.text).toContain("Subject: [busbar] refused: BAD_DATE in D0010, group 030\r\n");
  expect(began.text).toContain(`What to do: busbar stuck --cause ${bad.id}`);
  expect(began.text).toContain(", 3 of them.");
  const [, id = "none"] = /^Message-ID: (\S+)/m.exec(began.text) ?? [];
  expect(id).toBe(`<notice-1.${store.id}@example.com>`);
  expect(ended.text).toContain("Subject: [busbar] Ended: refused: BAD_DATE in D0010");
  expect(ended.text).toContain(`References: ${id}\r\n`);
  expect(ended.text).toMatch(/It ended at 2026-03-02 10:0\d UTC/);
});

test("what is due together is one e-mail, and what waits for a mail server is not lost", async () => {
  const { mail, stuck, pass, tell, clock, log } = await bench([byMail]);
  stuck.causes = ["one", "two", "three"].map((title) => cause(title));
  await pass(2 * minute);
  mail.fault = "refuses for now";
  await tell("it was tried", () => log.includes("notices-not-sent"));
  expect(mail.emails).toEqual([]);
  clock.now += 10_000;
  await tell("it is told and noted", () => log.includes("notices-resumed"));
  expect(mail.emails).toHaveLength(1);
  expect(mail.emails[0]?.text).toContain("Subject: [busbar] 3 notices: refused: one");
  for (const title of ["one", "two", "three"])
    expect(mail.emails[0]?.text).toContain(`refused: ${title}\r\n`);
  expect(log).toEqual(["notices-not-sent", "notices-resumed"]);
});

test("a webhook gets each notice as a CloudEvent, signed by Standard Webhooks, again until it is taken", async () => {
  const web = await startWebReceiver();
  const secret = `whsec_${randomBytes(32).toString("base64")}`;
  const folder = mkdtempSync(join(tmpdir(), "busbar-secret-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "key"), `${secret}\n`);
  const webhook = { url: web.url, private: true, secret: { file: join(folder, "key") } };
  const { stuck, pass, tell, clock, store } = await bench([contact("pager", { webhook })]);
  stuck.causes = [cause("one"), cause("two", 4)];
  await pass(2 * minute);
  web.answers = [503, 200];
  await tell(
    "it was tried",
    async () => (await store.notices.nextDue("pager")) !== clock.now && web.received.length > 0,
  );
  clock.now += 10_000;
  // What was answered and is not yet noted would be sent again, if telling stopped between.
  const isNoted = async () => ((await store.notices.nextDue("pager")) ?? Infinity) > clock.now;
  await tell("both are told", async () => web.received.length === 3 && (await isNoted()));
  const [tried, again, second] = web.received;
  expect(again?.headers["webhook-id"]).toBe(tried?.headers["webhook-id"]);
  expect(second?.headers["webhook-id"]).not.toBe(tried?.headers["webhook-id"]);
  for (const { headers, body } of web.received) {
    // The library judges the time by its own clock; what is signed is the time in the header.
    const at = new Date(Number(headers["webhook-timestamp"]) * 1_000);
    const signature = new Webhook(secret).sign(String(headers["webhook-id"]), at, body);
    expect(headers["webhook-signature"]).toBe(signature);
    expect(headers["content-type"]).toMatch(/^application\/cloudevents\+json/);
    expect(JSON.parse(body)).toMatchObject({
      specversion: "1.0",
      type: "busbar.notice.opened",
      source: `urn:busbar:${store.id}`,
      data: { level: "work" },
    });
  }
  stuck.causes = [];
  await pass(2 * minute);
  await tell("the ends are told", async () => web.received.length === 5 && (await isNoted()));
  const bodies = web.received.map(
    ({ body }) => JSON.parse(body) as { type: string; dedup: string },
  );
  expect(bodies[3]).toMatchObject({ type: "busbar.notice.ended", dedup: bodies[1]?.dedup });
});

test("a webhook that is gone, or leads elsewhere, is reported to the other contact", async () => {
  const web = await startWebReceiver();
  const webhook = { url: web.url, private: true, secret: null };
  const { mail, stuck, pass, tell, log } = await bench([contact("pager", { webhook }), byMail]);
  web.answers = [302];
  stuck.causes = [cause("one")];
  await pass(2 * minute);
  await tell("both were tried", () => mail.emails.length === 1 && log.includes("notices-not-sent"));
  expect(web.received).toHaveLength(1);
  expect(log).toContain("notices-not-sent");
  await pass(2 * minute);
  await tell("the trouble is told", () => mail.emails.length === 2);
  expect(mail.emails[1]?.text).toContain("Notices to pager do not get through: HTTP 302");
  // Nobody followed it.
  expect(web.received.every(({ path }) => path === "/hook")).toBe(true);
});

test("requests go nowhere into private networks unless that was said", async () => {
  const web = await startWebReceiver();
  const wanted = { method: "GET", headers: {}, body: null, timeoutMs: 5_000 } as const;
  for (const url of [web.url, web.url.replace("127.0.0.1", "localhost")]) {
    const refused = await sendHttp({ ...wanted, url, allowsPrivate: false });
    expect(refused).toMatchObject({ end: "unreachable" });
    expect(refused).toHaveProperty("message", expect.stringContaining("private network"));
  }
  expect(web.received).toEqual([]);
  expect(await sendHttp({ ...wanted, url: web.url, allowsPrivate: true })).toMatchObject({
    end: "answered",
    status: 200,
  });
  for (const address of ["10.1.2.3", "169.254.169.254", "::1", "fd00::1", "::ffff:127.0.0.1"])
    expect(isPrivateAddress(address), address).toBe(true);
  for (const address of ["93.184.216.34", "2606:2800:220:1::1"])
    expect(isPrivateAddress(address), address).toBe(false);
});

test("a store that cannot be used is trouble that the heartbeat does not hide", async () => {
  const { notices, folder, log } = await bench([byMail]);
  expect(notices.trouble).toBeNull();
  rmSync(join(folder, "store.db"));
  const stop = new AbortController();
  const running = notices.run(stop.signal);
  await until("it is noticed", () => notices.trouble !== null).finally(() => stop.abort());
  await running;
  expect(log).toContain("stage-failing");
});
