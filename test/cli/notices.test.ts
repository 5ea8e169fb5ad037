import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { startMailServer } from "../channels/smtp/mail-server.ts";
import { blocksOf, pageText } from "../docs/guide.ts";
import { startWebReceiver } from "../notices/web-receiver.ts";
import { makePlace } from "./busbar.ts";

const place = makePlace();
afterAll(() => place.remove());
const settings = (text: string) => writeFileSync(join(place.folder, "busbar.yaml"), text);

/** A notice as a look by the daemon opens it, with a message to a contact. */
beforeAll(async () => {
  mkdirSync(join(place.folder, "inbox"));
  mkdirSync(join(place.folder, "var"));
  settings("channels: { inbox: { path: inbox } }\n");
  const store = await openSqliteStore(join(place.folder, "var/busbar.db"), {
    blobFolder: place.folder,
  });
  const facts = {
    about: "channel inbox",
    level: "urgent",
    title: "Channel inbox cannot be used: it is gone\u001b[1m",
    since: 0,
    count: 1,
    channel: "inbox",
    assignees: [],
    remedy: { remedy: "show-channel", channel: "inbox" },
    openedAt: 1_000,
    turn: 1,
  } as const;
  const nothing = { opened: [], changed: [], messages: [], dropped: [], gone: [] };
  const judge = (turn: object) =>
    store.notices.judge({ now: 1_000, decide: () => ({ ...nothing, ...turn }) });
  const one = { ...facts, goneSince: null, endedAt: null, untold: null };
  await judge({ opened: [one, { ...one, about: "cause abc", goneSince: 5, endedAt: 5 }] });
  const content = { notice: facts, endedAt: null };
  const message = { notice: 1, contact: "ops", verb: "opened", step: 1, dueAt: 9_000, content };
  await judge({ messages: [{ ...message, reason: "quiet hours" }] });
  await store.close();
});

it("lists what is wrong, and shows who was notified and why not", async () => {
  const { stdout } = await place.busbar("notice", "list");
  expect(stdout).toMatch(
    /1 +\S+ \S+ +urgent +notified +1 +Channel inbox cannot be used: it is gone/,
  );
  expect(stdout).not.toContain("\u001b");
  expect(await place.json("notice", "list")).toHaveLength(1);
  expect(await place.json("notice", "list", "--all")).toMatchObject([
    { id: 1, endedAt: null },
    { id: 2, about: "cause abc", endedAt: "1970-01-01T00:00:00.005Z" },
  ]);
  const shown = await place.busbar("notice", "show", "1");
  expect(shown.stdout).toContain("to do    busbar channel show inbox");
  expect(shown.stdout).toMatch(/ops +opened +waiting +0 +due .*; quiet hours/);
  expect(await place.json("notice", "show", "1")).toMatchObject([
    { messages: [{ contact: "ops" }] },
  ]);
  expect(await place.busbar("notice", "show", "9")).toMatchObject({ code: 1 });
});

it("snoozes a notice, a channel or all until a moment, and ends that", async () => {
  const because = ["--reason", "an upgrade", "--actor", "ann"];
  const placed = await place.busbar("notice", "snooze", "1", "--for", "2h", ...because);
  expect(placed.stdout).toMatch(/^Nobody is notified of channel inbox until .*unsnooze 1/);
  await place
    .busbar("notice", "snooze", "--all", "--until", "2999-01-01", ...because)
    .then((no) =>
      expect(no).toMatchObject({ code: 2, stderr: expect.stringContaining("90 days at most") }),
    );
  const wrong = await place.busbar(
    "notice",
    "snooze",
    "--channel",
    "inbx",
    "--for",
    "1h",
    ...because,
  );
  expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining("there are inbox") });
  for (const words of [[], ["--all"], ["1", "--all", "--for", "1h"], ["1", "--for", "2"]])
    expect(await place.busbar("notice", "snooze", ...words, ...because)).toMatchObject({ code: 2 });
  expect(await place.json("notice", "snoozes")).toMatchObject([
    { id: 1, scope: { of: "notice", about: "channel inbox" }, actor: "ann" },
  ]);
  const ended = await place.busbar("notice", "unsnooze", "1", ...because);
  expect(ended.stdout).toBe("People are notified of channel inbox again.\n");
  expect((await place.busbar("notice", "snoozes")).stdout).toBe("Nothing is snoozed.\n");
  expect(await place.busbar("notice", "unsnooze", "1", ...because)).toMatchObject({ code: 1 });
});

it("tells contacts at once, with neither daemon nor store, and says who could not be notified", async () => {
  const nobody = await place.busbar("notice", "test");
  expect(nobody).toMatchObject({ code: 1, stderr: expect.stringContaining("names nobody") });
  const mail = await startMailServer();
  const web = await startWebReceiver();
  settings(`
store: nowhere/busbar.db
channels: { post: { kind: smtp, host: 127.0.0.1, port: ${mail.port}, tls: none, from: b@example.com } }
notices:
  name: busbar-test
  contacts:
    ops: { email: ops@example.com }
    pager: { webhook: { url: "${web.url}", private: true } }
`);
  expect(await place.busbar("notice", "test")).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^ops: got through: 250 .*\npager: got through: HTTP 200\n$/),
  });
  expect(mail.emails[0]?.text).toContain("Subject: [busbar-test] Test: notices get through");
  web.answers = [500];
  const failed = await place.busbar("notice", "failed", "busbar.service");
  expect(failed).toMatchObject({
    code: 1,
    stdout: expect.stringContaining("pager: did not get through: HTTP 500"),
  });
  expect(mail.emails[1]?.text).toContain("URGENT busbar.service has failed");
  expect(JSON.parse(web.received[1]?.body ?? "")).toMatchObject({ type: "busbar.notice.failed" });
  expect(await place.json("notice", "test", "ops")).toEqual([
    { contact: "ops", told: true, reason: expect.any(String) },
  ]);
  expect(await place.busbar("notice", "test", "pagr")).toMatchObject({
    code: 1,
    stderr: expect.stringContaining("there are ops, pager"),
  });
  await mail.stop();
});

it.each([
  ["a setting elsewhere is wrong", "flows: { D0010: { codes: wrong } }", 'found "wrong"'],
  ["it is not even YAML", 'flows: { D0010: { codes: "strict }', "cannot be read as YAML"],
])("tells that the service failed, and why, when %s", async (_what, line, why) => {
  const mail = await startMailServer();
  settings(`
channels:
  post: { kind: smtp, host: 127.0.0.1, port: ${mail.port}, tls: none, from: b@example.com }
  inbox: { path: 7 }
notices: { contacts: { ops: { email: ops@example.com } } }
${line}
`);
  expect(await place.busbar("notice", "test")).toMatchObject({ code: 2 });
  const failed = await place.busbar("notice", "failed", "busbar.service");
  expect(failed).toMatchObject({ code: 0, stderr: "" });
  const [{ text } = { text: "" }] = mail.emails;
  expect(text).toContain("URGENT busbar.service has failed");
  expect(text.replaceAll("=\r\n", "").replaceAll("=3D", "=")).toContain(why);
  await mail.stop();
});

it("says what is wrong with whom to tell itself", async () => {
  settings("notices: { contacts: { ops: { email: 7 } } }");
  const failed = await place.busbar("notice", "failed", "busbar.service");
  expect(failed).toMatchObject({ code: 2, stderr: expect.stringContaining("contacts.ops.email") });
});

it("says what is wrong with the settings, at its place", async () => {
  const wrong = async (notices: string) => {
    settings(`channels: { inbox: { path: inbox } }\nnotices: ${notices}\n`);
    const { code, stderr } = await place.busbar("config", "check");
    expect(code).toBe(2);
    return stderr;
  };
  expect(await wrong("{ contacts: { ops: { email: ops@example.com } } }")).toMatch(
    /2:\d+.*no channel has kind: smtp/,
  );
  expect(await wrong('{ contacts: { p: { webhook: { url: "http://x.example" } } } }')).toContain(
    "begins with https:",
  );
  expect(await wrong("{ contacts: { p: {} } }")).toContain(
    "one way to be notified: email or webhook",
  );
  expect(await wrong("{ contacts: { p: { emial: a@b.example } } }")).toContain(
    'did you mean "email"',
  );
  expect(await wrong("{ channels: { inbx: 1h } }")).toContain(
    "there is no such channel; there are inbox",
  );
  expect(await wrong('{ quiet: [{ from: "25:00", to: "07:00" }] }')).toContain(
    "a time of day such as 18:00",
  );
  expect(await wrong('{ heartbeat: { url: "ftp://x.example" } }')).toContain(
    "an address such as https:",
  );
});

it("the service is installed with a unit that tells contacts when it fails, and removed with it", async () => {
  settings(
    'channels: { inbox: { path: inbox } }\nnotices: { contacts: { p: { webhook: { url: "https://x.example", secret: { credential: pager } } } } }\n',
  );
  const folder = ["--folder", place.folder];
  const installed = await place.busbar("service", "install", "--user", "root", ...folder);
  expect(installed.stdout).toContain("busbar-failed.service, which tells your contacts");
  const text = (name: string) => readFileSync(join(place.folder, name), "utf8");
  expect(text("busbar.service")).toContain("OnFailure=busbar-failed.service\n");
  const failed = text("busbar-failed.service");
  expect(failed).toMatch(/^ExecStart=\S+ notice failed busbar\.service --config \S+busbar\.yaml$/m);
  expect(failed).toContain("LoadCredential=pager:/etc/busbar/pager\n");
  expect(await place.json("service", "status", ...folder)).toMatchObject([{ unitFile: "current" }]);
  await place.busbar("service", "uninstall", ...folder);
  expect(() => text("busbar-failed.service")).toThrow();
});

it("the guide's settings are right, and its commands do what it says", async () => {
  const blocks = blocksOf("docs/guides/notices.md");
  const block = (name: string) => blocks.find((one) => one.name === name)?.text ?? "";
  settings(block("busbar.yaml"));
  const lines = `${block("snooze")}${block("look")}`.trim().split("\n");
  expect(lines).toHaveLength(5);
  const place2 = makePlace();
  writeFileSync(join(place2.folder, "busbar.yaml"), block("busbar.yaml"));
  mkdirSync(join(place2.folder, "inbox"));
  mkdirSync(join(place2.folder, "var"));
  for (const line of lines) {
    const words = [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, bare]) => quoted ?? bare ?? "",
    );
    expect(await place2.busbar(...words.slice(1)), line).toMatchObject({ code: 0 });
  }
  place2.remove();
  for (const [, command = ""] of pageText("docs/guides/notices.md").matchAll(
    /`busbar ([a-z]+ [a-z]+)/g,
  ))
    expect(await place.busbar(...command.split(" "), "--help")).toMatchObject({ code: 0 });
});
