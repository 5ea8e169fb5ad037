import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { strangers } from "./packed-files.ts";

const nightly = process.env["BUSBAR_NIGHTLY"] === "1";
const root = resolve(import.meta.dirname, "../..");

/** Programs that a machine without build tools has, as `bin/busbar`, npm and these commands need them. */
const programs = ["sh", "env", "dirname", "readlink", "ls", "id", "cat", "sleep", "grep"];
const buildTools = ["gcc", "cc", "make", "python3", "python", "git", "curl"];

/** A machine of its own as far as a user sees it: an empty home, and a path without anything that compiles. */
class CleanMachine {
  readonly folder = mkdtempSync(join(tmpdir(), "busbar-install-"));
  readonly #path = join(this.folder, "path");

  constructor() {
    for (const name of ["path", "home", "work"]) mkdirSync(join(this.folder, name));
    for (const name of programs) this.#link(name, this.#whereIs(name));
    this.#link("node", process.execPath);
    this.#link("npm", this.#whereIs("npm"));
  }

  run(command: string, ...words: string[]): { code: number; said: string } {
    const env = {
      PATH: `${this.#path}:${join(this.folder, "global/bin")}`,
      HOME: join(this.folder, "home"),
      npm_config_registry: execFileSync("npm", ["config", "get", "registry"], {
        encoding: "utf8",
      }).trim(),
      ...proxyOf(process.env),
    };
    const cwd = join(this.folder, "work");
    try {
      const stdout = execFileSync(command, words, {
        cwd,
        env,
        encoding: "utf8",
        stdio: "pipe",
        timeout: 300_000,
      });
      return { code: 0, said: stdout };
    } catch (error) {
      const { status, stdout, stderr } = error as {
        status: number;
        stdout: string;
        stderr: string;
      };
      return { code: status, said: `${stdout}${stderr}` };
    }
  }

  #link(name: string, target: string): void {
    symlinkSync(target, join(this.#path, name));
  }

  #whereIs(name: string): string {
    return execFileSync("sh", ["-c", `command -v ${name}`], { encoding: "utf8" }).trim();
  }
}

/** How this machine reaches the registry. */
function proxyOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  const names = /^(?:https?_proxy|no_proxy|node_extra_ca_certs|ssl_cert_file|ssl_cert_dir)$/i;
  return Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      names.test(name) && value !== undefined ? [[name, value]] : [],
    ),
  );
}

describe.runIf(nightly)(
  "the package, installed by npm without build tools and with an empty home",
  () => {
    let machine: CleanMachine;
    let home = "";
    const busbar = (...words: string[]) => machine.run("busbar", ...words);

    beforeAll(() => {
      machine = new CleanMachine();
      home = join(machine.folder, "global/lib/node_modules/busbar");
      execFileSync("npm", ["pack", "--pack-destination", machine.folder], {
        cwd: root,
        stdio: "pipe",
      });
      const [archive = ""] = readdirSync(machine.folder).filter((name) => name.endsWith(".tgz"));
      for (const tool of buildTools)
        expect(existsSync(join(machine.folder, "path", tool))).toBe(false);
      const installed = machine.run(
        "npm",
        "install",
        "--global",
        "--prefix",
        join(machine.folder, "global"),
        join(machine.folder, archive),
      );
      expect(installed).toMatchObject({ code: 0 });
    });
    afterAll(() => rmSync(machine.folder, { recursive: true, force: true }));

    test("holds no stranger, and brings no package that only development needs", () => {
      const files = readdirSync(home, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(home.length + 1))
        .filter((path) => !path.startsWith("node_modules/"));
      expect(strangers(files)).toEqual([]);
      const { devDependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
        devDependencies: Record<string, string>;
      };
      const brought = Object.keys(devDependencies).filter((name) =>
        existsSync(join(home, "node_modules", name)),
      );
      // ssh2 is what ssh2-sftp-client stands on.
      expect(brought).toEqual(["ssh2"]);
    });

    test("makes an installation, takes in a file and says how things are", () => {
      expect(busbar("init", ".")).toMatchObject({ code: 0 });
      const written = readFileSync(join(machine.folder, "work/busbar.yaml"), "utf8");
      const [, schema = ""] = /\$schema=(\S+)/.exec(written) ?? [];
      expect(existsSync(fileURLToPath(schema))).toBe(true);
      expect(existsSync(join(machine.folder, "global/share/man/man1/busbar.1"))).toBe(true);
      const file = join(root, "fixtures/right/D0010-five-meter-points.usr");
      expect(busbar("ingest", file).said).toContain("recorded: D0010, 5 messages, 5 events");
      expect(busbar("status").said).toContain("1 recorded");
      expect(busbar("doctor")).toMatchObject({ code: 0 });
      expect(busbar("explain", "GROUP_COUNT")).toMatchObject({ code: 0 });
      expect(busbar("flow", "show", "IF-036")).toMatchObject({ code: 0 });
    });

    test("runs the daemon until it is asked to stop", () => {
      const script =
        "busbar run >log 2>&1 & d=$!; until grep -q Ctrl-C log 2>/dev/null; do sleep 0.1; done; kill $d; wait $d";
      expect(machine.run("sh", "-c", script)).toMatchObject({ code: 0 });
    });

    test("gives modules of the user's own what they import by the name busbar", () => {
      const { folder } = machine;
      writeFileSync(
        join(folder, "work/own.mjs"),
        'import { defineProcess } from "busbar";\nconsole.log("found as a", typeof defineProcess);\nexport default [];\n',
      );
      const config = join(folder, "work/own.yaml");
      writeFileSync(config, "processes: [own.mjs]\nchannels: { inbox: { path: inbox } }\n");
      expect(busbar("config", "check", "--config", config)).toMatchObject({
        said: expect.stringContaining("found as a function"),
      });
    });

    test("says in words what to do where the library of SQLite does not fit the machine", () => {
      const library = join(home, "node_modules/better-sqlite3/prebuilds");
      renameSync(library, `${library}-away`);
      const { code, said } = busbar("status");
      renameSync(`${library}-away`, library);
      expect(code).toBe(2);
      expect(said).toMatch(
        /^busbar: SQLite cannot be loaded on this machine.*install Busbar again/,
      );
      expect(said).not.toContain("mistake in Busbar");
    });
  },
);
