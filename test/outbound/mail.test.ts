import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { showOutbound } from "../../src/app/queries/things/outbound.ts";
import { MailSession } from "../../src/channels/smtp/mail-session.ts";
import { type SmtpChannel, smtpDefaults } from "../../src/config/channel/smtp-channel.ts";
import type { EmailEffect } from "../../src/core/define/effect.ts";
import { openCatalogue, shippedSettings } from "../../src/definitions/open.ts";
import { composeEmails } from "../../src/outbound/compose/compose-emails.ts";
import { mailRound } from "../../src/outbound/deliver/mail-round.ts";
import { resend } from "../../src/outbound/deliver/resend.ts";
import type { Store } from "../../src/store/port/store.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { type Fault, type MailServer, startMailServer } from "../channels/smtp/mail-server.ts";

const email: EmailEffect = {
  kind: "email",
  to: "Ann Field <ann@example.com>",
  subject: "Your order 4711 – paid",
  text: "Thank you.\n.\nIt is on its way.",
};

describe("an e-mail", () => {
  let folder: string;
  let store: Store;
  let server: MailServer;
  let channel: SmtpChannel;
  let session: MailSession;
  let now: number;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "busbar-mail-"));
    now = Date.UTC(2026, 1, 3, 10);
    store = await openSqliteStore(join(folder, "store.db"), { blobFolder: folder, now: () => now });
    server = await startMailServer();
    channel = {
      ...smtpDefaults,
      name: "post",
      kind: "smtp",
      direction: "out",
      host: "127.0.0.1",
      port: server.port,
      tls: "none",
      from: "Orders <orders@busbar.example>",
      answerMs: 5_000,
    };
    session = new MailSession(channel);
  });
  afterEach(async () => {
    await session.disconnect();
    await store.close();
    rmSync(folder, { recursive: true });
  });

  let sent = 0;
  async function compose(...emails: readonly Partial<EmailEffect>[]): Promise<number> {
    for (const wanted of emails) {
      sent += 1;
      await store.outboundMessages.send({
        identity: `mail:${sent}`,
        outgoing: { ...email, ...wanted },
      });
    }
    return composeEmails({ store, mail: [channel], now });
  }
  const round = (mail = channel) =>
    mailRound({
      store,
      channel: mail,
      session,
      now: () => now,
      onStep: () => {},
      chance: () => 0.5,
    });
  const state = async (id = 1) => store.outbound.get(id);

  it("reaches the server whole, once, and its delivery is known", async () => {
    expect(await compose({ html: "<p>Thank you.</p>" })).toBe(1);
    expect(await round()).toEqual({ files: 1, delivered: 1, events: 0 });
    const [email, ...others] = server.emails;
    expect(others).toEqual([]);
    expect(email?.to).toEqual(["ann@example.com"]);
    expect(email?.text).toContain("From: Orders <orders@busbar.example>\r\n");
    expect(email?.text).toContain("To: Ann Field <ann@example.com>\r\n");
    expect(email?.text).toContain(`Message-ID: <1.${store.id}@busbar.example>\r\n`);
    expect(email?.text).toContain("Date: Tue, 03 Feb 2026 10:00:00 +0000\r\n");
    expect(email?.text).toContain("Thank you.\r\n.\r\nIt is on its way.");
    expect(await state()).toMatchObject({
      state: "delivered",
      name: `<1.${store.id}@busbar.example>`,
    });
    expect(await round()).toMatchObject({ files: 0 });
  });

  it("shares a connection with others, and outlives the server's", async () => {
    await compose({}, { to: "bob@example.com, eve@example.com" });
    await round();
    expect(server.connections).toBe(1);
    expect(server.emails.map(({ to }) => to)).toEqual([
      ["ann@example.com"],
      ["bob@example.com", "eve@example.com"],
    ]);
    await server.stop();
    server = await startMailServer(channel.port);
    await compose({});
    await round();
    now += 1_000;
    await round();
    expect(server.emails).toHaveLength(1);
  });

  it.each<[Fault, string]>([
    ["cut at sender", "ready"],
    ["cut at recipient", "ready"],
    ["cut in the body", "ready"],
    ["refuses for now", "ready"],
  ])("that meets a server which %s was not taken, and is sent again", async (fault, between) => {
    // More than the buffers on the way hold, so that the server is cut off in the midst of it.
    await compose({ text: "long ".repeat(fault === "cut in the body" ? 3_000_000 : 1) });
    server.fault = fault;
    expect(await round()).toMatchObject({ delivered: 0 });
    expect(await state()).toMatchObject({ state: between, attempts: 1, dueAt: now + 1_000 });
    expect(server.emails).toEqual([]);
    now += 1_000;
    expect(await round()).toMatchObject({ delivered: 1 });
    expect(server.emails).toHaveLength(1);
  });

  it("that meets a server which cuts at once keeps the channel waiting, not the e-mail", async () => {
    await compose({});
    server.fault = "cut at connect";
    await expect(round()).rejects.toThrow(
      /The mail server .* of channel "post" cannot be used: it closed the connection without a word\. Are the port and "tls" right\?/,
    );
    expect(await state()).toMatchObject({ state: "ready", attempts: 0 });
    expect(await round()).toMatchObject({ delivered: 1 });
  });

  it("of which it is unknown whether it was taken is unknown, and never sent again automatically", async () => {
    await compose({}, { to: "bob@example.com" });
    server.fault = "cut before the answer";
    expect(await round()).toMatchObject({ files: 2, delivered: 1 });
    expect(await state()).toMatchObject({
      state: "unknown",
      problem: expect.stringContaining("Look in the server's log or the recipient's mailbox"),
    });
    now += 1_000_000;
    expect(await round()).toMatchObject({ files: 0 });
    expect(server.emails.map(({ to }) => to)).toEqual([["ann@example.com"], ["bob@example.com"]]);
    await store.outbound.decide({
      id: 1,
      decision: "retry",
      actor: "ann",
      reason: "it is in no mailbox",
    });
    await round();
    const ids = server.emails.map(({ text }) => /Message-ID: (.*)\r/.exec(text)?.[1]);
    expect(ids[2]).toBe(ids[0]);
  });

  it("of which it is unknown keeps whom the server refused before the connection broke", async () => {
    await compose({ to: "no@example.com, yes@example.com, grey@example.com" });
    server.answerTo = (address) =>
      ({ "no@example.com": 550, "grey@example.com": 451 })[address] ?? null;
    server.fault = "cut before the answer";
    await round();
    expect(await state()).toMatchObject({
      state: "unknown",
      problem: expect.stringMatching(
        /it may have been sent\..* refused for no@example\.com: 550 .*put off for grey@example\.com: 451/,
      ),
    });
    expect(await store.deliveries.recipients(1)).toMatchObject([
      { address: "no@example.com", state: "refused", answer: expect.stringContaining("550") },
    ]);
    server.answerTo = () => null;
    await store.outbound.decide({
      id: 1,
      decision: "retry",
      actor: "ann",
      reason: "it is in no mailbox",
    });
    await round();
    expect(server.emails.map(({ to }) => to)).toEqual([
      ["yes@example.com"],
      ["yes@example.com", "grey@example.com"],
    ]);
    expect(await state()).toMatchObject({
      state: "failed",
      problem: expect.stringContaining("Refused for no@example.com: 550"),
    });
  });

  it("that was answered for is delivered whatever happens to the connection then", async () => {
    await compose({});
    server.fault = "cut after the answer";
    expect(await round()).toMatchObject({ delivered: 1 });
    await expect.poll(() => server.open).toBe(0);
    await compose({});
    expect(await round()).toMatchObject({ delivered: 1 });
    expect(server.emails).toHaveLength(2);
  });

  it.each<Fault>(["refuses for good", "refuses the recipient"])(
    "that the server %s needs a person, and keeps no other waiting",
    async (fault) => {
      await compose({}, {});
      server.fault = fault;
      expect(await round()).toMatchObject({ files: 2, delivered: 1 });
      expect(await state()).toMatchObject({
        state: "failed",
        problem: expect.stringMatching(/55[04]/),
      });
    },
  );

  it("to several of whom one is put off goes to that one alone later, and is sent when all have it", async () => {
    await compose({ to: "grey@example.com, ok@example.com" });
    server.fault = "puts the recipient off";
    expect(await round()).toMatchObject({ files: 1, delivered: 0 });
    expect(await state()).toMatchObject({
      state: "ready",
      attempts: 1,
      problem: expect.stringMatching(
        /taken for ok@example\.com\. Not yet for grey@example\.com: 451 come again/,
      ),
    });
    now += 1_000;
    expect(await round()).toMatchObject({ files: 1, delivered: 1 });
    expect(server.emails.map(({ to }) => to)).toEqual([["ok@example.com"], ["grey@example.com"]]);
    const ids = server.emails.map(({ text }) => /^Message-ID: .*$/m.exec(text)?.[0]);
    expect(new Set(ids).size).toBe(1);
    expect(await state()).toMatchObject({ state: "delivered" });
  });

  it("to several of whom one is refused for good needs a person, and goes to nobody twice", async () => {
    await compose({ to: "no@example.com, yes@example.com" });
    server.fault = "refuses the recipient";
    expect(await round()).toMatchObject({ files: 1, delivered: 0 });
    expect(await state()).toMatchObject({
      state: "failed",
      problem: expect.stringMatching(
        /taken for yes@example\.com\. Refused for no@example\.com: 550/,
      ),
    });
    expect(await Array.fromAsync(store.stuck.list())).toMatchObject([
      { kind: "outbound-failed", reason: expect.stringContaining("Refused for no@example.com") },
    ]);
    const by = { outbound: 1, actor: "ann", reason: "again" };
    const catalogue = await openCatalogue(shippedSettings);
    const context = { store, catalogue, channels: [], webhooks: [], mail: [channel], now };
    await expect(resend(context, by)).rejects.toThrow(
      "E-mail 1 was taken for yes@example.com, who would get it twice",
    );
    // Nor is it offered: an e-mail has no name that another could have instead.
    const { next } = await showOutbound({ store }, { outbound: 1 });
    expect(next).toMatchObject([
      {
        say: "Once what is wrong is fixed: {}; it goes to those alone who have it not",
        remedies: [{ remedy: "decide-outbound", verbs: ["retry"] }],
      },
    ]);
    await store.outbound.decide({
      id: 1,
      decision: "retry",
      actor: "ann",
      reason: "the mailbox is there now",
    });
    expect(await round()).toMatchObject({ delivered: 1 });
    expect(server.emails.map(({ to }) => to)).toEqual([["yes@example.com"], ["no@example.com"]]);
  });

  it("that nobody of several gets is tried again for those who were only put off", async () => {
    await compose({ to: "no@example.com, grey@example.com" });
    let asked = 0;
    server.answerTo = () => {
      asked += 1;
      if (asked === 1) return 550;
      return asked === 2 ? 451 : null;
    };
    await round();
    expect(await state()).toMatchObject({ state: "ready", attempts: 1 });
    now += 1_000;
    await round();
    expect(server.emails.map(({ to }) => to)).toEqual([["grey@example.com"]]);
    expect(await state()).toMatchObject({ state: "failed" });
  });

  it("to a name outside ASCII goes only to a server that takes such", async () => {
    await compose({ to: "jörg@exämple.com, ok@example.com" });
    expect(await round()).toMatchObject({ delivered: 1 });
    await session.disconnect();
    await server.stop();
    server = await startMailServer(channel.port, null, true);
    await compose({ to: "jörg@exämple.com, ok@example.com" });
    expect(await round()).toMatchObject({ delivered: 0 });
    expect(server.emails.map(({ to }) => to)).toEqual([["ok@example.com"]]);
    expect(await state(2)).toMatchObject({
      state: "failed",
      problem: expect.stringContaining("offers no SMTPUTF8"),
    });
  });

  it("that is put on hold or cancelled while the server waits for it is not handed over", async () => {
    await compose({});
    const holding: Store = {
      ...store,
      deliveries: {
        ...store.deliveries,
        begin: async (given) => {
          const by = { actor: "ann", reason: "wait" };
          await store.outbound.decide({ id: 1, decision: "hold", ...by });
          return store.deliveries.begin(given);
        },
      },
    };
    const step = { channel, session, now: () => now, onStep: () => {} };
    await mailRound({ ...step, store: holding });
    expect(server.emails).toEqual([]);
    expect(await state()).toMatchObject({ state: "ready", onHold: true });
    await store.outbound.decide({ id: 1, decision: "release", actor: "ann", reason: "go" });
    await round();
    expect(server.emails).toHaveLength(1);
  });

  it("may be sent again as another, with a Message-ID of its own", async () => {
    await compose({});
    await round();
    const by = { outbound: 1, actor: "ann", reason: "lost there" };
    const catalogue = await openCatalogue(shippedSettings);
    const context = { store, catalogue, channels: [], webhooks: [], mail: [channel], now };
    expect(await resend(context, by)).toBe(2);
    expect(await state(2)).toMatchObject({ name: `<1-1.${store.id}@busbar.example>`, replaces: 1 });
    await round();
    expect(server.emails).toHaveLength(2);
  });

  it("without a right address waits for a person", async () => {
    expect(await compose({ to: "Ann Field" }, { to: "a@example.com\r\nBcc: b@example.com" })).toBe(
      0,
    );
    const waiting = await store.outboundMessages.waiting({ limit: 9 });
    expect(waiting.map(({ problems }) => problems[0]?.code)).toEqual([
      "BAD_ADDRESS",
      "BAD_ADDRESS",
    ]);
  });

  it("waits, and says why, while there is no one channel for it", async () => {
    await compose({ channel: "other" });
    await store.outboundMessages.send({ identity: "none", outgoing: email });
    await composeEmails({ store, mail: [], now });
    const waiting = async () =>
      (await store.outboundMessages.waiting({ limit: 9 })).map((one) => one.queueProblem);
    expect(await waiting()).toEqual([
      expect.stringMatching(/asks for the channel "other", which is no mail server/),
      'No channel sends e-mails. Add one with "kind: smtp".',
    ]);
    await composeEmails({ store, mail: [channel, { ...channel, name: "other" }], now });
    expect(await waiting()).toEqual([
      expect.stringMatching(/several mail servers \(post, other\)/),
    ]);
    expect(await state()).toMatchObject({ channel: "other" });
  });

  it("logs in with what a file holds, and says when that is wrong", async () => {
    const file = join(folder, "password");
    const known: SmtpChannel = { ...channel, user: "busbar", password: { file } };
    session = new MailSession(known);
    await compose({});
    await expect(round(known)).rejects.toThrow(
      /password of channel "post" cannot be read: there is/,
    );
    writeFileSync(file, "wrong\n");
    await expect(round(known)).rejects.toThrow(/does not let "busbar" in: .*wrong password/);
    writeFileSync(file, "secret\n");
    expect(await round(known)).toMatchObject({ delivered: 1 });
  });

  it("leaves by TLS, to a server whose certificate is trusted", async () => {
    const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
    const made = "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost".split(" ");
    const names = ["-addext", "subjectAltName=DNS:localhost"];
    execFileSync("openssl", [...made, ...names, "-keyout", key, "-out", cert], { stdio: "ignore" });
    const certificate = { key: readFileSync(key), cert: readFileSync(cert) };
    const secure = await startMailServer(0, certificate);
    const strict: SmtpChannel = {
      ...channel,
      host: "localhost",
      port: secure.port,
      tls: "starttls",
    };
    await compose({});
    session = new MailSession(strict);
    await expect(round(strict)).rejects.toThrow(
      /self-signed certificate.*name its authority in "ca"/,
    );
    const trusting = { ...strict, ca: cert };
    session = new MailSession(trusting);
    expect(await round(trusting)).toMatchObject({ delivered: 1 });
    expect(secure.emails).toHaveLength(1);
  });

  it("does not leave in clear where TLS is asked for", async () => {
    const strict: SmtpChannel = { ...channel, tls: "starttls" };
    session = new MailSession(strict);
    await compose({});
    await expect(round(strict)).rejects.toThrow(/is "tls" right/);
    expect(server.emails).toEqual([]);
  });
});
