import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { outboundDefaults } from "../../src/config/channel/outbound-channel.ts";
import { smtpDefaults } from "../../src/config/channel/smtp-channel.ts";
import type { Store } from "../../src/store/port/store.ts";
import { type MailServer, startMailServer } from "../channels/smtp/mail-server.ts";
import { statusBeside } from "../status-beside.ts";
import {
  filesUnder,
  until,
  type Workplace,
  whileRunning,
  withStore,
  workplace,
} from "./workplace.ts";

let post: MailServer;
let place: Workplace;
let out: string;

beforeEach(async () => {
  post = await startMailServer();
  place = workplace();
  out = join(place.base, "out");
  mkdirSync(out);
  const folder = { ...outboundDefaults, kind: "folder", direction: "out" } as const;
  const mail = { ...smtpDefaults, kind: "smtp", direction: "out" } as const;
  place = {
    ...place,
    config: {
      ...place.config,
      outbound: [{ ...folder, name: "partners", path: out, base: out }],
      mail: [
        {
          ...mail,
          name: "emails",
          host: "127.0.0.1",
          port: post.port,
          tls: "none",
          from: "orders@shop.example",
        },
      ],
    },
  };
});
afterEach(async () => {
  await post.stop();
  place.remove();
});

function drop(name: string, ...lines: readonly string[]): void {
  writeFileSync(join(place.channel.path, name), `${lines.join("\n")}\n`);
}

const today = new Date().toISOString();

function order(number: string, acceptsEmail: boolean): void {
  drop(
    `${number}.csv`,
    "order_number,ordered_at,customer_name,customer_email,accepts_email,address_line_1,postcode,currency,line_number,sku,quantity,unit_price",
    `${number},${today},Ann Bright,ann@shop.example,${acceptsEmail},1 High Street,LS1 4AP,GBP,1,MUG,1,7.50`,
  );
}

function pay(number: string): void {
  drop(
    `paid-${number}.csv`,
    "order_number,transaction_id,status,amount,currency,method,paid_at",
    `${number},T-${number},captured,7.50,GBP,card,${today}`,
  );
}

const statusOf = async (store: Store, key: string) =>
  (await store.processes.withKey(key)).find(({ type }) => type === "order")?.status ?? null;

test("an order goes from the request to its delivery, and each partner is notified once", async () => {
  await whileRunning(place, () =>
    withStore(place, async (store) => {
      const becomes = (status: string) =>
        until(status, async () => (await statusOf(store, "SO-1"))?.startsWith(status) ?? false);
      order("SO-1", true);
      await becomes("requested");
      pay("SO-1");
      await becomes("pick requested");
      await until("the customer has the email", () => post.emails.length > 0);
      drop(
        "packed.csv",
        "order_number,parcel_number,packed_at,carrier,tracking_number,line_number,sku,quantity_ordered,quantity_packed",
        `SO-1,P-1,${today},Northern Post,NP1,1,MUG,1,1`,
      );
      await until("the courier is asked", () => filesUnder(out).length === 2);
      drop(
        "tracked.csv",
        "order_number,parcel_number,tracking_number,carrier,status,status_at",
        `SO-1,P-1,NP1,Northern Post,collected,${today}`,
        `SO-1,P-1,NP1,Northern Post,delivered,${today}`,
      );
      await becomes("delivered");
    }),
  );
  expect(post.emails).toMatchObject([
    { to: ["ann@shop.example"], text: expect.stringContaining("SO-1") },
  ]);
  const files = filesUnder(out).toSorted();
  expect(files.map((file) => basename(file))).toEqual([
    "COLLECTION001COURIER_0000000001.csv",
    "PICK001WAREHOUSE_0000000001.csv",
  ]);
  expect(readFileSync(files[1] ?? "", "utf8")).toContain("SO-1");
});

test("a customer who does not accept e-mail gets none, and the ledger says why", async () => {
  await whileRunning(place, () =>
    withStore(place, async (store) => {
      order("SO-2", false);
      pay("SO-2");
      await until("the pick is requested", () => filesUnder(out).length === 1);
      await until("all is done", async () => (await store.builds.backlog()) === 0);
      const ledger = await Array.fromAsync(store.actions.list({ key: "SO-2", state: "skipped" }));
      expect(ledger.map(({ name, reason }) => `${name}: ${reason}`)).toContain(
        "generate success e-mail: not: the customer accepts e-mail",
      );
    }),
  );
  expect(post.emails).toEqual([]);
});

test("a channel that waits is tried at once when a person says that it is fixed", async () => {
  const [partners] = place.config.outbound;
  if (partners === undefined) throw new Error("no channel");
  const patient = { ...partners, retry: { firstMs: 600_000, longestMs: 600_000, attempts: null } };
  place = { ...place, config: { ...place.config, outbound: [patient] } };
  rmSync(out, { recursive: true });
  await whileRunning(place, () =>
    withStore(place, async (store) => {
      const state = () => statusBeside(place.config.store)?.outbound[0]?.state;
      order("SO-3", false);
      pay("SO-3");
      await until("the channel waits", () => state() === "waiting");
      mkdirSync(out);
      await store.polls.request("partners");
      await until("the pick request is there", () => filesUnder(out).length === 1);
      await until("the channel works", () => state() === "working");
    }),
  );
});
