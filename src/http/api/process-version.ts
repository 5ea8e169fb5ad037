import type { Store } from "../../store/port/store.ts";

/** What is another one whenever something happened on a process: how many events it has, and the newest of them. */
export async function processVersion(
  { events }: Pick<Store, "events">,
  { type, key }: { readonly type: string; readonly key: string },
): Promise<string> {
  const all = await events.ofProcess({ processType: type, key });
  const newest = all.reduce((most, { seq }) => Math.max(most, seq), 0);
  return `${all.length}-${newest}`;
}
