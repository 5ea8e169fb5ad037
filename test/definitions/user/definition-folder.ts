import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Catalogue } from "../../../src/catalogue/definition.ts";
import { openCatalogue, shippedSettings } from "../../../src/definitions/open.ts";

/** A folder of definitions for one test. */
export interface DefinitionFolder {
  readonly path: string;
  write(name: string, text: string | Buffer): string;
  open(): Promise<Catalogue>;
  /** What is said about definitions that cannot be used, the folder's name left out. */
  complaint(): Promise<string>;
  remove(): void;
}

export function definitionFolder(): DefinitionFolder {
  const path = mkdtempSync(join(tmpdir(), "busbar-definitions-"));
  const open = () => openCatalogue({ ...shippedSettings, catalogues: [path] });
  return {
    path,
    open,
    write: (name, text) => {
      const file = join(path, name);
      writeFileSync(file, text);
      return file;
    },
    complaint: async () => {
      try {
        await open();
      } catch (error) {
        if (error instanceof Error && error.name === "CatalogueError")
          return error.message.replaceAll(`${path}/`, "");
        throw error;
      }
      return "";
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
