import { spawnSync } from "node:child_process";
import { chmodSync } from "node:fs";

/**
 * Closes a folder to writing until it is disposed of: by its permissions, or, since root passes those, by
 * making it immutable. Null where this disk knows no such thing.
 */
export function closeFolder(path: string): Disposable | null {
  const isRoot = process.getuid?.() === 0;
  const close = (isClosed: boolean) => {
    if (isRoot) return spawnSync("chattr", [isClosed ? "+i" : "-i", path]).status === 0;
    chmodSync(path, isClosed ? 0o555 : 0o755);
    return true;
  };
  return close(true) ? { [Symbol.dispose]: () => void close(false) } : null;
}

/**
 * Does something as a user who is not root; as the one that runs this where that is not root. Only what
 * opens and changes files goes by it: whether one may is still asked as root.
 */
export async function asNobody<T>(work: () => Promise<T>): Promise<T> {
  if (process.getuid?.() !== 0) return await work();
  process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    process.seteuid?.(0);
  }
}
