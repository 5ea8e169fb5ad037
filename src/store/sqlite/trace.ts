import type { TraceStore } from "../../core/trace-store.ts";
import type { Connection } from "./connection.ts";

/** Following what led to what. */
export function trace(connection: Connection): TraceStore {
  const { db } = connection;
  const commandKey = db.prepare<[number], string>("SELECT key FROM commands WHERE id = ?").pluck();
  return {
    commandKey: (id) => connection.read(() => commandKey.get(id) ?? null),
  };
}
