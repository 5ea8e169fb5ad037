import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ChannelError } from "../../src/channels/channel-error.ts";
import { FolderOutlet } from "../../src/channels/folder/folder-outlet.ts";
import type { Outlet } from "../../src/channels/outlet.ts";
import { outboundDefaults } from "../../src/config/channel/outbound-channel.ts";
import { deliverRound } from "../../src/outbound/deliver/deliver-round.ts";
import { openSqliteStore } from "../../src/store/sqlite/open.ts";
import { fc } from "../property.ts";
import { composed } from "../store/conformance/outbound-files.ts";

/** What happens at a moment: the recipient takes temporary names, or all; the channel breaks; nothing. */
type Moment = "nothing" | "takes temporary" | "takes all" | "breaks";

const moments = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.constant<Moment>("nothing") },
    { weight: 2, arbitrary: fc.constant<Moment>("takes temporary") },
    { weight: 1, arbitrary: fc.constant<Moment>("takes all") },
    { weight: 1, arbitrary: fc.constant<Moment>("breaks") },
  ),
  { minLength: 8, maxLength: 60 },
);

it("whatever a recipient takes and whenever, no file is put there twice without a person", async () => {
  await fc.assert(
    fc.asyncProperty(moments, fc.boolean(), async (script, keepOrder) => {
      const base = mkdtempSync(join(tmpdir(), "busbar-taken-"));
      const out = join(base, "out");
      const taken = join(base, "taken");
      for (const folder of [out, taken]) mkdirSync(folder);
      const store = await openSqliteStore(join(base, "store.db"), { blobFolder: base });
      try {
        let count = 0;
        const next = script[Symbol.iterator]();
        const moment = (): Moment => {
          const now = next.next().value ?? "nothing";
          if (now.startsWith("takes"))
            for (const name of readdirSync(out)) {
              if (now === "takes temporary" && !name.startsWith(".")) continue;
              count += 1;
              renameSync(join(out, name), join(taken, `${count}`));
            }
          return now;
        };
        const channel = { ...outboundDefaults, name: "market", base: out, path: out, keepOrder };
        const outlet = new FolderOutlet(channel);
        const around = async <T>(work: () => Promise<T>): Promise<T> => {
          if (moment() === "breaks") throw new ChannelError("unusable", "the link broke");
          const done = await work();
          moment();
          return done;
        };
        const watched: Outlet = {
          inFlight: 2,
          write: (...args) => around(() => outlet.write(...args)),
          publish: (...args) => around(() => outlet.publish(...args)),
          look: (...args) => around(() => outlet.look(...args)),
          removeTemporary: (...args) => around(() => outlet.removeTemporary(...args)),
          reach: () => outlet.reach(),
          syncNames: (...args) => around(() => outlet.syncNames(...args)),
        };
        const to = { role: "X", participant: "UPCO" };
        for (const flow of ["D0010", "D0155"])
          await store.outboundMessages.send({
            identity: flow,
            outgoing: { kind: "file", flow, to, data: {} },
          });
        await store.outbound.record(
          [1, 2, 3, 4, 5, 6].map((number) =>
            composed(number, {
              queue: number % 2 === 0 ? 1 : 2,
              folder: out,
              temporary: `.${number}.part`,
              given: { series: "all", number },
            }),
          ),
        );
        for (let left = 8; left > 0; left -= 1)
          await deliverRound({
            store,
            channel,
            outlet: watched,
            now: Date.now,
            onStep: () => {},
          }).catch((error: unknown) => {
            if (!(error instanceof ChannelError)) throw error;
          });
        const contents = [out, taken].flatMap((folder) =>
          readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8")),
        );
        expect(contents.toSorted()).toEqual([...new Set(contents)].toSorted());
        // Nothing is taken for delivered that was never there.
        for await (const { state, number } of store.outbound.list())
          if (state === "delivered") expect(contents).toContain(`bytes of ${number}`);
      } finally {
        await store.close();
        rmSync(base, { recursive: true, force: true });
      }
    }),
    { numRuns: 40 },
  );
});
