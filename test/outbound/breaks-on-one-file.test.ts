import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ChannelError } from "../../src/channels/channel-error.ts";
import { SftpOutlet } from "../../src/channels/sftp/sftp-outlet.ts";
import { SftpSession } from "../../src/channels/sftp/sftp-session.ts";
import { outboundDefaults } from "../../src/config/channel/outbound-channel.ts";
import type { OutboundRecord } from "../../src/core/outbound/outbound.ts";
import { deliverRound } from "../../src/outbound/deliver/deliver-round.ts";
import { DroppedFiles } from "../../src/outbound/deliver/dropped-files.ts";
import type { Store } from "../../src/store/port/store.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { type OddServer, startOddServer } from "../channels/sftp/odd-server.ts";
import { fc } from "../property.ts";
import { composed } from "../store/conformance/outbound-files.ts";

/** Which queue each file is of, and on which the server ends the connection, at which operation. */
interface Scene {
  readonly queues: readonly number[];
  readonly poison: ReadonlyMap<number, "open" | "write" | "rename">;
  readonly keepOrder: boolean;
  readonly inFlight: number;
}

const scenes: fc.Arbitrary<Scene> = fc.record({
  queues: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 3, maxLength: 9 }),
  poison: fc
    .array(
      fc.tuple(
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom<"open" | "write" | "rename">("open", "write", "rename"),
      ),
      { minLength: 1, maxLength: 2 },
    )
    .map((pairs) => new Map(pairs)),
  keepOrder: fc.boolean(),
  inFlight: fc.integer({ min: 1, max: 4 }),
});

/** A store with these files in it, and rounds over a real server until nothing more happens. */
async function play(
  { folder, odd, server }: OddServer,
  { queues, poison, keepOrder, inFlight }: Scene,
  onBreak: (store: Store) => Promise<void> = async () => {},
): Promise<{ readonly records: OutboundRecord[]; readonly there: string[] }> {
  const base = mkdtempSync(join(tmpdir(), "busbar-breaks-"));
  const out = mkdtempSync(join(folder, "out-"));
  const store = await openSqliteStore(join(base, "store.db"), { blobFolder: base });
  const channel = { ...outboundDefaults, name: "market", base: out, path: out, keepOrder };
  const session = new SftpSession({ ...server, inFlight });
  odd.answer = (operation, path) => {
    const number = Number(/\.(\d+)\.part$/.exec(path)?.[1]);
    return poison.get(number) === operation ? { hangUp: true } : undefined;
  };
  try {
    for (const participant of ["AAAA", "BBBB", "CCCC"])
      await store.outboundMessages.send({
        identity: participant,
        outgoing: {
          kind: "file",
          flow: "D0010",
          to: { role: "X", participant },
          data: {},
        },
      });
    await store.outbound.record(
      queues.map((queue, at) =>
        composed(at + 1, {
          queue,
          folder: out,
          temporary: `.${at + 1}.part`,
          given: { series: "all", number: at + 1 },
        }),
      ),
    );
    const outlet = new SftpOutlet(channel, session);
    const dropped = new DroppedFiles();
    let now = Date.now();
    for (let idle = 0; idle < 2; ) {
      session.resetBackoff();
      now += 3_600_000;
      const context = { store, channel, outlet, dropped, now: () => now, onStep: () => {} };
      try {
        const { files } = await deliverRound(context);
        idle = files === 0 ? idle + 1 : 0;
      } catch (error) {
        if (!(error instanceof ChannelError)) throw error;
        await onBreak(store);
      }
    }
    return {
      records: await Array.fromAsync(store.outbound.list()),
      there: readdirSync(out).filter((name) => !name.startsWith(".")),
    };
  } finally {
    delete odd.answer;
    await session.end();
    await store.close();
    rmSync(base, { recursive: true, force: true });
  }
}

test("whichever files a server breaks on, all others leave once, and those are named", async () => {
  const odd = await startOddServer();
  await fc.assert(
    fc.asyncProperty(scenes, async (scene) => {
      const { records, there } = await play(odd, scene);
      const stopped = new Set<number>();
      for (const [at, { id, name, state, problem }] of records.entries()) {
        const queue = scene.queues[at] ?? 0;
        const breaks = scene.poison.get(id);
        if (scene.keepOrder && stopped.has(queue)) {
          expect(state).not.toBe("delivered");
          continue;
        }
        // What broke on the rename was renamed: a look finds it there.
        const arrives = breaks === undefined || breaks === "rename";
        if (arrives) expect(state).toBe("delivered");
        else {
          expect(state).toBe("failed");
          expect(problem).toMatch(
            /^The connection broke [4-8] times while file-\d+ was being sent/,
          );
          expect(problem).toContain(name);
          stopped.add(queue);
        }
        expect(there.filter((one) => one === name)).toHaveLength(arrives ? 1 : 0);
      }
    }),
    { numRuns: process.env["BUSBAR_NIGHTLY"] === "1" ? 60 : 4 },
  );
});

test("one that the server breaks on is given up once others went through, and goes when it may", async () => {
  const odd = await startOddServer();
  const poison = new Map([[2, "write" as const]]);
  const scene = { queues: [1, 2, 3, 1, 3], poison, keepOrder: true, inFlight: 16 };
  const seen: string[] = [];
  const { records, there } = await play(odd, scene, async (store) => {
    const file = await store.outbound.get(2);
    seen.push(`${file?.state} ${file?.drops}`);
  });
  expect(seen).toEqual(["ready 1", "ready 2", "ready 3", "failed 3"]);
  expect(records.map(({ state }) => state)).toEqual([
    "delivered",
    "failed",
    "delivered",
    "delivered",
    "delivered",
  ]);
  expect(records[1]?.problem).toContain("The connection broke 4 times while file-2 was being sent");
  expect(records[1]?.problem).toContain("Other files went through meanwhile. Ask the partner");
  expect(there).toHaveLength(4);
});
