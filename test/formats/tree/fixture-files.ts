import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const fixtures = fileURLToPath(new URL("../../../fixtures", import.meta.url));

/** A fixture of a family of record trees. */
export interface FixtureFile {
  /** With its folder, e.g. `pool/wrong-count.txt`. */
  readonly name: string;
  readonly bytes: Buffer;
}

/** Every fixture of record trees. */
export const fixtureFiles: readonly FixtureFile[] = [
  "right",
  "wrong",
  "pool",
  "settlement",
  "uk-link",
  "rgma",
].flatMap((folder) =>
  readdirSync(join(fixtures, folder)).map((file) => ({
    name: `${folder}/${file}`,
    bytes: readFileSync(join(fixtures, folder, file)),
  })),
);

/** Those that are read without error. */
export const rightFiles = fixtureFiles.filter(({ name }) => !name.includes("wrong"));
