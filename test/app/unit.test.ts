import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type ServiceUnit, unitText } from "../../src/app/service/unit.ts";
import { removeUnitFile, unitFileState, writeUnitFile } from "../../src/app/service/unit-file.ts";
import { outermost, writableFolders } from "../../src/app/service/written-folders.ts";
import { loadConfig } from "../../src/config/load-config.ts";

const unit: ServiceUnit = {
  program: "/usr/bin/true",
  config: "/srv/busbar/busbar.yaml",
  folder: "/srv/busbar",
  user: "root",
  group: "root",
  writes: ["/srv/busbar"],
  notifies: "itself",
  credentials: ["partner-key"],
  onFailure: "busbar-failed@%n.service",
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "busbar-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const settingOf = (text: string, name: string) => new RegExp(`^${name}=(.*)$`, "m").exec(text)?.[1];

const hasAnalyze = spawnSync("systemd-analyze", ["--version"]).status === 0;

describe("the systemd unit", () => {
  test("reaches partners' servers, notifies when it is ready, and is started again however it ended", () => {
    const text = unitText(unit);
    const settings = (...names: string[]) =>
      Object.fromEntries(names.map((name) => [name, settingOf(text, name)]));
    expect(settings("RestrictAddressFamilies", "Restart", "Type", "WatchdogSec", "After")).toEqual({
      RestrictAddressFamilies: "AF_UNIX AF_INET AF_INET6",
      Restart: "always",
      Type: "notify",
      WatchdogSec: "180",
      After: "local-fs.target network-online.target",
    });
    expect(settingOf(text, "LoadCredential")).toBe("partner-key:/etc/busbar/partner-key");
    expect(settingOf(text, "OnFailure")).toBe("busbar-failed@%n.service");
  });

  test.each([
    ["itself", "notify", undefined],
    ["by-program", "notify", "all"],
    ["never", "exec", undefined],
  ] as const)("that is started as %s says so", (notifies, type, access) => {
    const text = unitText({ ...unit, notifies });
    expect([settingOf(text, "Type"), settingOf(text, "NotifyAccess")]).toEqual([type, access]);
    expect(settingOf(text, "WatchdogSec") === undefined).toBe(notifies === "never");
  });

  test.each([
    { user: "busbar\nUser=root" },
    { group: "busbar\nGroup=root" },
    { onFailure: "other.service\nUser=root" },
    { folder: "/srv/a\nb" },
    { config: "/srv/a\rb/busbar.yaml" },
    { writes: ["/srv/busbar", "/srv/out\nExecStartPre=/usr/bin/true"] },
    { credentials: ["key\nUser=root"] },
  ])("takes no name that would be a setting of its own: %j", (named) => {
    expect(() => unitText({ ...unit, ...named })).toThrow(/a unit cannot have/);
  });

  test("keeps out of homes and shared temporary folders unless the installation is there", () => {
    const closed = unitText(unit);
    expect([settingOf(closed, "ProtectHome"), settingOf(closed, "PrivateTmp")]).toEqual([
      "yes",
      "yes",
    ]);
    const open = unitText({ ...unit, folder: "/home/ops/busbar", writes: ["/var/tmp/in"] });
    expect([settingOf(open, "ProtectHome"), settingOf(open, "PrivateTmp")]).toEqual([
      "read-only",
      "no",
    ]);
  });

  test.runIf(hasAnalyze)(
    "is one that systemd understands, whatever the paths, and exposes little",
    () => {
      const path = join(folder, "busbar.service");
      const odd = `${folder}/a b/100%/"q"/$HOME`;
      for (const writes of [["/srv/busbar"], [odd]]) {
        writeFileSync(
          path,
          unitText({ ...unit, writes, config: `${odd}/busbar.yaml`, folder: "/srv" }),
        );
        const { stderr, status } = spawnSync("systemd-analyze", ["verify", path], {
          encoding: "utf8",
        });
        expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
      }
      writeFileSync(path, unitText(unit));
      execFileSync("systemd-analyze", ["security", "--offline=true", "--threshold=20", path]);
    },
  );
});

describe("the unit file", () => {
  test("is written for all to read, replaced when Busbar wrote it, and removed", () => {
    const path = join(folder, "busbar.service");
    const text = unitText(unit);
    expect(writeUnitFile(path, text)).toBe("absent");
    expect(statSync(path).mode & 0o777).toBe(0o644);
    expect(unitFileState(path, text)).toBe("current");
    const other = unitText({ ...unit, user: "ops" });
    expect(writeUnitFile(path, other)).toBe("outdated");
    expect(readFileSync(path, "utf8")).toBe(other);
    expect(removeUnitFile(path)).toBe(true);
    expect(removeUnitFile(path)).toBe(false);
  });

  test("of somebody else, or behind a link, is left alone", () => {
    const path = join(folder, "busbar.service");
    writeFileSync(path, "[Service]\n");
    expect(() => writeUnitFile(path, unitText(unit))).toThrow(/was not written by Busbar/);
    expect(() => removeUnitFile(path)).toThrow(/was not written by Busbar/);
    const link = join(folder, "link.service");
    symlinkSync(path, link);
    expect(() => writeUnitFile(link, unitText(unit))).toThrow();
    expect(readFileSync(path, "utf8")).toBe("[Service]\n");
  });
});

test("folders in others are left out", () => {
  expect(outermost(["/b/c", "/a", "/b", "/b-c", "/a"])).toEqual(["/a", "/b", "/b-c"]);
});

describe("folders that the unit may write in", () => {
  const writable = (channels: Record<string, object>) => {
    const file = join(folder, "busbar.yaml");
    writeFileSync(file, JSON.stringify({ store: "var/busbar.db", channels }));
    return writableFolders(loadConfig(file));
  };

  test("are the one that files are renamed in, with its inbox, work folder and archive", () => {
    const inbox = { path: "drop/inbox", archive: "drop/archive" };
    expect(writable({ inbox })).toEqual([folder]);
    expect(writable({ inbox: { ...inbox, work: "drop/work", quarantine: "drop/bad" } })).toEqual([
      join(folder, "drop"),
      join(folder, "var"),
    ]);
  });

  test("have folders for temporary names with those of final ones", () => {
    const market = {
      direction: "out",
      path: "market/out/{flow}",
      temporary: "../../temp/{random}",
    };
    expect(writable({ market })).toEqual([join(folder, "market"), join(folder, "var")]);
  });

  test("are all folders where those have only / in common, and the unit is as strict as that allows", () => {
    const writes = writable({ inbox: { path: "/data/in", archive: "/data/archive" } });
    expect(writes).toEqual(["/"]);
    const text = unitText({ ...unit, writes });
    expect(
      ["ProtectSystem", "ReadWritePaths", "ProtectHome"].map((n) => settingOf(text, n)),
    ).toEqual(["full", undefined, "no"]);
    expect(settingOf(unitText(unit), "ProtectSystem")).toBe("strict");
    expect(settingOf(unitText(unit), "ReadWritePaths")).toBe("-/srv/busbar");
  });
});
