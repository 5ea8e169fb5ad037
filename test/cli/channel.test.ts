import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { mainFile } from "../built.ts";
import { type Sshd, startBareSshd } from "../channels/sftp/bare-sshd.ts";
import { goodFile } from "../promises/flow-files.ts";
import { mayMount, SmallDisk } from "../store/sqlite/small-disk.ts";
import { makePlace } from "./busbar.ts";

const place = makePlace();
let sshd: Sshd;

/** Writes a configuration with a channel to the server; `more` are lines of its settings. */
function configure(more: readonly string[] = [], pinned = true): void {
  const { host, port, user } = sshd.server;
  const lines = [
    "kind: sftp",
    "direction: in",
    `host: ${host}`,
    `port: ${port}`,
    `user: ${user}`,
    ...(pinned ? [`hostKey: ${sshd.fingerprint}`] : []),
    `key: { file: ${join(sshd.base, "user")} }`,
    `folder: ${sshd.folder}`,
    "poll: 10m",
    "steady: 100ms",
    ...more,
  ];
  const inbox = "  inbox: { path: inbox }\n";
  const text = `log: silent\nchannels:\n${inbox}  partner:\n${lines.map((line) => `    ${line}\n`).join("")}`;
  writeFileSync(join(place.folder, "busbar.yaml"), text);
}

beforeAll(async () => {
  sshd = await startBareSshd();
  for (const name of ["inbox", "var"]) mkdirSync(join(place.folder, name), { recursive: true });
});

afterAll(async () => {
  await sshd.stop();
  place.remove();
});

describe("busbar channel trust", () => {
  it("shows the key of a server that is not pinned yet, and says when one is", async () => {
    configure(["taken: delete"], false);
    const { code, stdout } = await place.busbar("channel", "trust", "partner");
    expect(code).toBe(0);
    expect(stdout).toContain(`ssh-ed25519 ${sshd.fingerprint}`);
    expect(stdout).toContain(`hostKey: ${sshd.fingerprint}`);
    configure(["taken: delete"]);
    expect((await place.busbar("channel", "trust", "partner")).stdout).toContain("(pinned)");
    const unknown = await place.busbar("channel", "trust", "inbox");
    expect(unknown).toMatchObject({ code: 2 });
  });

  it("complains of a name that no channel has, whatever is missing of other channels", async () => {
    configure(["taken: delete"], false);
    const unknown = await place.busbar("channel", "trust", "nosuch");
    expect(unknown.code).toBe(2);
    expect(unknown.stderr).toContain("there is no channel nosuch");
  });

  it("warns when another key than the server's is pinned, of a channel that files leave by too", async () => {
    const other = `SHA256:${"A".repeat(43)}`;
    const { host, port, user } = sshd.server;
    const server = `kind: sftp, host: ${host}, port: ${port}, user: ${user}, hostKey: "${other}"`;
    const key = `key: { file: ${join(sshd.base, "user")} }`;
    writeFileSync(
      join(place.folder, "busbar.yaml"),
      `log: silent\nchannels:\n  away: { ${server}, ${key}, direction: out, path: /in }\n`,
    );
    const { code, stdout } = await place.busbar("channel", "trust", "away");
    expect(code).toBe(1);
    expect(stdout).toContain(`ssh-ed25519 ${sshd.fingerprint}\n`);
    expect(stdout).toContain("pins another key");
    expect(stdout).toContain(other);
    expect(stdout).not.toContain("write into the channel's settings");
  });
});

describe("busbar channel check", () => {
  it("tries everything in every folder concerned, and leaves nothing behind", async () => {
    const [done, taking] = ["done", "taking"].map(sshd.makeFolder);
    configure([`taken: { move: ${done} }`, `claim: ${taking}`]);
    writeFileSync(join(sshd.folder, goodFile(1).name), goodFile(1).bytes);
    const checks = await place.json("channel", "check", "partner");
    expect(checks.map(({ where, what, outcome }) => [where, what, outcome])).toEqual([
      [`127.0.0.1:${sshd.port}`, "connect", "works"],
      [sshd.folder, "list", "works"],
      [sshd.folder, "read", "works"],
      [taking, "list", "works"],
      [done, "list", "works"],
      [sshd.folder, "write", "works"],
      [taking, "rename", "works"],
      [done, "rename", "works"],
      [done, "delete", "works"],
      [join(place.folder, "quarantine"), "write", "works"],
      [join(place.folder, "quarantine"), "rename", "works"],
      [join(place.folder, "quarantine"), "delete", "works"],
    ]);
    expect(readdirSync(sshd.folder)).toEqual([goodFile(1).name]);
    const people = await place.busbar("channel", "check", "partner");
    expect(people).toMatchObject({ code: 0 });
    expect(people.stdout).toContain("The channel can do all that it has to.");
  });

  it("says what failed and how to fix it", async () => {
    configure(["taken: delete"]);
    chmodSync(sshd.folder, 0o555);
    const { code, stdout } = await place.busbar("channel", "check", "partner");
    chmodSync(sshd.folder, 0o755);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /write +FAILS +.*permission denied; ask the partner for the right to write/,
    );
    expect(stdout).toMatch(/delete +- +no file of ours could be written/);
    expect(stdout).toContain("1 of ");
  });

  it.skipIf(!mayMount())("notices a full disk at the server", async () => {
    using disk = new SmallDisk(64);
    chmodSync(disk.path, 0o777);
    expect(() => writeFileSync(join(disk.path, "filler"), Buffer.alloc(1 << 20))).toThrow();
    configure(["taken: delete"]);
    const text = sshd.folder;
    const config = join(place.folder, "busbar.yaml");
    writeFileSync(
      config,
      readFileSync(config, "utf8").replace(`folder: ${text}`, `folder: ${disk.path}`),
    );
    const { code, stdout } = await place.busbar("channel", "check", "partner");
    expect(code).toBe(1);
    expect(stdout).toMatch(/write +FAILS +/);
  });

  it("needs no more than listing and reading where files stay", async () => {
    configure(["taken: keep"]);
    chmodSync(sshd.folder, 0o555);
    const { code, stdout } = await place.busbar("channel", "check", "partner");
    chmodSync(sshd.folder, 0o755);
    expect(stdout).toContain("not needed");
    expect(code).toBe(0);
  });

  it("tries folders of this machine as well", async () => {
    configure(["taken: delete"]);
    const checks = await place.json("channel", "check", "inbox");
    expect(checks.every(({ outcome }) => outcome !== "fails")).toBe(true);
    expect(checks.map(({ what }) => what)).toContain("rename");
    expect(readdirSync(join(place.folder, "inbox"))).toEqual([]);
    expect(await place.busbar("channel", "check", "partnr")).toMatchObject({
      code: 2,
      stderr: "busbar: there is no channel partnr; there are inbox, partner\n",
    });
  });
});

/** Starts a daemon; gives how to stop it. */
async function start(): Promise<() => Promise<void>> {
  const daemon = spawn(process.execPath, [mainFile, "run"], { cwd: place.folder, stdio: "pipe" });
  await once(daemon.stderr, "data");
  while (!(await place.busbar("status")).stdout.includes("The daemon runs")) await setTimeout(20);
  return async () => {
    daemon.kill("SIGTERM");
    await once(daemon, "close");
  };
}

describe("busbar channel list, show, poll, hold and release", () => {
  it("tell and steer a running daemon, and a hold outlives it", async () => {
    configure(["taken: delete"]);
    const lies = () => readdirSync(sshd.folder);
    writeFileSync(join(sshd.folder, goodFile(1).name), goodFile(1).bytes);
    let stop = await start();
    try {
      while (lies().length > 0) await setTimeout(50);
      const held = await place.busbar(
        "channel",
        "hold",
        "partner",
        "--reason",
        "their server moves",
      );
      expect(held).toMatchObject({ code: 0 });
      await stop();
      stop = await start();
      writeFileSync(join(sshd.folder, goodFile(2).name), goodFile(2).bytes);
      const asked = await place.busbar("channel", "poll", "partner");
      expect(asked).toMatchObject({ code: 1 });
      expect(asked.stdout).toContain("partner: on-hold");
      expect((await place.busbar("channel", "show", "partner")).stdout).toContain(
        "their server moves",
      );
      expect(lies()).toHaveLength(1);
      expect(
        await place.busbar("channel", "release", "partner", "--reason", "it moved"),
      ).toMatchObject({ code: 0 });
      const polled = await place.busbar("channel", "poll", "partner");
      expect(polled.stdout).toContain("partner: watching, last listed");
      expect(polled).toMatchObject({ code: 0 });
      while (lies().length > 0) await setTimeout(50);
      const shown = await place.busbar("channel", "show", "partner");
      expect(shown.stdout).toContain(`host key: ssh-ed25519 ${sshd.fingerprint}`);
      expect(shown.stdout).toContain("it can flush a file to its disk");
      const listed = await place.busbar("channel", "list");
      expect(listed.stdout).toMatch(/partner +sftp +in +watching/);
      const [status] = await place.json("status");
      expect(status?.["channels"]).toMatchObject([
        { name: "inbox" },
        { name: "partner", state: "watching" },
      ]);
    } finally {
      await stop();
    }
    expect(await place.busbar("channel", "poll", "partner")).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("the daemon is not running"),
    });
  });
});

describe("busbar channel poll of a channel that files leave by", () => {
  it("tries its link now, and tells what it found", async () => {
    configure();
    const config = join(place.folder, "busbar.yaml");
    const inbound = readFileSync(config, "utf8");
    const outbound = inbound
      .replace("direction: in", "direction: out")
      .replace("    poll: 10m\n    steady: 100ms\n", "")
      .replace(/^ {4}folder: /m, "    path: ");
    writeFileSync(config, outbound);
    const stop = await start();
    try {
      expect(await place.busbar("channel", "poll", "partner")).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/^ {2}partner: working, tried (just now|\d+ s ago), /),
      });
      await sshd.stop();
      const down = await place.busbar("channel", "poll", "partner");
      expect(down).toMatchObject({
        code: 1,
        stderr: expect.stringContaining("partner does not work yet"),
      });
      expect(down.stdout).toMatch(/partner: waiting, tried .*cannot be reached/s);
      expect((await place.busbar("stuck")).stdout).toContain("partner is waiting: Channel");
      await sshd.start();
      expect(await place.busbar("channel", "poll", "partner")).toMatchObject({ code: 0 });
    } finally {
      await stop();
    }
  });
});
