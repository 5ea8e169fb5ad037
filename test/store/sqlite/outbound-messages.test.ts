import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { EmailEffect, FileEffect } from "../../../src/core/define/effect.ts";
import { Connection } from "../../../src/store/sqlite/database/connection.ts";
import { openDatabase } from "../../../src/store/sqlite/database/database.ts";
import {
  outboundMessages,
  outboundMessageVerbs,
} from "../../../src/store/sqlite/outbound/outbound-messages.ts";
import { composed } from "../conformance/outbound-files.ts";
import { madeFile, routeAll } from "../made-file.ts";
import { StoreFolder } from "./store-folder.ts";

const message: FileEffect = {
  kind: "file",
  flow: "D0155001",
  to: { role: "M", participant: "UDMS" },
  data: { mpanCore: "1200000000003" },
};
const email: EmailEffect = { kind: "email", to: "ann@example.com", subject: "Hi", text: "Yes" };
const origin = { action: 7, place: 0, process: 1, cause: 1 };

describe("the outbound messages", () => {
  let folder: StoreFolder;
  let connection: Connection;
  beforeEach(async () => {
    folder = new StoreFolder();
    const store = await folder.open();
    await store.files.record([madeFile()]);
    await routeAll(store);
    await store.close();
    const db = openDatabase(folder.file, false);
    connection = new Connection(db, { path: folder.file, busyMs: 100, now: () => 50_000 });
  });
  afterEach(() => {
    connection.db.close();
    folder[Symbol.dispose]();
  });

  const all = (sql: string) => connection.db.prepare(sql).all();

  it("keeps an effect with the action that asked for it, the process and the event", async () => {
    const rows = outboundMessages(connection);
    await connection.write(() => rows.add(message, origin));
    expect(all("SELECT * FROM outbound_messages")).toMatchObject([
      { ...origin, queue: 1, at: 50_000, state: "waiting", outbound: null, identity: null },
    ]);
    expect(all("SELECT flow, to_role, to_participant, channel FROM outbound_queues")).toEqual([
      { flow: "D0155001", to_role: "M", to_participant: "UDMS", channel: null },
    ]);
  });

  it("refuses the same effect of an action a second time", async () => {
    const rows = outboundMessages(connection);
    await connection.write(() => rows.add(message, origin));
    await expect(connection.write(() => rows.add(message, origin))).rejects.toThrow("UNIQUE");
  });

  it("has one queue for messages of a flow to a recipient, and forgets what was rolled back", async () => {
    const rows = outboundMessages(connection);
    const failing = connection.write(() => {
      rows.add(message, origin);
      throw new Error("the action came to nothing");
    });
    await expect(failing).rejects.toThrow("came to nothing");
    await connection.write(() => {
      rows.add(message, origin);
      rows.add({ ...message, channel: "other" }, { ...origin, place: 1 });
      rows.add(email, { ...origin, place: 2 });
      rows.add(message, { ...origin, place: 3 });
    });
    expect(all("SELECT queue FROM outbound_messages ORDER BY id")).toEqual(
      [1, 2, 3, 1].map((queue) => ({ queue })),
    );
  });

  it("records on each process that its message was sent, once, when the file is delivered", async () => {
    const rows = outboundMessages(connection);
    await connection.write(() => {
      rows.add(message, origin);
      rows.add(message, { ...origin, place: 1 });
      rows.add(email, { ...origin, place: 2 });
    });
    const store = await folder.open({ now: () => 60_000 });
    const [key = ""] = (await Array.fromAsync(store.processes.list())).map(
      (process) => process.key,
    );
    const given = { series: "market", number: 1 };
    await store.outbound.record([
      composed(1, { messages: [1, 2], given }),
      composed(2, { queue: 2, messages: [3], given: null, envelope: null, name: "<3@busbar>" }),
    ]);
    const ends = [1, 2].map((id) => ({ id, end: "delivered" as const }));
    expect(await store.deliveries.end(ends)).toBe(3);
    expect(await store.deliveries.end(ends)).toBe(0);
    const events = await store.events.ofProcess({ processType: "metering-point", key });
    expect(events.slice(1)).toMatchObject([
      { type: "D0010_SENT", occurredAt: 60_000, message: null },
      { type: "D0010_SENT" },
      { type: "EMAIL_SENT" },
    ]);
    expect(events.slice(1).map(({ data }): unknown => JSON.parse(data))).toEqual([
      { outbound: 1, message: 1, channel: "market", name: "file-1", fileIdentifier: "1" },
      { outbound: 1, message: 2, channel: "market", name: "file-1", fileIdentifier: "1" },
      { outbound: 2, message: 3, channel: "market", name: "<3@busbar>", fileIdentifier: null },
    ]);
    await store.close();
  });

  it("takes what no action asked for once, however often it is said", async () => {
    const verbs = outboundMessageVerbs(connection, outboundMessages(connection));
    expect(await verbs.send({ identity: "answer:1", outgoing: message })).toBe(1);
    expect(await verbs.send({ identity: "answer:1", outgoing: message })).toBe(1);
    expect(await verbs.send({ identity: "answer:2", outgoing: email })).toBe(2);
  });
});
