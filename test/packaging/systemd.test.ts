import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../built.ts";
import { type Sshd, startBareSshd } from "../channels/sftp/bare-sshd.ts";
import { goodFile } from "../promises/flow-files.ts";
import { until } from "../promises/workplace.ts";

const hasSystemd =
  process.getuid?.() === 0 &&
  spawnSync("unshare", ["--version"]).status === 0 &&
  spawnSync("/usr/lib/systemd/systemd", ["--version"]).status === 0;

/** Folder of the installation, which systemd's namespaces have as /srv/busbar. */
let place: string;
let manager: ChildProcess;
let sshd: Sshd;
let alarm: Server;
const alarms: string[] = [];

/** Runs a command in the namespaces, as root, in the installation's folder; gives what it printed and how it ended. */
function inside(...words: string[]) {
  const [child] = readFileSync(`/proc/${manager.pid}/task/${manager.pid}/children`, "utf8").split(
    " ",
  );
  const { status, stdout, stderr } = spawnSync(
    "nsenter",
    ["-t", `${child}`, "-m", "-p", "-u", "-i", "-C", "--wdns=/srv/busbar", ...words],
    { encoding: "utf8", timeout: 60_000 },
  );
  return { status, said: `${stdout}${stderr}` };
}

/** Runs one that must succeed. */
function done(...words: string[]): void {
  const { status, said } = inside(...words);
  if (status !== 0) throw new Error(`${words.join(" ")} ended with ${status}: ${said}`);
}

const busbar = (...words: string[]) =>
  inside("runuser", "-u", "busbar", "--", "/opt/busbar/bin/busbar", ...words);
const unitIs = (name: string) =>
  inside("systemctl", "show", "busbar", "--value", "--property", name).said.trim();
const files = (state: string) =>
  busbar("file", "list", "--state", state, "--json")
    .said.split("\n")
    .filter((line) => line.includes('"name"')).length;

function configure(more: object = {}): void {
  const settings = {
    channels: {
      inbox: { path: "inbox", steady: "50ms", poll: "1s" },
      partner: {
        ...{
          kind: "sftp",
          direction: "in",
          host: "127.0.0.1",
          port: sshd.port,
          user: sshd.server.user,
        },
        ...{ hostKey: sshd.fingerprint, key: { credential: "partner-key" }, folder: sshd.folder },
        ...{ steady: "50ms", poll: "1s", taken: "delete" },
      },
    },
    notices: {
      contacts: {
        ops: {
          webhook: {
            private: true,
            url: `http://127.0.0.1:${(alarm.address() as AddressInfo).port}/`,
          },
        },
      },
    },
    http: false,
    ...more,
  };
  writeFileSync(join(place, "busbar.yaml"), JSON.stringify(settings));
}

describe.runIf(process.env["BUSBAR_NIGHTLY"] !== undefined && hasSystemd)(
  "under systemd itself",
  () => {
    beforeAll(async () => {
      place = mkdtempSync(join(tmpdir(), "busbar-"));
      chmodSync(place, 0o755);
      sshd = await startBareSshd();
      alarm = createServer((request, response) => {
        request.setEncoding("utf8").on("data", (text) => alarms.push(text));
        request.on("end", () => response.end());
      }).listen(0, "127.0.0.1");
      await once(alarm, "listening");
      const spaces = ["fork", "pid", "mount", "uts", "ipc", "cgroup", "mount-proc", "kill-child"];
      manager = spawn(
        "unshare",
        [
          ...spaces.map((name) => `--${name}`),
          ...["--propagation", "private", "sh", resolve("test/packaging/own-systemd.sh")],
          ...[projectRoot, place],
        ],
        { stdio: "ignore" },
      );
      await until(
        "systemd runs",
        () => inside("systemctl", "is-system-running").said === "running\n",
      );
    });
    afterAll(async () => {
      manager.kill("SIGKILL");
      await sshd.stop();
      alarm.close();
      for (const folder of [place, sshd.base]) rmSync(folder, { recursive: true, force: true });
    });

    test("the guide's commands make a service that takes files of an inbox and of a partner", async () => {
      mkdirSync(join(place, "inbox"));
      configure();
      copyFileSync(join(sshd.base, "user"), join(place, "key"));
      execFileSync("chmod", ["600", join(place, "key")]);
      done(
        "useradd",
        "--system",
        "--home-dir",
        "/srv/busbar",
        "--shell",
        "/usr/sbin/nologin",
        "busbar",
      );
      done("chown", "-R", "busbar:", "/srv/busbar");
      done("install", "-m", "600", "/srv/busbar/key", "/etc/busbar/partner-key");
      done("/opt/busbar/bin/busbar", "service", "install", "--user", "busbar");
      done("systemctl", "start", "busbar");
      expect(unitIs("StatusText")).toMatch(/^takes files from 2 channels$/);

      const ours = goodFile(1);
      const theirs = goodFile(2);
      writeFileSync(join(place, "inbox", ours.name), ours.bytes);
      writeFileSync(join(sshd.folder, theirs.name), theirs.bytes);
      await until("both are recorded", () => files("recorded") === 2);
      const [day] = readdirSync(join(place, "archive"));
      expect(readdirSync(join(place, "archive", `${day}`))).toEqual([ours.name]);
      expect(readdirSync(join(place, "inbox"))).toEqual([".busbar-owner"]);
      expect(inside("/opt/busbar/bin/busbar", "service", "status").said).toContain(
        "fits the configuration",
      );
    });

    test("is reloaded, and a wrong configuration is refused while it goes on", async () => {
      configure({ flows: { D0010: { codes: "strict" } } });
      done("systemctl", "reload", "busbar");
      configure({ flows: { D0010: { codes: "wrong" } } });
      inside("systemctl", "reload", "busbar");
      await until("it is refused", () =>
        inside("journalctl", "-u", "busbar").said.includes("reload-refused"),
      );
      await until("it goes on", () => unitIs("ActiveState") === "active", 20_000);
      configure();
    });

    test("is started again when it hangs, and takes up what is left", async () => {
      mkdirSync(join(place, "drop-in"));
      writeFileSync(
        join(place, "drop-in", "soon.conf"),
        "[Service]\nWatchdogSec=4\nRestartSec=100ms\n",
      );
      inside("cp", "-r", "/srv/busbar/drop-in", "/etc/systemd/system/busbar.service.d");
      inside("systemctl", "daemon-reload");
      done("systemctl", "restart", "busbar");
      const first = unitIs("MainPID");
      inside("kill", "-STOP", first);
      const { name, bytes } = goodFile(3);
      writeFileSync(join(place, "inbox", name), bytes);
      await until("systemd started it anew", () => !["0", first].includes(unitIs("MainPID")));
      await until("the file is recorded", () => files("recorded") === 3);
    });

    test("stops within 10 seconds", () => {
      const before = performance.now();
      done("systemctl", "stop", "busbar");
      expect(performance.now() - before).toBeLessThan(10_000);
      expect([unitIs("ExecMainStatus"), unitIs("Result")]).toEqual(["0", "success"]);
    });

    test("that cannot start for its configuration stays stopped, and people are notified", async () => {
      configure({ flows: { D0010: { codes: "wrong" } } });
      expect(inside("systemctl", "start", "busbar").status).not.toBe(0);
      expect([unitIs("ActiveState"), unitIs("ExecMainStatus")]).toEqual(["failed", "2"]);
      await until("the contact is told", () =>
        alarms.some((text) => text.includes("busbar.service")),
      );
    });
  },
);
