import { setTimeout as delay } from "node:timers/promises";
import type { HttpContext, HttpRouter } from "../../http/context.ts";
import { OpenReaders } from "../../http/feed/open-readers.ts";

/** Where pages hear that something changed. */
export const livePath = "/live";

/** How often it is looked whether something was recorded, in milliseconds: pages are asked for anew no more often. */
const lookMs = 5_000;
/** Pages are asked for anew after so long in any case: not all that they show is an event. */
const anyhowMs = 15_000;

/**
 * Adds the stream that tells open pages that something changed, and never what: they ask for themselves anew, as
 * whoever looks at them.
 */
export function addLive(router: HttpRouter, { installation, stop }: HttpContext): void {
  const readers = new OpenReaders();
  router.get(livePath, (c) => {
    const gone = AbortSignal.any([c.req.raw.signal, stop]);
    const closed = readers.add(c.get("who").name, gone);
    const left = new AbortController();
    const signal = AbortSignal.any([gone, left.signal]);
    const { feed } = installation.store;
    const lines = changes(async () => JSON.stringify(await feed.last()), signal);
    const bytes = new TextEncoder();
    const body = new ReadableStream<Uint8Array>({
      pull: async (reader) => {
        const { done, value } = await lines.next();
        if (done !== true) return reader.enqueue(bytes.encode(value));
        closed();
        reader.close();
      },
      cancel: () => {
        left.abort();
        closed();
      },
    });
    return c.body(body, 200, { "Content-Type": "text/event-stream", "X-Accel-Buffering": "no" });
  });
}

async function* changes(place: () => Promise<string>, signal: AbortSignal): AsyncGenerator<string> {
  yield "retry: 5000\n\n";
  let known = await place();
  let toldAt = performance.now();
  while (!signal.aborted) {
    await delay(lookMs, undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    const now = await place();
    if (now === known && performance.now() - toldAt < anyhowMs) continue;
    known = now;
    toldAt = performance.now();
    yield "event: changed\ndata: \n\n";
  }
}
