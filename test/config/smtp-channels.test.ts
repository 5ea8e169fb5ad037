import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { ConfigError } from "../../src/config/config-error.ts";
import { loadConfig } from "../../src/config/load-config.ts";

const folder = mkdtempSync(join(tmpdir(), "busbar-smtp-"));
const file = join(folder, "busbar.yaml");
afterAll(() => rmSync(folder, { recursive: true }));

function load(settings: string) {
  writeFileSync(file, `channels:\n  post: { kind: smtp, ${settings} }`);
  return loadConfig(file).mail;
}

function complaints(settings: string): string[] {
  try {
    load(settings);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ message }) => message);
  }
  return [];
}

const least = "host: mail.example.com, from: orders@example.com";

describe("a mail server", () => {
  it("needs a name and a sender, and is spoken to in TLS unless set otherwise", () => {
    expect(load(least)).toEqual([
      {
        name: "post",
        kind: "smtp",
        direction: "out",
        host: "mail.example.com",
        port: 587,
        tls: "starttls",
        ca: null,
        user: null,
        password: null,
        from: "orders@example.com",
        answerMs: 60_000,
        retry: { firstMs: 1_000, longestMs: 300_000, attempts: null },
      },
    ]);
    expect(load(`${least}, tls: tls`)).toMatchObject([{ port: 465 }]);
    expect(load(`${least}, tls: none, port: 2525`)).toMatchObject([{ port: 2525 }]);
  });

  it("takes its password from where secrets are kept", () => {
    expect(load(`${least}, user: me, password: { file: p }`)).toMatchObject([
      { user: "me", password: { file: join(folder, "p") } },
    ]);
    expect(complaints(`${least}, user: me, password: hunter2`)).toEqual([
      expect.not.stringMatching(/hunter2, expected/),
    ]);
  });

  it.each([
    ["host: mail.example.com", "expected a sender's address"],
    ["from: orders@example.com", "expected the server's name or address"],
    ["host: m, from: Orders", "expected a sender's address"],
    [`${least}, user: me`, "expected where the user's password is kept"],
    [`${least}, password: { env: P }`, "expected the user that the password is of"],
    [`${least}, tls: ssl`, "expected one of starttls, tls, none"],
    [`${least}, path: x`, "channels.post.path: no such setting"],
  ])("is refused with %s", (settings, complaint) => {
    expect(complaints(settings)).toEqual([expect.stringContaining(complaint)]);
  });
});
