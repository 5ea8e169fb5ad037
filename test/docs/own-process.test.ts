import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { blocksOf, Desk, root } from "./guide.ts";

const blocks = blocksOf("docs/guides/own-process.md");

let desk: Desk;
beforeAll(() => {
  desk = new Desk();
  desk.layOut(blocks);
  installBusbar(desk.folder);
});
afterAll(() => desk.remove());

/** What `npm install` of Busbar's folder does, with the sources in place of what is built of them. */
function installBusbar(folder: string): void {
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
}, 60_000);

it("the guide's tests and commands give what it shows", () => {
  const said = desk.runAll(blocks, "ls outbox | grep -q .");
  expect(said).toMatch(/pass 2\b/);
  const shown = blocks.filter(({ language }) => language === "text").map(({ text }) => text.trim());
  for (const line of shown) expect(said.split(/\r?\n/)).toContain(line);
  expect(said).toContain("Parcel returned");
  expect(said).toMatch(/ done .* R-1 .*request refund/);
  expect(said).toMatch(/ skipped .* R-2 .*request refund/);
}, 60_000);
