import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { blocksOf, Desk, root } from "./guide.ts";

const blocks = blocksOf("docs/guides/own-process.md");

/** A program for each command; by day its code is compiled, and its commands are looked at by `guide-lines`. */
const nightly = process.env["BUSBAR_NIGHTLY"] === "1";

let desk: Desk;
beforeAll(() => {
  desk = new Desk();
  desk.layOut(blocks);
  layOutBusbar(desk.folder);
});
afterAll(() => desk.remove());

/**
 * Lays out a folder as Busbar lies in, with the sources in place of what is built of them, and an `npm`
 * that does what that of Node 20 was seen to do for `npm install FOLDER`: it links the folder.
 */
function layOutBusbar(folder: string): void {
  const busbar = join(folder, "opt", "busbar");
  const bin = join(busbar, "node_modules", ".bin");
  mkdirSync(bin, { recursive: true });
  symlinkSync(process.execPath, join(bin, "node"));
  symlinkSync(join(root, "src"), join(busbar, "src"));
  const entry = (name: string) => `./src/sdk/${name}.ts`;
  const exports = { ".": entry("busbar"), "./testing": entry("testing") };
  writeFileSync(
    join(busbar, "package.json"),
    JSON.stringify({ name: "busbar", type: "module", exports }),
  );
  const npm = join(folder, "bin", "npm");
  writeFileSync(
    npm,
    '#!/bin/sh\n[ "$1" = install ] && mkdir -p node_modules && ln -sfn "$2" node_modules/busbar\n',
  );
  chmodSync(npm, 0o755);
  desk.run('npm install "$PWD/opt/busbar"');
}

it("the guide's code compiles with the strictest settings", () => {
  const settings = JSON.parse(readFileSync(join(root, "tsconfig.json"), "utf8")) as {
    compilerOptions: object;
  };
  const options = { ...settings.compilerOptions, typeRoots: [join(root, "node_modules/@types")] };
  writeFileSync(
    join(desk.folder, "tsconfig.json"),
    JSON.stringify({ compilerOptions: options, include: ["processes", "*.test.ts"] }),
  );
  expect(desk.run(`'${join(root, "node_modules/.bin/tsc")}' --noEmit || true`)).toBe("");
});

it.runIf(nightly)("the guide's tests and commands give what it shows", () => {
  const said = desk.runAll(blocks, "ls outbox | grep -q .", {
    BUSBAR: join(desk.folder, "opt/busbar"),
  });
  expect(said).toMatch(/pass 2\b/);
  const shown = blocks.filter(({ language }) => language === "text").map(({ text }) => text.trim());
  for (const line of shown) expect(said.split(/\r?\n/)).toContain(line);
  expect(said).toContain("Parcel returned");
  expect(said).toMatch(/ done .* R-1 .*request refund/);
  expect(said).toMatch(/ skipped .* R-2 .*request refund/);
});
