import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { html } from "hono/html";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { buildPending } from "../../src/build/build-pending.ts";
import { consoleFace } from "../../src/cli/daemon/console-face.ts";
import { commandFields, commandInputs, dataSent } from "../../src/console/command-form.ts";
import { command } from "../../src/core/define/command.ts";
import { type AskedPlace, askedPlace } from "../http/asked.ts";

const odd = command({
  name: "do_everything",
  about: "Takes one of each.",
  data: z.object({
    newDate: z.iso.date().describe("A day such as 2026-06-12."),
    kind: z.enum(["plain", "<b>odd</b>"]),
    count: z.int(),
    rate: z.number().optional(),
    isUrgent: z.boolean(),
    note: z.string().nullable(),
    keys: z.array(z.string()).optional(),
    lines: z.array(z.object({ sku: z.string() })).optional(),
    times: z.int().default(3),
  }),
  decide: () => [],
});
const fields = commandFields(odd) ?? [];

test("each field is asked as what it is, and what is sent is what the command reads", async () => {
  expect(fields.map(({ name, kind, required }) => [name, kind, required])).toEqual([
    ["newDate", "date", true],
    ["kind", "choice", true],
    ["count", "whole", true],
    ["rate", "number", false],
    ["isUrgent", "yes", true],
    ["note", "text", false],
    ["keys", "lines", false],
    ["lines", "json", false],
    ["times", "whole", false],
  ]);
  const sent: Record<string, string> = {
    ...{ "data.newDate": "2026-06-12", "data.kind": "plain", "data.count": "7" },
    ...{ "data.keys": "a\r\nb\r\n", "data.lines": '[{"sku":"MUG"}]', "data.times": "3" },
  };
  const data = dataSent(fields, (name) => sent[name] ?? "");
  expect(odd.read(data)).toEqual({
    ok: true,
    data: {
      ...{ newDate: "2026-06-12", kind: "plain", count: 7, isUrgent: false, note: null },
      ...{ keys: ["a", "b"], lines: [{ sku: "MUG" }], times: 3 },
    },
  });
  const text = String(await html`${commandInputs(odd.name, fields, () => null, new Map())}`);
  expect(text).toContain('<input id="do_everything-newDate" name="data.newDate" type="date"');
  expect(text).toContain('<option value="&lt;b&gt;odd&lt;/b&gt;">&lt;b&gt;odd&lt;/b&gt;</option>');
  expect(text).toContain('id="do_everything-times" name="data.times" type="number" value="3"');
});

let asked: AskedPlace;
beforeAll(async () => {
  const head =
    "order_number,ordered_at,customer_name,customer_email,address_line_1,town,postcode,currency,line_number,sku,quantity,unit_price";
  const order =
    "SO-1,2026-06-10T09:03:00+01:00,Ann Bright,ann@example.test,14 Larkspur Rise,Leeds,LS1 4AP,GBP,1,MUG,1,7.50";
  asked = await askedPlace({ faces: [consoleFace] }, async (place) => {
    writeFileSync(join(place.folder, "orders.csv"), `${head}\n${order}\n`);
    await place.busbar("ingest", "orders.csv");
  });
  await buildPending(asked.of.store, await asked.of.definitions());
}, 60_000);
afterAll(() => asked.close());

const send = (form: Record<string, string>) =>
  asked.app.request("/processes/order/SO-1", {
    method: "POST",
    headers: { Authorization: "Bearer operator", Accept: "text/html" },
    body: new URLSearchParams(form),
  });

test("a command is asked by its fields, and what is wrong is said at its field", async () => {
  const page = await (await asked.get("/processes/order/SO-1", "operator")).text();
  expect(page).toContain('id="do_cancel-reason" name="data.reason"');
  expect(page).toContain("A working day from today on");
  const wrong = await send({
    what: "do_change_email_choice",
    reason: "they rang",
    "data.acceptsEmail": "true",
    "data.email": "no address",
  });
  expect(wrong.status).toBe(400);
  const said = await wrong.text();
  expect(said).toContain('href="#do_change_email_choice-email"');
  expect(said).toMatch(/value="no address"[^>]* aria-invalid="true"/);
  expect(said).toContain('name="data.acceptsEmail" type="checkbox" value="true" checked');
  expect(said).toContain('name="reason" value="they rang"');
  const good = await send({
    what: "do_change_email_choice",
    reason: "they rang",
    "data.email": "ann.b@example.test",
  });
  expect([good.status, good.headers.get("Location")]).toEqual([303, "/processes/order/SO-1"]);
  const [, event] = await Array.fromAsync(asked.of.store.events.list({ key: "SO-1" }));
  expect(JSON.parse(event?.data ?? "null")).toEqual({
    acceptsEmail: false,
    email: "ann.b@example.test",
  });
});
