import { execFileSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
const guide = readFileSync(join(root, "docs/guides/own-process.md"), "utf8");

/** A fenced block: its language, a file's name where it is one, its text. */
const blocks = [...guide.matchAll(/^```(\w+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(
  ([, language = "", name = "", text = ""]) => ({ language, name, text }),
);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "busbar-guide-"));
  mkdirSync(join(folder, "bin"));
  const busbar = join(folder, "bin", "busbar");
  writeFileSync(busbar, `#!/bin/sh\nexec '${process.execPath}' '${root}/src/cli/main.ts' "$@"\n`);
  chmodSync(busbar, 0o755);
  for (const { name, text } of blocks) {
    if (name === "") continue;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  installBusbar();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What `npm install` of Busbar's folder does, with the sources in place of what is built of them. */
function installBusbar(): void {
  const installed = join(folder, "node_modules", "busbar");
  mkdirSync(installed, { recursive: true });
  symlinkSync(join(root, "src"), join(installed, "src"));
  const entry = (name: string) => `./src/api/${name}.ts`;
  const exports = { ".": entry("busbar"), "./testing": entry("testing") };
  writeFileSync(
    join(installed, "package.json"),
    JSON.stringify({ name: "busbar", type: "module", exports }),
  );
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
}

function run(script: string): string {
  const path = `${join(folder, "bin")}:${dirname(process.execPath)}:${process.env["PATH"]}`;
  return execFileSync("bash", ["-c", script], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, PATH: path, BUSBAR_CONFIG: "", NODE_OPTIONS: "" },
    timeout: 50_000,
  });
}

it("the guide's code compiles with the strictest settings", () => {
  const settings = JSON.parse(readFileSync(join(root, "tsconfig.json"), "utf8")) as {
    compilerOptions: object;
  };
  const options = { ...settings.compilerOptions, typeRoots: [join(root, "node_modules/@types")] };
  writeFileSync(
    join(folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: options, include: ["processes", "*.test.ts"] }),
  );
  expect(run(`'${join(root, "node_modules/.bin/tsc")}' --noEmit || true`)).toBe("");
}, 60_000);

it("the guide's tests and commands give what it shows", () => {
  const commands = blocks.filter(({ language }) => language === "sh").map(({ text }) => text);
  const script = [
    "set -e",
    "trap 'kill $! 2>/dev/null; wait' EXIT",
    ...commands.map((text) =>
      text
        .replace(/^busbar run &$/m, "busbar run >daemon.log 2>&1 &")
        // No longer than it takes: the guide's people wait by the clock.
        .replace(
          /^sleep \d+$/m,
          "for _ in $(seq 150); do ls outbox | grep -q . && break; sleep 0.1; done",
        ),
    ),
  ].join("\n");
  const said = run(script);
  expect(said).toMatch(/pass 2\b/);
  const shown = blocks.filter(({ language }) => language === "text").map(({ text }) => text.trim());
  for (const line of shown) expect(said.split(/\r?\n/)).toContain(line);
  expect(said).toContain("Parcel returned");
  expect(said).toMatch(/ done .* R-1 .*request refund/);
  expect(said).toMatch(/ skipped .* R-2 .*request refund/);
}, 60_000);
