import type { Context } from "hono";
import { lookAtDaemon } from "../../app/heartbeat/look-at-daemon.ts";
import { machineClock } from "../../runtime/clock.ts";
import { counted } from "../../runtime/counted.ts";
import { storeAt } from "../../store/open.ts";
import type { HttpContext, HttpEnv, HttpRouter } from "../context.ts";
import { HttpRefusal } from "../problem/problem.ts";
import { isLoopbackAddress } from "./client-address.ts";

/** Whether the daemon lives and works, for those who start and watch it; no word of what is in the store. */
export function healthRoutes(router: HttpRouter, context: HttpContext): void {
  router.get("/livez", (c) => {
    const hanging = context.daemon?.hanging() ?? [];
    if (hanging.length === 0) return c.json({ ok: true });
    return c.json({ ok: false, reasons: hanging.map((loop) => `${loop} does not turn`) }, 503);
  });
  router.get("/readyz", async (c) => {
    const reasons = await notReady(context);
    return c.json({ ok: reasons.length === 0, reasons }, reasons.length === 0 ? 200 : 503);
  });
  router.get("/metrics", async (c) => {
    if (!isLoopbackAddress(c.get("from"))) await needToken(c, context);
    const text = await context.daemon?.metrics();
    if (text === undefined)
      throw new HttpRefusal("NO_SUCH_ADDRESS", "No daemon runs that could be measured");
    return c.body(text, 200, { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" });
  });
}

/** Why work does not go on, in words that name no partner and no file. */
async function notReady({ installation, daemon }: HttpContext): Promise<readonly string[]> {
  const { store } = installation;
  const reasons = (daemon?.hanging() ?? []).map((loop) => `${loop} does not turn`);
  if (store.health.replaced() !== null) reasons.push("the store was replaced");
  try {
    await store.health.lastRecordedAt();
  } catch {
    reasons.push("the store cannot be read");
  }
  return [...reasons, ...(await channelTroubles(installation))];
}

/** How many channels take or send nothing, by their state; which ones, is answered elsewhere to those who may ask. */
async function channelTroubles({ config }: HttpContext["installation"]): Promise<string[]> {
  const look = await lookAtDaemon(storeAt(config.store), machineClock.wall());
  if (look.is !== "running") return [];
  const { channels, outbound } = look.status;
  const states = [...channels, ...outbound]
    .map(({ state }) => state)
    .filter((state) => state !== "watching" && state !== "working" && state !== "on-hold");
  return [...Map.groupBy(states, (state) => state)].map(
    ([state, those]) => `${counted(those.length, "channel")} ${state}`,
  );
}

async function needToken(c: Context<HttpEnv>, { access }: HttpContext): Promise<void> {
  const token = /^Bearer ([\w-]{1,200})$/i.exec(c.req.header("Authorization") ?? "")?.[1];
  const who = token === undefined ? null : await access.ofToken(token);
  if (who === null)
    throw new HttpRefusal("NOT_LOGGED_IN", "Metrics take a token from elsewhere than this machine");
}
