import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  type OutboundFolder,
  type OutboundSftp,
  outboundDefaults,
} from "../../src/config/channel/outbound-channel.ts";
import { sftpServerDefaults } from "../../src/config/channel/sftp-server.ts";
import type { OutboundChannelStatus } from "../../src/outbound/deliver/outbound-status.ts";
import { closeFolder } from "../channels/folder/closed-folder.ts";
import { marketChannel, reading } from "../outbound/readings.ts";
import { statusBeside } from "../status-beside.ts";
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
        await store.outboundMessages.send({
          identity: `${who}:${number}`,
          outgoing: reading(number, who),
        });
  });

/** The good channel tries again by itself only long after the test. */
function patient(wish: Partial<OutboundFolder>): void {
  const retry = { firstMs: 600_000, longestMs: 600_000, attempts: null };
  const [good, dead] = place.config.outbound;
  if (good?.kind !== "folder" || dead === undefined) throw new Error("other channels");
  const outbound = [{ ...good, retry, ...wish }, dead];
  place = { ...place, config: { ...place.config, outbound } };
}

function status(name: string): OutboundChannelStatus | undefined {
  const said = statusBeside(place.config.store);
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
      const counts = await store.outbound.counts();
      expect(counts).toHaveLength(2);
      expect(counts).toContainEqual({ channel: "dead", state: "ready", files: 8 });
      expect(counts).toContainEqual({ channel: "good", state: "delivered", files: 8 });
      const [first] = await Array.fromAsync(store.outbound.list({ channel: "dead" }));
      expect(first).toMatchObject({ attempts: 0, problem: null });
    });
  });

  test("a channel that a person holds keeps everything until it is released", async () => {
    const scope = { stage: "outbound", channel: "good", type: null, name: null } as const;
    await withStore(place, (store) =>
      store.holds.place({ scope, actor: "ann", reason: "they are closed" }),
    );
    await send(0, 3);
    await whileRunning(place, async () => {
      await until("the status says it", () => status("good")?.state === "on-hold");
      expect(status("good")?.problem).toBe("on hold by ann: they are closed");
      await setTimeout(300);
      expect(readdirSync(out)).toEqual([]);
      await withStore(place, (store) =>
        store.holds.release({ scope, actor: "ann", reason: "they are open" }),
      );
      await until("all are there", () => readdirSync(out).length === 3);
    });
  });

  test("one that nobody may write into waits and says why, and is tried at once when a person asks", async (context) => {
    patient({});
    await send(0, 1);
    using closed = closeFolder(out);
    if (closed === null) return context.skip();
    await whileRunning(place, async () => {
      await until("the status says it", () => status("good")?.state === "waiting");
      expect(status("good")?.problem).toMatch(
        /Nothing can be put into .* of channel "good": .*\. (Give that user the right|Take off what)/,
      );
      const before = status("good")?.triedAt ?? 0;
      await withStore(place, (store) => store.polls.request("good"));
      await until("it was tried again", () => (status("good")?.triedAt ?? 0) > before);
      expect(status("good")?.state).toBe("waiting");
      closed[Symbol.dispose]();
      await withStore(place, (store) => store.polls.request("good"));
      await until("it is there", () => readdirSync(out).length === 1);
      await until("the status says it", () => status("good")?.problem === null);
    });
  });

  test("one that cannot be used says so before there is anything to send", async () => {
    await whileRunning(place, async () => {
      await until("the dead one waits", () => status("dead")?.state === "waiting");
      expect(status("dead")?.problem).toMatch(/cannot be reached/);
      await until("the good one was looked at", () => status("good")?.triedAt !== null);
      expect(status("good")).toMatchObject({ state: "working", problem: null });
    });
  });

  test("one that works tells of a file that does not get through, and tries it when a person asks", async () => {
    patient({ path: join(out, "{toParticipant}") });
    const barred = join(out, "GOOD");
    writeFileSync(barred, "");
    await send(0, 1);
    await whileRunning(place, async () => {
      await until("the status tells of it", () => status("good")?.problem != null);
      expect(status("good")).toMatchObject({
        state: "working",
        problem: expect.stringMatching(/^Number \d waits for another try: A file is in the way/),
      });
      rmSync(barred);
      await withStore(place, (store) => store.polls.request("good"));
      await until("it is there", () => existsSync(barred) && readdirSync(barred).length === 1);
      await until("nothing is told of it", () => status("good")?.problem === null);
    });
  });
});
