import { afterAll, beforeAll, expect, test } from "vitest";
import { until } from "../promises/workplace.ts";
import { makePlace } from "./busbar.ts";
import { daemonsIn, stopped } from "./daemons.ts";

const place = makePlace();
beforeAll(async () => {
  await place.busbar("init");
});
afterAll(() => place.remove());
const daemons = daemonsIn(place);

test("`busbar run` says where it answers, reads in its own thread, logs in by a link, and ends in order", async () => {
  const daemon = await daemons.start();
  const spoken = () =>
    /The console answers at (http:\/\/127\.0\.0\.1:\d+)/.exec(daemon.said())?.[1];
  await until("it says where it answers", () => spoken() !== undefined);
  const address = spoken() ?? expect.fail();
  expect(await (await fetch(`${address}/livez`)).json()).toEqual({ ok: true });
  const { stdout } = await place.busbar("token", "add", "report");
  const headers = { Authorization: `Bearer ${stdout.trim()}` };
  const status = await fetch(`${address}/api/v1/status`, { headers });
  expect([status.status, await status.json()]).toEqual([
    200,
    expect.objectContaining({ events: 0, daemon: expect.objectContaining({ running: true }) }),
  ]);
  expect(await (await fetch(`${address}/metrics`)).text()).toContain("busbar_build_info");
  await until("the daemon's status has the address", async () => {
    const { code } = await place.busbar("user", "link");
    return code === 0;
  });
  const link = await place.busbar("user", "link", "--name", "ann");
  expect(link.stdout).toContain(`${address}/login?code=`);
  const code = new URL(link.stdout.trim()).searchParams.get("code");
  const session = await fetch(`${address}/api/v1/sessions`, {
    method: "POST",
    body: JSON.stringify({ code }),
  });
  expect(await session.json()).toEqual({ name: "ann", role: "admin", personal: false });
  const stream = await fetch(`${address}/api/v1/feed`, {
    headers: { ...headers, Accept: "text/event-stream" },
  });
  expect(stream.status).toBe(200);
  expect(await stopped(daemon.child, "SIGTERM")).toBe(0);
});
