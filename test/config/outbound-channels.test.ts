import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { servingChannel } from "../../src/config/channel/serving-channel.ts";
import { ConfigError } from "../../src/config/config-error.ts";
import { loadConfig } from "../../src/config/load-config.ts";

const folder = mkdtempSync(join(tmpdir(), "busbar-outbound-"));
const file = join(folder, "busbar.yaml");
afterAll(() => rmSync(folder, { recursive: true }));

function load(text: string) {
  writeFileSync(file, text);
  return loadConfig(file);
}

/** What is said about a wrong configuration, without the name of the file and the place. */
function complaints(text: string): string[] {
  try {
    load(text);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ message }) => message);
  }
  return [];
}

describe("a channel that leads out", () => {
  it("needs no more than a path", () => {
    const config = load("channels: { market: { direction: out, path: outbox } }");
    expect(config.channels).toEqual([]);
    expect(config.outbound).toEqual([
      {
        name: "market",
        kind: "folder",
        direction: "out",
        path: join(folder, "outbox"),
        base: join(folder, "outbox"),
        from: null,
        flows: null,
        recipients: null,
        fileName: "{flow}{version}_{toRole}{toParticipant}_{identifier}.{extension}",
        temporaryName: ".busbar-{random}.part",
        identifier: null,
        numbering: "flow",
        firstNumber: 1,
        lineEnd: "LF",
        finalNewline: true,
        batch: { messages: 1, waitMs: 0 },
        testFlag: "OPER",
        retry: { firstMs: 1_000, longestMs: 300_000, attempts: null },
        keepOrder: true,
        pgp: null,
      },
    ]);
  });

  it("may say everything, and is us where it does not say who it is", () => {
    const { outbound } = load(`
participant: { role: X, id: SUPP }
channels:
  market:
    direction: out
    path: /srv/out/{toParticipant}/{flow}
    flows: [D0155, D0148]
    recipients: ["M:UDMS", EMEB]
    name: "{flow}-{number:6}.dat"
    temporary: "{random}.tmp"
    identifier: "{date}{number:4}"
    numbering: recipient
    lineEnd: CRLF
    finalNewline: false
    batch: { messages: 100, wait: 5m }
    test: TR01
    retry: { first: 2s, longest: 1m, attempts: 9 }
    keepOrder: false
  agent: { direction: out, path: agent, flows: [D0010], from: { role: D, id: DCOL } }
`);
    expect(outbound).toMatchObject([
      {
        from: { role: "X", participant: "SUPP" },
        path: "/srv/out/{toParticipant}/{flow}",
        base: "/srv/out",
        flows: ["D0155", "D0148"],
        recipients: ["M:UDMS", "EMEB"],
        fileName: "{flow}-{number:6}.dat",
        identifier: "{date}{number:4}",
        numbering: "recipient",
        batch: { messages: 100, waitMs: 300_000 },
        testFlag: "TR01",
        retry: { firstMs: 2_000, longestMs: 60_000, attempts: 9 },
        keepOrder: false,
      },
      { name: "agent", from: { role: "D", participant: "DCOL" } },
    ]);
  });

  it("may write under the files' own names at once, at a server alone", () => {
    const { outbound } = load(`
participant: { role: X, id: SUPP }
channels:
  market:
    kind: sftp
    direction: out
    host: sftp.example
    user: supp
    hostKey: "SHA256:${"A".repeat(43)}"
    password: { env: WORD }
    path: /in
    temporary: none
`);
    expect(outbound).toMatchObject([{ temporaryName: "{name}" }]);
  });

  it.each([
    ["name: '{flwo}_{number}'", 'found "{flwo}_{number}", expected {flow} in place of {flwo}'],
    ["name: '{flow}.csv'", "expected {identifier} or {number} in it, so that no two are alike"],
    ["name: 'a/{number}'", "expected a name without /"],
    ["temporary: '{random}/x'", "expected {random} behind the last /"],
    ["name: '{number'", "expected braces in pairs, such as {flow}"],
    ["name: '{number:0}'", "expected a width of 1 to 99 after the colon, such as {number:8}"],
    ["temporary: none", "expected {random} in it, so that no two are alike"],
    ["temporary: x.tmp", "expected {random} in it, so that no two are alike"],
    ["identifier: '{date}'", "expected {number} in it, so that no two are alike"],
    ["identifier: '{identifier}'", "expected only these words in braces: {flow}"],
    ["batch: { messages: 0 }", "expected a number of messages, 1 or more"],
    ["batch: { message: 5 }", 'no such setting; did you mean "messages"?'],
    ["numbering: file", "expected one of flow, recipient, channel"],
    ["recipients: [U DMS]", 'expected a participant such as UDMS, or with its role "M:UDMS"'],
    ["flow: [D0155]", 'channels.market.flow: no such setting; did you mean "flows"?'],
    ["from: { role: X }", "expected a participant id such as SUPP"],
  ])("is refused with %s", (setting, complaint) => {
    const found = complaints(`channels:\n  market: { direction: out, path: outbox, ${setting} }`);
    expect(found).toEqual([expect.stringContaining(complaint)]);
  });

  it("may lead to a partner's server, whose folders are as it names them", () => {
    const { outbound } = load(
      'channels: { p: { kind: sftp, direction: out, host: h, user: u, hostKey: "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU", key: { file: k }, path: "in/{flow}", inFlight: 4 } }',
    );
    expect(outbound).toMatchObject([
      {
        kind: "sftp",
        path: "in/{flow}",
        base: "in",
        server: { host: "h", port: 22, user: "u", key: { file: join(folder, "k") }, inFlight: 4 },
      },
    ]);
    expect(
      complaints(
        'channels: { p: { kind: sftp, direction: out, host: h, user: u, hostKey: "SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU", path: "in" } }',
      ),
    ).toEqual([expect.stringContaining("expected a key, an agent or a password")]);
  });

  it("is not chosen by chance: two may not serve the same flow and recipient", () => {
    const two = (a: string, b: string) =>
      complaints(
        `channels:\n  a: { direction: out, path: a${a} }\n  b: { direction: out, path: b${b} }`,
      );
    expect(two("", "")).toEqual([
      "channels.b: it serves every flow to everybody, and so does channels.a; give each flows and recipients of its own",
    ]);
    expect(two(", flows: [D0155, D0148]", ", flows: [D0010, D0148]")).toEqual([
      expect.stringContaining("it serves D0148 to everybody"),
    ]);
    expect(two(", recipients: [UDMS]", ", recipients: ['M:UDMS']")).toHaveLength(1);
    expect(two(", recipients: ['D:UDMS']", ", recipients: ['M:UDMS']")).toEqual([]);
    expect(two(", flows: [D0155]", "")).toEqual([]);
  });

  it("does not put files where another takes them from", () => {
    expect(
      complaints("channels: { in: { path: inbox }, out: { direction: out, path: inbox } }"),
    ).toEqual([expect.stringContaining("is what channels.in takes files from")]);
  });

  it("is the most specific one that serves a flow and recipient", () => {
    const { outbound } = load(`
channels:
  all: { direction: out, path: a }
  starts: { direction: out, path: b, flows: [D0155] }
  udms: { direction: out, path: c, recipients: ["M:UDMS"] }
  udms-starts: { direction: out, path: d, recipients: [UDMS], flows: [D0155] }
`);
    const chosen = (flow: string, role: string, participant: string) =>
      servingChannel(outbound, { flow, to: { role, participant } })?.name;
    expect(chosen("D0155", "M", "UDMS")).toBe("udms-starts");
    expect(chosen("D0155", "M", "EMEB")).toBe("starts");
    expect(chosen("D0010", "M", "UDMS")).toBe("udms");
    expect(chosen("D0010", "D", "UDMS")).toBe("all");
    expect(servingChannel([], { flow: "D0010", to: { role: null, participant: null } })).toBeNull();
  });
});
