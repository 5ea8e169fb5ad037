import type pg from "pg";

/** A transaction while its body runs. */
export interface RunningTransaction {
  readonly client: pg.PoolClient;
  /** What is to be written before its next statement, in this order. */
  readonly deferred: Set<() => Promise<void>>;
  isWritingDeferred: boolean;
}

/** A transaction that has begun. */
export function begun(client: pg.PoolClient): RunningTransaction {
  return { client, deferred: new Set(), isWritingDeferred: false };
}

/** Whether something was deferred that is to be written before the next statement. */
export function hasDeferred({ deferred, isWritingDeferred }: RunningTransaction): boolean {
  return !isWritingDeferred && deferred.size > 0;
}

/** Writes what was deferred, in its order. */
export async function writeDeferred(running: RunningTransaction): Promise<void> {
  if (!hasDeferred(running)) return;
  const { deferred } = running;
  running.isWritingDeferred = true;
  for (const write of deferred) {
    deferred.delete(write);
    await write();
  }
  running.isWritingDeferred = false;
}
