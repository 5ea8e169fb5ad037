/** Writes the types of every flow of the shipped catalogue; what is no longer generated goes. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { typeFiles } from "../src/catalogue/describe/type-files.ts";
import { loadCatalogue } from "../src/definitions/load.ts";

const folder = fileURLToPath(new URL("../src/catalogue/generated", import.meta.url));
const files = typeFiles(loadCatalogue());

rmSync(folder, { recursive: true, force: true });
for (const [name, text] of files) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
process.stdout.write(`${files.size} files written to ${folder}\n`);
