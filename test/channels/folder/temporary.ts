import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type FolderChannel, folderDefaults } from "../../../src/config/channel/channel.ts";

/** A folder that is removed when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "busbar-unit-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder channel whose folders are there, below a temporary one. */
export function temporaryChannel(settings: Partial<FolderChannel> = {}): FolderChannel {
  const base = temporaryFolder();
  const folders = { path: `${base}/inbox`, work: `${base}/work`, archive: `${base}/archive` };
  for (const folder of Object.values(folders)) mkdirSync(folder);
  return {
    ...folderDefaults,
    ...folders,
    quarantine: `${base}/quarantine`,
    name: "inbox",
    kind: "folder",
    direction: "in",
    ...settings,
  };
}

const pipeMaker = "mkfifo";

/** Makes a named pipe, which no reader may wait for. */
export function makePipe(path: string): void {
  execFileSync(pipeMaker, [path]);
}
