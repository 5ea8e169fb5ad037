import type { HttpSettings } from "../../config/http-settings.ts";
import type { Beside } from "../../daemon/companion.ts";
import { LogInLimit } from "../access/log-in-limit.ts";
import { storeAccess } from "../access/store-access.ts";
import { logFaults } from "../answer-errors.ts";
import type { HttpContext } from "../context.ts";
import { Jobs } from "../jobs/jobs.ts";
import { faceAt } from "../reads/face-at.ts";
import { ReadQueue } from "../reads/read-queue.ts";
import type { FacePlace } from "../reads/reader-messages.ts";

/** What answers beside a daemon work with. */
export async function makeContext(
  { installation, log, turns, metrics }: Beside,
  settings: HttpSettings,
  places: readonly FacePlace[],
  stop: AbortSignal,
): Promise<HttpContext> {
  const { store, clock, config } = installation;
  return {
    settings,
    installation,
    access: storeAccess(store.access, clock),
    log,
    limit: new LogInLimit(clock),
    jobs: new Jobs(() => clock.wall()),
    meter: metrics.meter,
    daemon: { hanging: () => turns.hanging(), metrics: () => metrics.text() },
    reads: new ReadQueue({ config, faces: places, onFault: logFaults(log) }),
    stop,
    faces: await Promise.all(places.map(faceAt)),
  };
}
