import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { nextLook } from "../../src/config/channel/look-times.ts";
import { placeOf } from "../../src/config/channel/sftp-inbox.ts";
import { ConfigError } from "../../src/config/config-error.ts";
import { loadConfig } from "../../src/config/load-config.ts";

const folder = mkdtempSync(join(tmpdir(), "busbar-config-"));
const file = join(folder, "busbar.yaml");
afterAll(() => rmSync(folder, { recursive: true }));

const pin = "SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU";
const usual: Readonly<Record<string, string>> = {
  kind: "sftp",
  direction: "in",
  host: "sftp.partner.example",
  user: "busbar",
  hostKey: pin,
  key: "{ file: partner.key }",
  folder: "/outgoing/",
  taken: "delete",
};

function load(change: Readonly<Record<string, string | null>> = {}) {
  const lines = Object.entries({ ...usual, ...change })
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `    ${name}: ${value}\n`);
  writeFileSync(file, `channels:\n  post:\n${lines.join("")}`);
  return loadConfig(file);
}

/** What is said about a wrong configuration, without the place. */
function complaints(change: Readonly<Record<string, string | null>>): string[] {
  try {
    load(change);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map(({ message }) => message);
    throw error;
  }
  return [];
}

describe("an SFTP inbox", () => {
  it("needs a server, its host key, something to log in with, a folder, and what becomes of files", () => {
    const [inbox] = load().sftpInboxes;
    expect(load({ marker: '"{name}.done"' }).sftpInboxes[0]?.marker).toBe("{name}.done");
    expect(inbox).toMatchObject({
      name: "post",
      server: {
        host: "sftp.partner.example",
        port: 22,
        user: "busbar",
        hostKeys: [pin],
        key: { file: join(folder, "partner.key") },
        password: null,
        inFlight: 16,
      },
      folder: "/outgoing",
      quarantine: join(folder, "quarantine"),
      taken: { kind: "delete" },
      pollMs: 60_000,
      claim: null,
    });
    expect(inbox && placeOf(inbox)).toBe("sftp://busbar@sftp.partner.example:22/outgoing");
    const needed = ["host", "user", "hostKey", "key", "folder", "taken"];
    for (const name of needed) {
      const [complaint] = complaints({ [name]: null });
      expect(complaint).toMatch(new RegExp(`^channels\\.post\\.${name}: missing, expected `));
    }
  });

  it("has every setting of its own", () => {
    const [inbox] = load({
      port: "2222",
      hostKey: `[${pin}, ${pin}]`,
      key: "{ credential: partner-key }",
      passphrase: "{ env: PARTNER_PHRASE }",
      connectWithin: "5s",
      answerWithin: "10s",
      keepalive: "3s",
      inFlight: "32",
      reconnect: "{ longest: 1m }",
      oldAlgorithms: "{ mac: [hmac-md5] }",
      poll: "5m",
      times: '{ at: ["18:00", "06:30"], days: [mon, fri] }',
      include: '["*.uff"]',
      ignore: '["*.tmp"]',
      steady: "10s",
      minimumAge: "1m",
      maximumSize: "1 GiB",
      taken: "{ move: /done }",
      claim: "/taking",
    }).sftpInboxes;
    expect(inbox).toMatchObject({
      server: {
        port: 2222,
        hostKeys: [pin, pin],
        key: { credential: "partner-key" },
        passphrase: { env: "PARTNER_PHRASE" },
        connectMs: 5_000,
        answerMs: 10_000,
        keepaliveMs: 3_000,
        inFlight: 32,
        reconnect: { firstMs: 1_000, longestMs: 60_000 },
        oldAlgorithms: { mac: ["hmac-md5"], kex: [] },
      },
      pollMs: 300_000,
      times: { minutes: [390, 1080], days: [1, 5], zone: "Europe/London" },
      include: ["*.uff"],
      minimumAgeMs: 60_000,
      maximumBytes: 2 ** 30,
      taken: { kind: "move", folder: "/done" },
      claim: "/taking",
    });
  });

  it.each(["password", "passphrase", "key"])(
    "is refused with a %s in clear, which is not repeated",
    (name) => {
      const [complaint = ""] = complaints({ [name]: "hunter2" });
      expect(complaint).toBe(
        `channels.post.${name}: found it in clear, expected where it is kept: { file: PATH }, { env: VARIABLE } or { credential: NAME }; a secret is never in this file itself`,
      );
    },
  );

  it.each([
    [{ hostKey: "anything" }, 'hostKey: found "anything", expected the server\'s host key'],
    [{ taken: "archive" }, 'taken: found "archive", expected delete, keep or { move: FOLDER }'],
    [{ taken: "keep", claim: "/taking" }, 'claim: found "/taking", expected none with taken: keep'],
    [{ taken: "{ move: /outgoing }" }, "taken: found settings, expected a folder that files"],
    [{ inFlight: "0" }, "inFlight: found 0, expected how many files at once, 1 to 256"],
    [{ fodler: "/x" }, 'fodler: no such setting; did you mean "folder"?'],
    [{ times: "{ at: [25:00] }" }, "times.at.0: found "],
    [{ key: "{ flie: partner.key }" }, "key: found settings, expected where it is kept"],
    [{ oldAlgorithms: "{ macs: [] }" }, 'oldAlgorithms.macs: no such setting; did you mean "mac"?'],
  ])("%j is refused in words", (change, expected) => {
    expect(complaints(change)[0]).toContain(`channels.post.${expected}`);
  });

  it("shares its folder with no other", () => {
    const settings = Object.entries(usual)
      .map(([name, value]) => `    ${name}: ${value}\n`)
      .join("");
    writeFileSync(file, `channels:\n  post:\n${settings}  mail:\n${settings}`);
    expect(() => loadConfig(file)).toThrow("is also channels.post.folder");
  });
});

describe("times of the day", () => {
  const times = { minutes: [390, 1080], days: [1, 2, 3, 4, 5], zone: "Europe/London" };
  const at = (text: string) => Date.parse(text);

  it.each([
    ["2026-03-02T05:00:00Z", "2026-03-02T06:30:00Z"],
    ["2026-03-02T06:30:00Z", "2026-03-02T18:00:00Z"],
    ["2026-03-06T18:00:00Z", "2026-03-09T06:30:00Z"],
    ["2026-03-30T00:00:00Z", "2026-03-30T05:30:00Z"],
  ])("after %s comes %s", (now, next) => {
    expect(nextLook(times, at(now))).toBe(at(next));
  });

  it("are all kept on the days that the clock is changed, none of them twice", () => {
    const nightly = { minutes: [90, 135], days: [7], zone: "Europe/London" };
    const looksFrom = (from: string) => {
      const first = nextLook(nightly, at(from));
      const second = nextLook(nightly, first);
      return [first, second, nextLook(nightly, second)].map((one) => new Date(one).toISOString());
    };
    // In spring the clock shows no 01:30: it is looked at 02:30, after the look at 02:15.
    expect(looksFrom("2026-03-29T00:00:00Z")).toEqual([
      "2026-03-29T01:15:00.000Z",
      "2026-03-29T01:30:00.000Z",
      "2026-04-05T00:30:00.000Z",
    ]);
    expect(looksFrom("2026-10-25T00:00:00Z")).toEqual([
      "2026-10-25T00:30:00.000Z",
      "2026-10-25T02:15:00.000Z",
      "2026-11-01T01:30:00.000Z",
    ]);
  });
});
