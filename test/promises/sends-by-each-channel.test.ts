import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type OutboundSftp, outboundDefaults } from "../../src/config/outbound-channel.ts";
import { sftpServerDefaults } from "../../src/config/sftp-server.ts";
import { readStatus, statusPath } from "../../src/daemon/status-file.ts";
import type { OutboundChannelStatus } from "../../src/engine/outbound/outbound-status.ts";
import { marketChannel, reading } from "../engine/outbound/readings.ts";
import { until, type Workplace, whileRunning, withStore, workplace } from "./workplace.ts";

let place: Workplace;
let out: string;

beforeEach(() => {
  const made = workplace();
  out = join(made.base, "out");
  mkdirSync(out);
  mkdirSync(join(made.base, "var"));
  const good = marketChannel({ name: "good", path: out, base: out, recipients: ["GOOD"] });
  const dead: OutboundSftp = {
    ...outboundDefaults,
    name: "dead",
    kind: "sftp",
    direction: "out",
    from: { role: "D", participant: "DCOL" },
    recipients: ["DEAD"],
    path: "/in",
    base: "/in",
    // Nobody listens there.
    server: {
      ...sftpServerDefaults,
      host: "127.0.0.1",
      port: 1,
      user: "busbar",
      hostKeys: ["SHA256:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU"],
      password: { env: "HOME" },
    },
  };
  place = { ...made, config: { ...made.config, channels: [], outbound: [good, dead] } };
});
afterEach(() => place.remove());

const send = (from: number, to: number) =>
  withStore(place, async (store) => {
    for (let number = from; number < to; number += 1)
      for (const who of ["GOOD", "DEAD"])
        await store.send(`${who}:${number}`, reading(number, who));
  });

function status(name: string): OutboundChannelStatus | undefined {
  const said = readStatus(statusPath(place.config.store));
  return said?.outbound.find((channel) => channel.name === name);
}

describe("sends-by-each-channel: a channel that cannot be used stops only itself", () => {
  test("a dead partner's files wait, and the status says why; the others' leave", async () => {
    await send(0, 5);
    await whileRunning(place, async () => {
      await until("the good ones are there", () => readdirSync(out).length === 5);
      await until("the status says it", () => status("dead")?.state === "waiting");
      expect(status("dead")?.problem).toMatch(/Channel "dead": 127\.0\.0\.1:1 cannot be reached/);
      expect(status("dead")?.retryAt).toBeGreaterThan(0);
      await send(5, 8);
      await until("and those that came later", () => readdirSync(out).length === 8);
      await until("the status counts them", () => status("good")?.delivered === 8);
    });
    await withStore(place, async (store) => {
      const counts = await store.outboundCounts();
      expect(counts).toHaveLength(2);
      expect(counts).toContainEqual({ channel: "dead", state: "ready", files: 8 });
      expect(counts).toContainEqual({ channel: "good", state: "delivered", files: 8 });
      const [first] = await Array.fromAsync(store.outboundFiles({ channel: "dead" }));
      expect(first).toMatchObject({ attempts: 0, problem: null });
    });
  });

  test("a channel that a person holds keeps everything until it is released", async () => {
    const scope = { stage: "outbound", channel: "good", type: null, name: null } as const;
    await withStore(place, (store) => store.hold(scope, "ann", "they are closed"));
    await send(0, 3);
    await whileRunning(place, async () => {
      await until("the status says it", () => status("good")?.state === "held");
      expect(status("good")?.problem).toBe("held by ann: they are closed");
      await setTimeout(300);
      expect(readdirSync(out)).toEqual([]);
      await withStore(place, (store) => store.release(scope, "ann", "they are open"));
      await until("all are there", () => readdirSync(out).length === 3);
    });
  });
});
