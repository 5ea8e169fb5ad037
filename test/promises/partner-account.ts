import { createHash } from "node:crypto";
import { basename } from "node:path";
import { expect } from "vitest";
import type { SentFile } from "./flow-files.ts";
import type { PartnerPlace } from "./partner-place.ts";
import { filesUnder, withStore } from "./workplace.ts";

const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

/**
 * Expects every file that a partner sent to be recorded exactly once with its very bytes, each message
 * to be one event, refused files to lie in quarantine once, and nothing to be left half done.
 */
export async function expectRecordedOnce(
  place: PartnerPlace,
  sent: readonly SentFile[],
  events: number,
): Promise<void> {
  await withStore(place, async (store) => {
    const files = await Array.fromAsync(store.files.list());
    expect(files.map(({ hash }) => hash).toSorted()).toEqual(
      sent.map(({ bytes }) => hashOf(bytes)).toSorted(),
    );
    for (const file of files) expect(hashOf(await store.files.bytes(file.id))).toBe(file.hash);
    const found = await Array.fromAsync(store.events.list());
    expect(new Set(found.map(({ message }) => message)).size).toBe(found.length);
    expect(found.filter(({ message }) => message !== null)).toHaveLength(events);
    expect((await store.reports.counts()).unrouted).toBe(0);
    const refused = files.filter(({ state }) => state === "rejected");
    const copies = filesUnder(place.inbox.quarantine).filter((path) => !path.endsWith(".txt"));
    expect(copies.map((path) => basename(path)).toSorted()).toEqual(
      refused.map(({ id, name }) => `${id}-${name}`).toSorted(),
    );
  });
  const drafts = filesUnder(place.config.blobs).filter((path) => basename(path).startsWith("."));
  expect(drafts).toEqual([]);
}
