import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { checkCertificate } from "../../src/app/doctor/check-certificate.ts";
import { checkFolders } from "../../src/app/doctor/check-folders.ts";
import {
  checkInstallation,
  checkWithoutConfiguration,
} from "../../src/app/doctor/check-installation.ts";
import { checkKeys } from "../../src/app/doctor/check-keys.ts";
import { checkClock, checkProgram } from "../../src/app/doctor/check-machine.ts";
import type { CheckedThing } from "../../src/app/doctor/finding.ts";
import { unitText } from "../../src/app/service/unit.ts";
import { unitOf } from "../../src/app/service/unit-of.ts";
import { sftpInboxDefaults } from "../../src/config/channel/sftp-inbox.ts";
import { sftpServerDefaults } from "../../src/config/channel/sftp-server.ts";
import type { BusbarConfig } from "../../src/config/config.ts";
import { machineClock } from "../../src/runtime/clock.ts";
import { mainFile } from "../built.ts";
import { localHttp } from "../http/asked.ts";
import { type Workplace, whileRunning, workplace } from "../promises/workplace.ts";
import { mayMount, SmallDisk } from "../store/sqlite/small-disk.ts";

let place: Workplace;
beforeEach(() => {
  place = workplace();
});
afterEach(() => place.remove());

const dayMs = 86_400_000;

/** What is not good, as one line each. */
function wrong(found: readonly CheckedThing[]): string[] {
  return found
    .filter(({ outcome }) => outcome !== "good")
    .map(({ outcome, area, about, found: what }) => `${outcome} ${area} ${about}: ${what}`);
}

const whole = (
  config: BusbarConfig,
  options: Parameters<typeof checkInstallation>[1] = { channels: true, unit: null },
) => Array.fromAsync(checkInstallation(config, options));

describe("an installation that is looked at", () => {
  test("is good before its first start, and makes no store; and while its daemon runs", async () => {
    const before = await whole(place.config);
    expect(wrong(before).filter((line) => !line.includes("time server"))).toEqual([]);
    expect(before.map(({ found }) => found)).toContain(
      "is not there yet: the daemon makes it when it first starts",
    );
    await whileRunning(place, async () => {
      const now = await whole(place.config);
      expect(wrong(now).filter((line) => !line.includes("time server"))).toEqual([]);
      expect(now.map(({ found }) => found)).toContain("opens, and its integrity check passes");
    });
    const after = await whole(place.config);
    expect(wrong(after)).toContain(
      `warning daemon ${place.config.store}: No daemon runs, so that nothing is taken in, done or sent. Start it.`,
    );
  });

  test("tells what keeps a daemon from starting, and looks at everything else", async () => {
    const unit = null;
    const options = { channels: false, unit, fault: "no flow is called D9999" };
    const found = await whole(place.config, options);
    expect(wrong(found)).toContain(
      `bad configuration ${place.config.file}: No daemon starts with it: no flow is called D9999. Correct it.`,
    );
    for (const area of ["folders", "store", "clock"])
      expect(found.map((thing) => thing.area)).toContain(area);
  });

  test("looks at everything else where the server of the store is away, and shows no password", async () => {
    const store = "postgres://busbar:secret@127.0.0.1:1/busbar";
    const found = await whole({ ...place.config, store }, { channels: false, unit: null });
    const shown = "postgres://busbar:***@127.0.0.1:1/busbar";
    expect(wrong(found)).toContainEqual(expect.stringContaining(`bad store ${shown}: `));
    expect(wrong(found)).toContain(
      `bad daemon ${shown}: Whether a daemon runs cannot be seen while the store cannot be used.`,
    );
    expect(JSON.stringify(found)).not.toContain("secret");
  });

  test("without a configuration that can be read, looks at the program and the machine", async () => {
    const found = await Array.fromAsync(checkWithoutConfiguration("busbar.yaml", "3:1: lve"));
    expect(found.map(({ area }) => area)).toEqual(expect.arrayContaining(["program", "clock"]));
    expect(wrong(found).join()).toContain("nothing that it names was looked at: 3:1: lve");
  });

  test.skipIf(!mayMount())("on a disk that is read-only, says so of each part", async () => {
    using disk = new SmallDisk(4_096);
    const own = workplace({}, { store: join(disk.path, "var", "busbar.db") });
    const channel = { ...own.channel, archive: join(disk.path, "archive") };
    const config = { ...own.config, channels: [channel] };
    await whileRunning({ config }, async () => {});
    disk.makeReadOnly();
    const lines = wrong(await whole(config));
    own.remove();
    expect(lines).toContainEqual(expect.stringMatching(/^bad folders .*mounted read-only/));
    expect(lines).toContainEqual(expect.stringMatching(/^bad store .*mounted read-only/));
    expect(lines).toContainEqual(expect.stringMatching(/^bad channels inbox: .*mounted read-only/));
  });

  test("says which folder is not there, is none, and which channel cannot work", async () => {
    rmSync(place.channel.path, { recursive: true });
    writeFileSync(place.channel.archive, "");
    const lines = wrong(await whole(place.config));
    expect(lines).toContain(`bad folders ${place.channel.path}: It is not there; make it.`);
    expect(lines).toContain(
      `bad folders ${place.channel.archive}: It is not a folder; move it away and make a folder.`,
    );
    expect(lines.filter((line) => line.startsWith("bad channels inbox: "))).not.toEqual([]);
  });

  test("tells of files in flight in a channel that was taken out of the settings", async () => {
    const work = join(place.base, "var", "work", "gone");
    mkdirSync(join(work, "claim"), { recursive: true });
    const about = async (config: BusbarConfig) =>
      wrong(await whole(config, { channels: false, unit: null })).filter((line) =>
        line.includes(work),
      );
    expect(await about(place.config)).toEqual([]);
    writeFileSync(join(work, "claim", "D0010.uff"), "ZHV");
    expect(await about(place.config)).toEqual([
      expect.stringMatching(
        /^warning channels \S+: 1 file in flight, of a channel that the settings/,
      ),
    ]);
    const again = { ...place.channel, work };
    expect(await about({ ...place.config, channels: [again] })).toEqual([]);
  });

  test("says that a store is damaged, and looks at everything else", async () => {
    await whileRunning(place, async () => {});
    writeFileSync(place.config.store, "no database at all, but long enough to be read as one page");
    const lines = wrong(await whole(place.config));
    expect(lines.filter((line) => line.startsWith(`bad store ${place.config.store}`))).toHaveLength(
      1,
    );
  });

  test("says that its unit no longer fits", async () => {
    const path = join(place.base, "busbar.service");
    const unit = { path, program: "/opt/busbar/bin/busbar", notifies: "itself" as const };
    const chosen = { ...unit, user: "root", group: "root", onFailure: null };
    writeFileSync(path, unitText(unitOf(place.config, chosen)));
    const looked = async (config: BusbarConfig) =>
      (await Array.fromAsync(checkInstallation(config, { channels: false, unit }))).filter(
        ({ area }) => area === "service",
      );
    expect(await looked(place.config)).toMatchObject([{ outcome: "good" }]);
    const other = { ...place.channel, name: "other", path: "/srv/other" };
    expect(await looked({ ...place.config, channels: [other] })).toMatchObject([
      { outcome: "warning" },
    ]);
  });
});

test("a disk with less room than intake needs is bad, with little more a warning", async () => {
  const with_ = async (percent: number) => {
    const marks = { stop: { percent }, resume: null };
    const found = await checkFolders({ ...place.config, disk: marks });
    return found.find(({ area }) => area === "space")?.outcome;
  };
  expect(await with_(99)).toBe("bad");
  expect(await with_(0.0001)).toBe("good");
});

test("a folder whose mount hangs is reported, and the others are looked at", async () => {
  const hangs = place.channel.archive;
  const lines = wrong(
    await checkFolders(place.config, { answers: async (folder) => folder !== hangs }),
  );
  expect(lines).toEqual([
    `bad folders ${hangs}: It does not answer: is the server of its mount gone? Mount it again.`,
  ]);
});

test("a folder that the user may not write in is reported", () => {
  const { path } = place.channel;
  const file = join(place.base, "busbar.yaml");
  writeFileSync(
    file,
    `store: ${place.config.store}\nhttp: false\nchannels:\n  inbox: { path: ${path} }\n`,
  );
  chmodSync(path, 0o500);
  // The superuser may write anywhere unless that right is taken from the program.
  const limited =
    process.getuid?.() === 0
      ? ["setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]
      : [];
  const [command = "", ...words] = [...limited, process.execPath, mainFile, "doctor"];
  const { stdout } = spawnSync(command, [...words, "--config", file], { encoding: "utf8" });
  chmodSync(path, 0o700);
  expect(stdout).toContain(
    "The user that runs this may not write in it; give that user the right to.",
  );
});

test("a clock that no time server sets is a warning", async () => {
  const program = join(place.base, "timedatectl");
  const path = process.env["PATH"] ?? "";
  const said = async (answer: string) => {
    writeFileSync(program, `#!/bin/sh\necho ${answer}\n`, { mode: 0o755 });
    return wrong(await checkClock(machineClock, null)).join();
  };
  process.env["PATH"] = `${place.base}:${path}`;
  try {
    expect(await said("no")).toContain("warning clock clock: This machine's clock is not synchron");
    expect(await said("yes")).toBe("");
  } finally {
    process.env["PATH"] = path;
  }
});

test("Node that is too old, and a clock that is behind, are bad", async () => {
  expect(checkProgram("24.1.0")).toMatchObject({ outcome: "bad" });
  expect(checkProgram()).toMatchObject({ outcome: "good" });
  const inAnHour = { lastRecordedAt: async () => Date.now() + 3_600_000 };
  expect(wrong(await checkClock(machineClock, inAnHour)).join()).toContain("1.0 h behind");
  const late = { ...machineClock, wall: () => Date.parse("2040-01-01") };
  expect(wrong(await checkClock(late, null)).join()).toContain("holidays");
});

test("keys that cannot be read, that others may read, and that are old are reported", async () => {
  const keys = join(place.base, "keys");
  mkdirSync(keys);
  const file = (name: string) => join(keys, name);
  for (const name of ["good", "open", "old"]) writeFileSync(file(name), "secret", { mode: 0o600 });
  chmodSync(file("open"), 0o644);
  const past = (Date.now() - 800 * dayMs) / 1_000;
  utimesSync(file("old"), past, past);
  const server = { ...sftpServerDefaults, host: "127.0.0.1", user: "ops", hostKeys: [] };
  const common = { ...sftpInboxDefaults, kind: "sftp", direction: "in", folder: "/" } as const;
  const sftpInboxes = ["good", "open", "old", "absent"].map((name) => ({
    ...common,
    name,
    quarantine: join(place.base, "quarantine"),
    taken: { kind: "keep" } as const,
    server: { ...server, key: { file: file(name) } },
  }));
  const found = await checkKeys({ ...place.config, sftpInboxes }, Date.now());
  expect(found.map(({ outcome }) => outcome)).toEqual(["good", "warning", "warning", "bad"]);
  expect(wrong(found)[0]).toContain("mode 644");
  expect(wrong(found)[2]).toContain("there is no file");
  // The secret itself is never shown.
  expect(JSON.stringify(found)).not.toContain("secret");
});

test("the certificate that browsers are shown is looked at: its key, who may read that, and its end", async () => {
  const at = (name: string) => join(place.base, name);
  const [certificate, key] = [at("busbar.pem"), at("busbar.key")];
  const made =
    "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 90 -subj /CN=busbar";
  execFileSync("openssl", [...made.split(" "), "-keyout", key, "-out", certificate], {
    stdio: "ignore",
  });
  chmodSync(key, 0o600);
  const tls = (more: object = {}) => ({
    ...place.config,
    http: { ...localHttp, tls: { certificate, key: { file: key }, ...more } },
  });
  const after = (days: number) => checkCertificate(tls(), Date.now() + days * dayMs);
  expect(wrong(after(0))).toEqual([]);
  expect(wrong(after(70))).toEqual([expect.stringMatching(/^warning keys .*pem: It ends on 20/)]);
  expect(wrong(after(91))).toEqual([expect.stringMatching(/^bad keys .*pem: It ended on 20/)]);
  execFileSync("openssl", ["genpkey", "-algorithm", "ed25519", "-out", at("other.key")]);
  const others = checkCertificate(tls({ key: { file: at("other.key") } }), Date.now());
  expect(wrong(others).join()).toContain("It is not of the key that `http.tls.key` names");
  const none = checkCertificate(tls({ certificate: key }), Date.now());
  expect(wrong(none).join()).toContain("It or its key cannot be used");
  expect(wrong(checkCertificate(tls({ certificate: at("absent") }), 0)).join()).toContain(
    "there is no file",
  );
  chmodSync(key, 0o640);
  expect(wrong(await checkKeys(tls(), Date.now())).join()).toContain(`chmod 600 ${key}`);
});

test("the secret that notices are signed with is looked at", async () => {
  const secret = { file: join(place.base, "absent") };
  const webhook = { url: "https://127.0.0.1:1/", private: true, secret };
  const contact = { name: "pager", email: null, webhook, levels: [], digest: null };
  const notices = { ...place.config.notices, contacts: [contact] };
  expect(wrong(await checkKeys({ ...place.config, notices }, Date.now()))).toEqual([
    `bad keys ${secret.file}: It cannot be read: there is no file ${secret.file}.`,
  ]);
});

test("a store of a newer Busbar is bad, and left as it is", async () => {
  await whileRunning(place, async () => {});
  const version = (set = "") => {
    const db = new Database(place.config.store);
    try {
      return db.pragma(`user_version${set}`, { simple: true });
    } finally {
      db.close();
    }
  };
  version(" = 9999");
  expect(wrong(await whole(place.config)).join("\n")).toMatch(
    /^bad store .* was made by a newer Busbar\. Install that version or a later one\.$/m,
  );
  expect(version()).toBe(9_999);
});
