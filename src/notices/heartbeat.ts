import { sendHttp } from "../channels/http/http-request.ts";
import type { NoticeSettings } from "../config/notices/notice-settings.ts";
import type { Log } from "../runtime/log.ts";
import { Loop, type LoopContext, type RoundContext } from "../runtime/loop.ts";
import type { TurnWatch } from "../runtime/turn-watch.ts";

const answerMs = 10_000;

/** What calling the heartbeat address works with. */
export interface HeartbeatContext extends Pick<LoopContext, "clock" | "timer"> {
  readonly log: Log;
  /** Tells whether the daemon's loops turn. */
  readonly watched: Pick<TurnWatch, "hanging">;
}

/**
 * Calls an address again and again as long as the loops turn, for a service that raises an alarm when nobody
 * calls: that alarm depends on nothing here. What is wrong with a call is logged once, and it is called again.
 */
export function heartbeatLoop(
  { url, private: allowsPrivate, everyMs }: NonNullable<NoticeSettings["heartbeat"]>,
  context: HeartbeatContext,
): Loop {
  let told: string | null = null;
  const round = async ({ signal }: RoundContext) => {
    if (context.watched.hanging().length > 0) return null;
    const wanted = { url, method: "GET", headers: {}, body: null, allowsPrivate } as const;
    const end = await sendHttp({ ...wanted, timeoutMs: answerMs, signal });
    // One that was broken off since the daemon stops is no trouble.
    const reason = signal.aborted ? null : whyNot(end);
    if (reason !== null && reason !== told)
      context.log.warn(
        { event: "heartbeat-not-sent", reason },
        `the heartbeat address cannot be called: ${reason}`,
      );
    told = reason;
    return { inMs: everyMs, notBeforeMs: everyMs };
  };
  return new Loop({ name: "calling the heartbeat address", everyMs, round }, context);
}

function whyNot(end: Awaited<ReturnType<typeof sendHttp>>): string | null {
  if (end.end === "unreachable") return end.message;
  return end.status >= 200 && end.status < 300 ? null : `HTTP ${end.status}`;
}
