import { execFile } from "node:child_process";
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const launcher = fileURLToPath(new URL("../../bin/busbar", import.meta.url));

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "busbar launcher-"));
  mkdirSync(join(root, "app", "bin"), { recursive: true });
  copyFileSync(launcher, join(root, "app", "bin", "busbar"));
  put("app/dist/cli/main.js", "");
});
afterEach(() => rmSync(root, { recursive: true }));

function put(path: string, text: string): string {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

/** A Node of the version named that only tells how it was started, and whether in place of the shell. */
function fakeNode(path: string, version: string): string {
  const file = put(
    path,
    `#!/bin/sh
[ "$1" = --version ] && { echo ${version}; exit 0; }
while [ "\${1#-}" != "$1" ]; do shift; done
shift
echo "${version} $*"
echo "pid $$"
`,
  );
  chmodSync(file, 0o755);
  return file;
}

interface Started {
  readonly code: number;
  readonly lines: readonly string[];
  readonly stderr: string;
  readonly pid: number | undefined;
}

function start(
  words: readonly string[],
  environment: Record<string, string> = {},
  file = join(root, "app", "bin", "busbar"),
): Promise<Started> {
  const env = { PATH: `${join(root, "path")}:/usr/bin:/bin`, ...environment };
  return new Promise((resolve) => {
    const child = execFile(file, words, { env }, (error, stdout, stderr) => {
      const code = typeof error?.code === "number" ? error.code : 0;
      resolve({ code, lines: stdout.trim().split("\n"), stderr, pid: child.pid });
    });
  });
}

describe("bin/busbar", () => {
  it("takes the Node on the path, gives it every word, and is replaced by it", async () => {
    fakeNode("path/node", "v26.1.0");
    const { code, lines, pid } = await start(["file", "show", "a b"]);
    expect(code).toBe(0);
    expect(lines).toEqual(["v26.1.0 file show a b", `pid ${pid}`]);
  });

  it("prefers the Node installed with the packages, then $BUSBAR_NODE over all", async () => {
    fakeNode("path/node", "v26.1.0");
    fakeNode("app/node_modules/node/bin/node", "v26.2.0");
    expect((await start(["x"])).lines[0]).toBe("v26.2.0 x");
    const own = fakeNode("own/node", "v27.0.0");
    expect((await start(["x"], { BUSBAR_NODE: own })).lines[0]).toBe("v27.0.0 x");
  });

  it("finds itself through links", async () => {
    fakeNode("path/node", "v26.1.0");
    mkdirSync(join(root, "links"));
    symlinkSync("../app/bin/busbar", join(root, "links", "relative"));
    symlinkSync(join(root, "links", "relative"), join(root, "links", "busbar"));
    const { lines } = await start(["x"], {}, join(root, "links", "busbar"));
    expect(lines[0]).toBe("v26.1.0 x");
  });

  it("says nothing of users' modules that no package.json calls modules", async () => {
    put("app/dist/package.json", '{ "type": "module" }');
    put("app/dist/cli/main.js", `await import(process.argv[2]);`);
    put("own/package.json", "{}");
    const own = put("own/build.js", 'export const name = "own"; console.log(name);');
    const { lines, stderr } = await start([own], { BUSBAR_NODE: process.execPath });
    expect({ lines, stderr }).toEqual({ lines: ["own"], stderr: "" });
  });

  it("passes over an old Node for a good one", async () => {
    fakeNode("app/node_modules/node/bin/node", "v20.11.0");
    fakeNode("path/node", "v30.0.0");
    expect((await start(["x"])).lines[0]).toBe("v30.0.0 x");
  });

  it("says which version it needs when there is only an old one", async () => {
    fakeNode("path/node", "v20.11.0");
    const { code, stderr } = await start(["x"]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      "busbar: needs Node 26 or newer, and found v20.11.0; install one, or set $BUSBAR_NODE to its path\n",
    );
  });

  it("says so when $BUSBAR_NODE names an old one or none", async () => {
    fakeNode("path/node", "v26.1.0");
    const old = fakeNode("old", "v20.11.0");
    expect((await start(["x"], { BUSBAR_NODE: old })).stderr).toBe(
      `busbar: needs Node 26 or newer, but $BUSBAR_NODE (${old}) is v20.11.0; set it to a newer one or unset it\n`,
    );
    expect((await start(["x"], { BUSBAR_NODE: "/none" })).stderr).toMatch(/is no Node that runs/);
  });

  it("says how to build it when it is not built", async () => {
    fakeNode("path/node", "v26.1.0");
    rmSync(join(root, "app", "dist"), { recursive: true });
    const { code, stderr } = await start(["x"]);
    expect(code).toBe(2);
    expect(stderr).toBe(
      `busbar: it is not built yet; run 'npm ci && npm run build' in ${join(root, "app")}\n`,
    );
  });
});
