import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A small disk in memory, for tests that fill one or make it read-only. */
export class SmallDisk implements Disposable {
  readonly path = mkdtempSync(join(tmpdir(), "busbar-disk-"));

  /** Throws where this user may not mount. */
  constructor(sizeKiB: number) {
    run("mount", "-t", "tmpfs", "-o", `size=${sizeKiB}k`, "tmpfs", this.path);
  }

  grow(sizeKiB: number): void {
    run("mount", "-o", `remount,size=${sizeKiB}k`, this.path);
  }

  makeReadOnly(): void {
    run("mount", "-o", "remount,ro", this.path);
  }

  [Symbol.dispose](): void {
    run("umount", this.path);
    rmSync(this.path, { recursive: true });
  }
}

/** Whether this user may mount: tests that need it are skipped where not. */
export function mayMount(): boolean {
  try {
    new SmallDisk(64)[Symbol.dispose]();
    return true;
  } catch {
    return false;
  }
}

function run(command: string, ...parameters: string[]): void {
  const { status, stderr, error } = spawnSync(command, parameters);
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
}
