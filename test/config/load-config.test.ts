import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { actionDefaults } from "../../src/config/action-settings.ts";
import { ConfigError } from "../../src/config/config-error.ts";
import { findConfig, loadConfig } from "../../src/config/load-config.ts";
import { usualNotices } from "../../src/config/notices/notice-settings.ts";
import { usualPackedLimits } from "../../src/config/unpack.ts";

const folder = mkdtempSync(join(tmpdir(), "busbar-config-"));
const file = join(folder, "busbar.yaml");
afterAll(() => rmSync(folder, { recursive: true }));

function load(text: string) {
  writeFileSync(file, text);
  return loadConfig(file);
}

/** What is said about a wrong configuration, without the name of the file. */
function complaints(text: string): string[] {
  try {
    load(text);
  } catch (error) {
    if (error instanceof ConfigError) {
      return error.message.split("\n").flatMap((line) => line.split(`${file}:`)[1] ?? []);
    }
    throw error;
  }
  return [];
}

describe("the clock of a simulation", () => {
  it("is a file beside the configuration", () => {
    expect(load("clock: var/clock").clock).toBe(join(folder, "var/clock"));
  });

  it("is refused in a live installation", () => {
    expect(complaints("live: true\nclock: var/clock")).toEqual([
      "2:8: clock: a live installation goes by the machine's clock; leave this out, or set live: false",
    ]);
  });
});

describe("where daemons hear each other", () => {
  const listen = "storeListen: postgres://busbar:word@db.example:5432/busbar";

  it("is an address of the store's database", () => {
    const config = load(`store: postgres://busbar@pooler.example:6432/busbar\n${listen}`);
    expect(config.storeListen).toBe("postgres://busbar:word@db.example:5432/busbar");
  });

  it("is nowhere for a store in a file", () => {
    expect(complaints(listen)).toEqual([
      "1:14: storeListen: the store is a file, so that nothing is heard by it; leave this out",
    ]);
  });

  it("is no file", () => {
    expect(
      complaints("store: postgres://busbar@db.example/busbar\nstoreListen: var/busbar.db"),
    ).toEqual([
      '2:14: storeListen: found "var/busbar.db", expected the address of the store\'s database without a pooler between, such as postgres://user@host:5432/database',
    ]);
  });
});

describe("retention", () => {
  const store = "store: postgres://busbar@db.example/busbar\n";

  it("may be said where the store is a database", () => {
    expect(complaints(`${store}retention: { pack: 90d, drop: 7y, archive: 30d }`)).toEqual([]);
  });
});

describe("a short configuration", () => {
  it("needs no more than a channel's path", () => {
    expect(load("channels: { inbox: { path: inbox } }")).toEqual({
      file,
      store: join(folder, "var/busbar.db"),
      storeListen: null,
      blobs: join(folder, "var/blobs"),
      largeFileBytes: 8 * 1024 * 1024,
      log: "info",
      clock: null,
      catalogues: [],
      undescribedFlows: [],
      rgma: null,
      calendars: {},
      processes: [],
      shippedProcesses: ["metering-point", "order"],
      processSettings: {},
      live: false,
      flows: {},
      expected: [],
      notices: usualNotices,
      disk: { stop: null, resume: null },
      backlog: 1_000_000,
      retention: {
        packAfterMs: null,
        dropAfterMs: null,
        archiveAfterMs: null,
        quarantineAfterMs: null,
      },
      unpack: usualPackedLimits,
      http: { host: "127.0.0.1", port: null, names: [], tls: null, proxies: [] },
      pgp: null,
      participant: null,
      dipIds: {},
      addressee: null,
      actions: actionDefaults,
      sftpInboxes: [],
      outbound: [],
      mail: [],
      webhooks: [],
      channels: [
        {
          name: "inbox",
          kind: "folder",
          direction: "in",
          path: join(folder, "inbox"),
          work: join(folder, "var/work/inbox"),
          archive: join(folder, "archive"),
          quarantine: join(folder, "quarantine"),
          steadyMs: 2000,
          pollMs: 2000,
          ignore: expect.arrayContaining(["*.tmp", "*.part"]),
          marker: null,
          pgp: null,
          statusTo: null,
        },
      ],
    });
  });

  it("may be empty: no channels then", () => {
    expect(load("# nothing yet\n").channels).toEqual([]);
  });
});

it("every setting can be set", () => {
  const config = load(`
store: /data/busbar.db
blobs: /data/blobs
largeFiles: 512 KiB
log: debug
catalogues: [flows, /etc/busbar/orders.yaml]
channels:
  feeder-1:
    kind: folder
    direction: in
    path: /mnt/in
    work: /mnt/work
    archive: /mnt/archive
    quarantine: /mnt/quarantine
    steady: 500ms
    poll: 1m
    ignore: ["*.writing"]
    marker: "{name}.done"
`);
  expect(config).toMatchObject({
    store: "/data/busbar.db",
    largeFileBytes: 524_288,
    log: "debug",
    catalogues: [join(folder, "flows"), "/etc/busbar/orders.yaml"],
    rgma: null,
  });
  expect(config.channels).toEqual([
    {
      name: "feeder-1",
      kind: "folder",
      direction: "in",
      path: "/mnt/in",
      work: "/mnt/work",
      archive: "/mnt/archive",
      quarantine: "/mnt/quarantine",
      steadyMs: 500,
      pollMs: 60_000,
      ignore: ["*.writing"],
      marker: "{name}.done",
      statusTo: null,
      pgp: null,
    },
  ]);
});

describe("a wrong configuration", () => {
  it("says line, column, setting, what was found and what is expected, for every mistake", () => {
    expect(
      complaints(`stroe: var/busbar.db
largeFiles: 8 MB
channels:
  inbox:
    path: inbox
    steady: 2
    stedy: 2s
    marker: .done
  "in box": { path: other }
  post: { kind: ftp, path: post }
  nothing:
`),
    ).toEqual([
      '1:1: stroe: no such setting; did you mean "store"?',
      '2:13: largeFiles: found "8 MB", expected a size such as 512 KiB, 8 MiB or 1 GiB',
      "6:13: channels.inbox.steady: found 2, expected a duration such as 500ms, 2s or 5m",
      '7:5: channels.inbox.stedy: no such setting; did you mean "steady"?',
      '8:13: channels.inbox.marker: found ".done", expected a name made of the file\'s, such as "{name}.done", or null',
      "9:3: channels.in box: expected a name of letters, digits, - and _",
      '10:17: channels.post.kind: found "ftp", expected one of folder, sftp, smtp, webhook',
      "11:3: channels.nothing: found nothing, expected settings, such as { path: inbox }",
    ]);
  });

  it("lists the settings when nothing is near", () => {
    expect(complaints("conservation: 7d")).toEqual([
      "1:1: conservation: no such setting; the settings here are store, storeListen, blobs, largeFiles, catalogues, undescribedFlows, rgma, calendars, processes, shippedProcesses, processSettings, live, participant, participants, dipIds, notForUs, flows, actions, expected, notices, disk, backlog, retention, unpack, pgp, http, clock, log, channels",
    ]);
  });

  it.each([
    ["- store", "1:1: the file: found a list, expected settings, such as store: var/busbar.db"],
    [
      "log: *level",
      "1:6: cannot be read as YAML: *level stands for what &level marks before it, and there is none; a text that begins with * must be in quotes",
    ],
    [
      "log: info\n---\nlog: warn",
      "2:1: cannot be read as YAML: a second document begins here, and a file has one; leave out the line ---",
    ],
    ["log: info\nlog: warn", "2:1: this name is here twice; leave out one of them"],
    [
      "channels: { away: { path: out/{flow}, fileName: {flow}_{number:10}.usr } }",
      '1:31: cannot be read as YAML: Unexpected flow-map-start at node end; a text with braces must be in quotes, such as "{flow}.usr"',
    ],
    [
      "channels:\n  away:\n    fileName: {flow}_{number:10}.usr",
      '3:21: cannot be read as YAML: Unexpected scalar at node end; a text with braces must be in quotes, such as "{flow}.usr"',
    ],
    ["channels:\n\tinbox: {}", "2:1: cannot be read as YAML: Tabs are not allowed as indentation"],
    [
      "catalogues: flows",
      '1:13: catalogues: found "flows", expected a list of files and folders, such as [flows]',
    ],
    [
      "catalogues: [flows, 5]",
      "1:21: catalogues.1: found 5, expected a file or folder of flow definitions",
    ],
    [
      "rgma: { records: { Meter Pint: PREMI } }",
      '1:32: rgma.records.Meter Pint: no record is called "Meter Pint"; did you mean Meter Point?',
    ],
    [
      "rgma: { roles: { CDPS: [GT] } }",
      '1:24: rgma.roles.CDPS: no role is called "CDPS"; did you mean CDSP?',
    ],
    [
      "rgma: { transactionTypes: { G0299: [REMVE] } }",
      '1:36: rgma.transactionTypes.G0299: no gas flow is called "G0299"; did you mean G0209?',
    ],
    [
      "channels: { inbox: {} }",
      "1:13: channels.inbox.path: missing, expected a path, relative to this file or absolute",
    ],
    [
      "channels: { inbox: { path: inbox, ignore: ['*.tmp', 5] } }",
      '1:53: channels.inbox.ignore.1: found 5, expected a name pattern such as "*.tmp"',
    ],
  ])("%j is refused", (text, complaint) => {
    expect(complaints(text)).toEqual([complaint]);
  });

  it("may not put two things into one inbox", () => {
    const inbox = join(folder, "inbox");
    expect(complaints("channels: { a: { path: inbox }, b: { path: ./inbox } }")).toEqual([
      `1:24: channels.a.path: ${inbox} is also channels.b.path; give each a folder of its own`,
      `1:44: channels.b.path: ${inbox} is also channels.a.path; give each a folder of its own`,
    ]);
    expect(complaints("channels: { a: { path: inbox, archive: inbox } }")).toEqual([
      `1:24: channels.a.path: ${inbox} is also channels.a.archive; give each a folder of its own`,
    ]);
  });

  it("that is not there says how to make one", () => {
    expect(() => loadConfig(join(folder, "none.yaml"))).toThrow(/no such file/);
  });

  it("that is a folder says so", () => {
    expect(() => loadConfig(folder)).toThrow(/this is a folder/);
  });
});

it("is found by --config, else $BUSBAR_CONFIG, else here", () => {
  expect(findConfig("a.yaml", { BUSBAR_CONFIG: "b.yaml" })).toBe("a.yaml");
  expect(findConfig(undefined, { BUSBAR_CONFIG: "b.yaml" })).toBe("b.yaml");
  expect(findConfig(undefined, { BUSBAR_CONFIG: "" })).toBe("busbar.yaml");
  expect(findConfig(undefined, {})).toBe("busbar.yaml");
});

describe("statusTo", () => {
  const inbox = (statusTo: string) =>
    `channels:\n  in: { path: inbox, statusTo: ${statusTo} }\n  answers: { direction: out, path: out }\n`;

  it("names a channel that files leave by", () => {
    expect(load(inbox("answers")).channels).toMatchObject([{ name: "in", statusTo: "answers" }]);
    expect(load(inbox("null")).channels).toMatchObject([{ statusTo: null }]);
  });

  it("that is not there, or leads in, is reported with its place", () => {
    for (const name of ["anwsers", "in"])
      expect(() => load(inbox(name))).toThrow(
        `channels.in.statusTo: no channel "${name}" has direction: out; name one that files leave by`,
      );
  });
});

describe("dipIds", () => {
  const load2 = (more: string) =>
    load(
      `dipIds: { "8800000001": SUPP, "8800000002": "X:SUPP", "7700000001": UDMS }\n${more}channels: { out: { direction: out, path: out, recipients: ["X:SUPP"] } }`,
    );

  it("say which ids are ours, and whom a channel serves", () => {
    const { addressee, outbound, dipIds } = load2("participants: [SUPP]\n");
    expect(addressee?.ours).toEqual(["SUPP", "8800000001", "8800000002"]);
    expect(outbound).toMatchObject([{ recipients: ["X:SUPP", "8800000001", "8800000002"] }]);
    expect(dipIds["7700000001"]).toBe("UDMS");
    expect(load2('participants: ["M:SUPP"]\n').addressee?.ours).toEqual(["M:SUPP", "8800000001"]);
    expect(load2("").addressee).toBeNull();
  });

  it("are reported where they are no ids or name nobody", () => {
    for (const wrong of ['"1 2": SUPP', '"8800000001": "a supplier"'])
      expect(complaints(`dipIds: { ${wrong} }`)).toHaveLength(1);
  });
});

describe("how long bytes are kept", () => {
  it.each([
    ["retention: { pack: 90d, drop: 7y, archive: 1d }", [90, 7 * 365, 1]],
    ["retention: { archive: 30d }", [null, null, 30]],
  ])("is read from %s", (text, days) => {
    const dayMs = 86_400_000;
    const [pack, drop, archive] = days.map((day) => (day === null ? null : day * dayMs));
    expect(load(`${text}\nchannels: { inbox: { path: inbox } }`).retention).toEqual({
      packAfterMs: pack,
      dropAfterMs: drop,
      archiveAfterMs: archive,
      quarantineAfterMs: null,
    });
  });

  it.each([
    ["retention: { pack: 1h }", /retention\.pack: found "1h", expected a span of time of a day/],
    ["retention: { pack: 8y, drop: 7y }", /expected a drop that comes after pack/],
  ])("is refused in words: %s", (text, why) => {
    expect(() => load(text)).toThrow(why);
  });
});
