import { z } from "zod";
import { clockBehind, sayClockBehind } from "../../../core/event/clock-behind.ts";
import { utcTime, utcTimeOrNull } from "../../../core/text/utc-time.ts";
import { count, moment } from "../parts.ts";

/**
 * How the daemon is. `answers` is false where it holds the store and its last heartbeat is too old;
 * `daemons`: all that share a store in a database, with the channels that each has, of which the first is given above.
 * `replaced` names a file of the store that was taken away or replaced while it runs.
 */
export const daemonView = z.strictObject({
  running: z.boolean(),
  answers: z.boolean().optional(),
  pid: z.int().nullable().optional(),
  startedAt: moment.optional(),
  replaced: z.string().nullable().optional(),
  lastSaidAt: moment.nullable().optional(),
  daemons: z
    .array(
      z.strictObject({
        host: z.string(),
        pid: z.int(),
        startedAt: moment,
        channels: z.array(z.string()),
      }),
    )
    .optional(),
});

/** How the daemon is, as views give it. */
export type DaemonView = z.infer<typeof daemonView>;

/** What a look at the daemon finds, as far as programs hear of it; moments are milliseconds since 1970. */
export type SeenDaemon =
  | {
      readonly is: "running";
      readonly status: {
        readonly pid: number;
        readonly startedAt: number;
        readonly replaced: string | null;
      };
      readonly daemons?: readonly {
        readonly host: string;
        readonly pid: number;
        readonly startedAt: number;
        readonly channels: readonly string[];
      }[];
    }
  | {
      readonly is: "silent";
      readonly pid: number | null;
      readonly last: { readonly writtenAt: number } | null;
    }
  | { readonly is: "died"; readonly last: { readonly writtenAt: number } }
  | { readonly is: "stopped" };

/** How the daemon is, for programs. */
export function viewDaemon(look: SeenDaemon): DaemonView {
  switch (look.is) {
    case "running": {
      const { pid, startedAt, replaced } = look.status;
      return {
        running: true,
        answers: true,
        pid,
        startedAt: utcTime(startedAt),
        replaced,
        ...(look.daemons && {
          daemons: look.daemons.map(({ host, pid, startedAt, channels }) => ({
            host,
            pid,
            startedAt: utcTime(startedAt),
            channels: [...channels],
          })),
        }),
      };
    }
    case "silent": {
      const lastSaidAt = utcTimeOrNull(look.last?.writtenAt);
      return { running: true, answers: false, pid: look.pid, lastSaidAt };
    }
    case "died":
      return { running: false, lastSaidAt: utcTime(look.last.writtenAt) };
    default:
      return { running: false };
  }
}

/** That the computer's clock is behind what was recorded: new actions are due by it. */
export const clockView = z.strictObject({
  behindMs: count,
  lastRecordedAt: moment,
  problem: z.string(),
});

/** The clock for programs; null when it is not behind. `now`: milliseconds since 1970. */
export function viewClock(lastRecordedAt: number, now: number): z.infer<typeof clockView> | null {
  const behindMs = clockBehind(lastRecordedAt, now);
  if (behindMs === null) return null;
  const problem = sayClockBehind(lastRecordedAt, behindMs, utcTime);
  return { behindMs, lastRecordedAt: utcTime(lastRecordedAt), problem };
}
