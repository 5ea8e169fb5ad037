import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { smtpDefaults } from "../../src/config/channel/smtp-channel.ts";
import type { OutboundState } from "../../src/core/outbound/outbound.ts";
import { type MailServer, startMailServer } from "../channels/smtp/mail-server.ts";
import { startChild } from "./child-daemon.ts";
import { until, type Workplace, whileRunning, withStore, workplace } from "./workplace.ts";

const nightly = process.env["BUSBAR_NIGHTLY"] === "1";

let place: Workplace;
let server: MailServer;

beforeEach(async () => {
  server = await startMailServer();
  const made = workplace();
  mkdirSync(join(made.base, "var"));
  const post = {
    ...smtpDefaults,
    name: "post",
    kind: "smtp",
    direction: "out",
    host: "127.0.0.1",
    port: server.port,
    tls: "none",
    from: "orders@busbar.example",
    retry: { firstMs: 20, longestMs: 50, attempts: null },
  } as const;
  place = { ...made, config: { ...made.config, channels: [], mail: [post] } };
});

afterEach(() => place.remove());

async function send(first: number, count: number): Promise<void> {
  await withStore(place, async (store) => {
    for (let number = first; number < first + count; number += 1)
      await store.outboundMessages.send({
        identity: `mail:${number}`,
        outgoing: {
          kind: "email",
          to: `customer-${number}@example.com`,
          subject: "Your order",
          text: "It is on its way.",
        },
      });
  });
}

/** Lets a daemon that does not die finish what others left. */
async function finish(): Promise<void> {
  const isDone = () =>
    withStore(place, async (store) => {
      const counts = await store.outbound.counts();
      const open = counts.filter(({ state }) => state !== "delivered" && state !== "unknown");
      return open.length === 0 && (await store.queues.waiting()).length === 0;
    });
  // At night thousands are left when the last daemon has been killed.
  await whileRunning(place, () => until("all sent, or not to be told", isDone, 300_000));
}

/** Every e-mail reached the server once, or nobody can tell; gives of how many nobody can. */
async function expectOnce(count: number): Promise<number> {
  const reached = Map.groupBy(server.emails, ({ to }) => to.join());
  for (const emails of reached.values()) expect(emails).toHaveLength(1);
  const states = await withStore(place, async (store) => {
    const files = await Array.fromAsync(store.outbound.list());
    return files.map(({ folder, state }): [string, OutboundState] => [folder, state]);
  });
  expect(states).toHaveLength(count);
  for (const [to, state] of states) {
    if (state === "delivered") expect(reached.has(to)).toBe(true);
    else expect(state).toBe("unknown");
  }
  return states.filter(([, state]) => state === "unknown").length;
}

describe("mails-once: every e-mail is sent once, or unknown", () => {
  const daily = [
    ["mail-answered", 3, 1],
    ["mail-ended", 3, 0],
  ] as const;
  const others = [
    ["composed", 1, 0],
    ["mail-begun", 3, 1],
  ] as const;
  test.each([...daily, ...(nightly ? others : [])])(
    "the daemon is killed after %s, time %i",
    async (step, time, unknown) => {
      await send(0, 8);
      const { signal } = await startChild(place, [step, time]).ended;
      expect(signal).toBe("SIGKILL");
      await finish();
      expect(await expectOnce(8)).toBe(unknown);
    },
  );

  const moments = nightly ? 200 : 1;
  test(`the daemon is killed ${moments} times at random moments`, {
    timeout: 300_000 + moments * 10_000,
  }, async () => {
    for (let round = 0; round < moments; round += 1) {
      await send(round * 40, 40);
      const child = startChild(place);
      await child.ready;
      await setTimeout(Math.random() * 200);
      child.kill("SIGKILL");
      await child.ended;
    }
    await finish();
    expect(await expectOnce(moments * 40)).toBeLessThanOrEqual(moments);
  });
});
