import { describe, expect, it } from "vitest";
import type { FileEffect } from "../../../src/core/define/effect.ts";
import type { ComposedFile } from "../../../src/core/outbound/outbound.ts";
import type { Bench } from "../conformance.ts";
import { envelope, problem } from "../made-file.ts";

/** A message that is to be sent. */
export const message: FileEffect = {
  kind: "file",
  flow: "D0010",
  to: { role: "X", participant: "UPCO" },
  data: { mpanCore: "1200000000003" },
};

/** A file of the given messages, the next of its series unless the filter says otherwise. */
export function composed(number: number, filter: Partial<ComposedFile> = {}): ComposedFile {
  return {
    queue: 1,
    channel: "market",
    messages: [],
    messageCount: filter.messages?.length ?? 1,
    envelope: envelope(String(number)),
    given: { series: "X:SUPP>X:UPCO>D0010", number },
    folder: "/srv/out",
    name: `file-${number}`,
    temporary: ".busbar-0123456789abcdef01234567.part",
    bytes: Buffer.from(`bytes of ${number}`),
    replaces: null,
    ...filter,
  };
}

/** What is sent: from what waits to what was delivered. */
export function keepsOutboundFiles(bench: Bench): void {
  const send = (count: number) =>
    Promise.all(
      Array.from({ length: count }, (_, at) =>
        bench.store.outboundMessages.send({ identity: `test:${at}`, outgoing: message }),
      ),
    );
  const dueOf = (channel: string, inOrder = true, flowsOnHold: readonly string[] = []) =>
    bench.store.deliveries.due({
      channel,
      filter: { now: bench.now, inOrder, flowsOnHold, limit: 9 },
    });
  const due = async (inOrder = true) => (await dueOf("market", inOrder)).map(({ id }) => id);
  const states = async () =>
    (await Array.fromAsync(bench.store.outbound.list())).map(({ state }) => state);

  describe("composes", () => {
    it("shows each queue in which something waits, and since when", async () => {
      await send(2);
      bench.now = 20_000;
      await bench.store.outboundMessages.send({
        identity: "mail",
        outgoing: { kind: "email", to: "a@b.c", subject: "Hi", text: "Yes" },
      });
      const nobody = { role: null, participant: null };
      const to = { role: "X", participant: "UPCO" };
      expect(await bench.store.queues.waiting()).toEqual([
        { id: 1, flow: "D0010", to, channel: null, since: 10_000, problem: null },
        { id: 2, flow: null, to: nobody, channel: null, since: 20_000, problem: null },
      ]);
      expect(await bench.store.queues.count({ queue: 1, most: 9 })).toBe(2);
      expect(await bench.store.queues.count({ queue: 1, most: 1 })).toBe(1);
      expect(await bench.store.queues.messages({ queue: 1, most: 1 })).toEqual([
        { id: 1, at: 10_000, data: JSON.stringify({ data: message.data }) },
      ]);
    });

    it("records files with their numbers, their bytes and their messages at once", async () => {
      await send(3);
      expect(await bench.store.numbers.last("X:SUPP>X:UPCO>D0010")).toBe(0);
      const files = [composed(1, { messages: [1, 2] }), composed(2, { messages: [3] })];
      expect(await bench.store.outbound.record(files)).toEqual([1, 2]);
      expect(await bench.store.queues.waiting()).toEqual([]);
      expect(await bench.store.numbers.last("X:SUPP>X:UPCO>D0010")).toBe(2);
      expect(Buffer.from(await bench.store.outbound.bytes(2)).toString()).toBe("bytes of 2");
      const pieces = await Array.fromAsync(bench.store.outbound.stream(2));
      expect(Buffer.concat(pieces).toString()).toBe("bytes of 2");
      expect(await bench.store.outbound.get(1)).toMatchObject({
        channel: "market",
        state: "ready",
        onHold: false,
        number: 1,
        envelope: { flow: "D0010", fileIdentifier: "1" },
        messages: 2,
        createdAt: 10_000,
      });
      expect(await bench.store.outbound.messages(1)).toMatchObject([
        { id: 1, state: "filed", outbound: 1, flow: "D0010" },
        { id: 2, state: "filed", outbound: 1 },
      ]);
    });

    it("gives no number twice, leaves none out, and takes no message twice", async () => {
      await send(1);
      const refused = [
        [composed(2, { messages: [1] })],
        [composed(1), composed(1, { messages: [1] })],
        [composed(1, { messages: [1] }), composed(2, { messages: [1] })],
      ];
      for (const files of refused) expect(await bench.store.outbound.record(files)).toBeNull();
      expect(await states()).toEqual([]);
      expect(await bench.store.queues.waiting()).toHaveLength(1);
      expect(await bench.store.outbound.record([composed(1, { messages: [1] })])).toHaveLength(1);
    });

    it("sets aside what cannot be written, for a person to put back or take out", async () => {
      await send(2);
      await bench.store.outboundMessages.setAside([
        { id: 1, problems: [problem(null)] },
        { id: 2, problems: [problem(null)] },
      ]);
      expect(await bench.store.queues.waiting()).toEqual([]);
      expect(await bench.store.outboundMessages.waiting({ limit: 9 })).toMatchObject([
        { id: 1, state: "stuck", problems: [{ code: "BAD_DATE" }] },
        { id: 2, state: "stuck" },
      ]);
      await bench.store.outboundMessages.decide({
        id: 1,
        decision: "retry",
        actor: "ann",
        reason: "mended",
      });
      await bench.store.outboundMessages.decide({
        id: 2,
        decision: "cancel",
        actor: "ann",
        reason: "not wanted",
      });
      expect(await bench.store.queues.messages({ queue: 1, most: 9 })).toMatchObject([{ id: 1 }]);
      await expect(
        bench.store.outboundMessages.decide({
          id: 2,
          decision: "retry",
          actor: "ann",
          reason: "again",
        }),
      ).rejects.toThrow("Message 2 is not stuck");
      await expect(
        bench.store.outboundMessages.decide({
          id: 2,
          decision: "cancel",
          actor: "ann",
          reason: "again",
        }),
      ).rejects.toThrow("Message 2 does not wait");
    });

    it("says why nothing of a queue can be sent, until it can", async () => {
      await send(1);
      await bench.store.queues.setProblem({ queue: 1, problem: "no channel" });
      expect(await bench.store.queues.waiting()).toMatchObject([{ problem: "no channel" }]);
      expect(await bench.store.outboundMessages.waiting({ limit: 9 })).toMatchObject([
        { queueProblem: "no channel" },
      ]);
      await bench.store.queues.setProblem({ queue: 1, problem: null });
      expect(await bench.store.queues.waiting()).toMatchObject([{ problem: null }]);
    });
  });

  describe("delivers", () => {
    const record = (count: number, filter: Partial<ComposedFile> = {}) =>
      bench.store.outbound.record(
        Array.from({ length: count }, (_, at) => composed(at + 1, filter)),
      );
    const reason = { actor: "ann", reason: "because" };

    it("gives what is due of a channel, in order", async () => {
      await send(1);
      await record(3);
      expect(await due()).toEqual([1, 2, 3]);
      expect(await dueOf("other")).toEqual([]);
      expect(await dueOf("market", true, ["D0155", "D0010"])).toEqual([]);
      expect(await dueOf("market", true, ["D0155"])).toHaveLength(3);
      expect(await bench.store.deliveries.begin({ ids: [1, 2], state: "uploaded" })).toEqual(
        new Set([1, 2]),
      );
      await bench.store.deliveries.end([{ id: 1, end: "delivered" }]);
      expect(await dueOf("market")).toMatchObject([
        { id: 2, state: "uploaded" },
        { id: 3, state: "ready" },
      ]);
      expect(await bench.store.outbound.get(1)).toMatchObject({
        state: "delivered",
        endedAt: 10_000,
      });
      expect(await bench.store.outbound.counts()).toEqual([
        { channel: "market", state: "delivered", files: 1 },
        { channel: "market", state: "ready", files: 1 },
        { channel: "market", state: "uploaded", files: 1 },
      ]);
    });

    it("keeps a failed attempt for later, and others of its queue behind it", async () => {
      await send(1);
      await record(2);
      await bench.store.deliveries.end([
        { id: 1, end: "later", dueAt: 15_000, problem: "no route", from: "ready" },
      ]);
      expect(await due()).toEqual([]);
      expect(await due(false)).toEqual([2]);
      expect(await bench.store.deliveries.nextRetry("market")).toMatchObject({ dueAt: 15_000 });
      expect(await bench.store.outbound.get(1)).toMatchObject({ attempts: 1, problem: "no route" });
      bench.now = 15_000;
      expect(await due()).toEqual([1, 2]);
      expect(await bench.store.deliveries.nextRetry("other")).toBeNull();
    });

    it.each(["unknown", "failed"] as const)(
      "keeps others of its queue behind one that is %s, until a person decides",
      async (end) => {
        await send(1);
        await bench.store.outboundMessages.send({
          identity: "mail",
          outgoing: { kind: "email", to: "a@b.c", subject: "Hi", text: "Yes" },
        });
        await record(2);
        await bench.store.outbound.record([composed(1, { queue: 2, given: null })]);
        await bench.store.deliveries.end([{ id: 1, end, problem: "who knows" }]);
        expect(await due()).toEqual([3]);
        expect(await due(false)).toEqual([2, 3]);
        const again = await bench.store.outbound.decide({ id: 1, decision: "retry", ...reason });
        expect(again).toMatchObject({ state: "ready", attempts: 0, problem: null });
        expect(await due()).toEqual([1, 2, 3]);
      },
    );

    it("holds, releases and cancels for a person, with who and why", async () => {
      await send(1);
      await record(2);
      await bench.store.outbound.decide({ id: 1, decision: "hold", ...reason });
      expect(await due()).toEqual([]);
      expect(await bench.store.deliveries.begin({ ids: [1, 2], state: "uploaded" })).toEqual(
        new Set([2]),
      );
      expect(await bench.store.outbound.counts()).toContainEqual({
        channel: "market",
        state: "on-hold",
        files: 1,
      });
      await expect(
        bench.store.outbound.decide({ id: 1, decision: "hold", ...reason }),
      ).rejects.toThrow(
        "Outbound file 1 is on hold; only what still waits to be delivered can be put on hold.",
      );
      await bench.store.outbound.decide({ id: 1, decision: "release", ...reason });
      await bench.store.outbound.decide({ id: 1, decision: "cancel", ...reason });
      expect(await bench.store.outbound.get(1)).toMatchObject({ state: "cancelled", number: 1 });
      await expect(
        bench.store.outbound.decide({ id: 2, decision: "cancel", ...reason }),
      ).rejects.toThrow("uploaded");
      expect(await bench.store.deliveries.toCleanUp("market")).toMatchObject([
        { id: 1, name: "file-1" },
      ]);
      await bench.store.deliveries.cleanedUp([1]);
      expect(await bench.store.deliveries.toCleanUp("market")).toEqual([]);
      await expect(
        bench.store.outbound.decide({ id: 7, decision: "hold", ...reason }),
      ).rejects.toThrow("no outbound");
      expect(await bench.store.outbound.steps(1)).toEqual(
        ["hold", "release", "cancel"].map((what) => ({
          at: 10_000,
          what,
          actor: "ann",
          reason: "because",
        })),
      );
    });

    it("takes a person's word that what is unknown arrived", async () => {
      await send(1);
      await record(1);
      await expect(
        bench.store.outbound.decide({ id: 1, decision: "confirm", ...reason }),
      ).rejects.toThrow("unknown");
      await bench.store.deliveries.end([{ id: 1, end: "unknown", problem: "who knows" }]);
      const confirmed = await bench.store.outbound.decide({
        id: 1,
        decision: "confirm",
        ...reason,
      });
      expect(confirmed).toMatchObject({ state: "delivered", endedAt: 10_000, problem: null });
    });

    it("does not know of e-mails that a program that ended was in the middle of", async () => {
      await send(1);
      await record(2);
      await bench.store.deliveries.begin({ ids: [2], state: "sending" });
      await bench.reopen();
      expect(await bench.store.deliveries.abandonSending(null)).toBe(1);
      expect(await states()).toEqual(["ready", "unknown"]);
      expect(await bench.store.deliveries.abandonSending(null)).toBe(0);
    });

    it("shows which file was sent again for which", async () => {
      await send(1);
      await bench.store.outbound.record([composed(1, { messages: [1] })]);
      const by = { actor: "ann", reason: "lost there" };
      await bench.store.outbound.record([composed(2, { replaces: { outbound: 1, ...by } })]);
      await bench.store.outbound.record([composed(3, { replaces: { outbound: 2, ...by } })]);
      expect(await bench.store.outbound.get(2)).toMatchObject({ replaces: 1, replacedBy: 3 });
      expect(await bench.store.outbound.messages(3)).toMatchObject([{ id: 1 }]);
      expect(await bench.store.outbound.steps(1)).toEqual([{ at: 10_000, what: "resend", ...by }]);
      expect(await bench.store.outbound.filedMessages(3)).toMatchObject({
        queue: { id: 1, flow: "D0010" },
        messages: [{ id: 1, data: JSON.stringify({ data: message.data }) }],
      });
      expect(await bench.store.outbound.filedMessages(9)).toBeNull();
    });

    it("lists by channel and state, and the newest when asked for few", async () => {
      await send(1);
      await record(3);
      await bench.store.outbound.decide({ id: 2, decision: "hold", ...reason });
      const ids = async (filter?: Parameters<typeof bench.store.outbound.list>[0]) =>
        (await Array.fromAsync(bench.store.outbound.list(filter))).map(({ id }) => id);
      expect(await ids()).toEqual([1, 2, 3]);
      expect(await ids({ limit: 2 })).toEqual([2, 3]);
      expect(await ids({ state: "on-hold" })).toEqual([2]);
      expect(await ids({ state: "ready", channel: "market" })).toEqual([1, 2, 3]);
      expect(await ids({ channel: "other" })).toEqual([]);
    });
  });
}
