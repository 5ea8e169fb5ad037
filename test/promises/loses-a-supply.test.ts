import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadConfig } from "../../src/config/load-config.ts";
import { makePlace, type Place } from "../cli/busbar.ts";
import { invitation, point, secured, status } from "../processes/switch-loss/loss-story.ts";
import { filesUnder, until, whileRunning } from "./workplace.ts";

let place: Place;

beforeEach(() => {
  place = makePlace();
  for (const folder of ["inbox", "out"]) mkdirSync(join(place.folder, folder));
  time("2026-06-08T10:00:00Z");
  writeFileSync(
    join(place.folder, "busbar.yaml"),
    [
      "store: busbar.db",
      "clock: clock",
      "log: silent",
      "participant: { role: X, id: LOSR }",
      "shippedProcesses: [switch-loss]",
      "processSettings: { switch-loss: { debt: { atLeast: 50 } } }",
      "channels:",
      "  inbox: { path: inbox, steady: 0s, poll: 100ms }",
      "  partners: { direction: out, path: out }",
    ].join("\n"),
  );
});
afterEach(() => place.remove());

function time(moment: string): void {
  writeFileSync(join(place.folder, "clock"), new Date(moment).toISOString());
}

function drop(name: string, text: string): void {
  writeFileSync(join(place.folder, "inbox", name), text);
}

const notice = (name: string, event: object) => drop(name, JSON.stringify(event));

function contracts(debt: string): void {
  drop(
    "contracts.csv",
    [
      "metering_point,fuel,supplied_from,domestic,as_of,debt,debt_since,account,metering,meter_operator,data_collector,data_aggregator",
      `${point},E,2024-03-01,true,2026-06-05,${debt},2026-01-10,A-77,NHH,MOPA,DCAA,DAAA`,
      "",
    ].join("\n"),
  );
}

function closingReading(identifier: string, value: string, sentAt: string): void {
  drop(
    `D0086_${identifier}.usr`,
    [
      `ZHV|${identifier}|D0086002|D|DCAA|X|LOSR|${sentAt}||||OPER|`,
      `196|${point}|V|`,
      "197|M1|A|",
      `198|01|20260615000000|${value}|||T|N|`,
      `ZPT|${identifier}|3||1|${sentAt}|`,
      "",
    ].join("\n"),
  );
}

const shown = async () => (await place.busbar("process", "show", point)).stdout;
const becomes = (stage: string) =>
  until(stage, async () => (await shown()).includes(`switch-loss ${point}: ${stage}`));
const sent = () => filesUnder(join(place.folder, "out")).map((file) => basename(file));
const text = (name: string) =>
  filesUnder(join(place.folder, "out"))
    .filter((file) => basename(file).startsWith(name))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
const running = (body: () => Promise<void>) =>
  whileRunning({ config: loadConfig(join(place.folder, "busbar.yaml")) }, body);

test("a supply is lost from files alone: agents, new supplier and billing are told once", async () => {
  time("2026-06-24T10:00:00Z");
  await running(async () => {
    closingReading("0000000001", "4711.0", "20260623093000");
    contracts("0.00");
    notice("invitation.json", invitation());
    await becomes("invited: secured notice overdue");
    time("2026-07-18T09:00:00Z");
    notice("secured.json", secured({}, "2026-07-18T08:59:00Z"));
    await until("all is sent", () => sent().length === 5);
    notice("secured-again.json", secured({}, "2026-07-18T09:00:00Z"));
    closingReading("0000000002", "4715.0", "20260718100000");
    await until("the bill is corrected", () => sent().length === 6);
    await becomes("lost, final bill asked");
  });
  expect(sent().toSorted()).toEqual([
    "D0151001_BDAAA_0000000001.usr",
    "D0151001_DDCAA_0000000001.usr",
    "D0151001_MMOPA_0000000001.usr",
    "D0311002_XGAIN_0000000001.usr",
    "FINALBILL001BILLING_0000000001.csv",
    "FINALBILL001BILLING_0000000002.csv",
  ]);
  expect(text("D0151001_MMOPA")).toContain(`297|${point}|20240301|LC|`);
  expect(text("FINALBILL001BILLING_0000000001")).toContain("4711.0");
  expect(text("FINALBILL001BILLING_0000000002")).toContain("1,closing reading changed");
  expect((await place.busbar("stuck")).stdout).not.toContain(point);
});

test("a debt is objected on in time; a person annuls, and a switch secured all the same is stuck", async () => {
  await running(async () => {
    notice("invitation.json", invitation());
    await becomes("invited to intervene");
    contracts("120.50");
    await becomes("objected (debt)");
    const say = (name: string, data: object) =>
      place.busbar("command", "run", `switch-loss/${point}`, name, "--data", JSON.stringify(data));
    expect(await say("do_withdraw_objection", { reason: "the debt is paid" })).toMatchObject({
      code: 0,
    });
    await becomes("invited to intervene");
    await say("do_annul", { reason: "never wanted to go" });
    await becomes("annulment asked");
    notice("annulled.json", status("Annulled"));
    await becomes("kept, annulled");
    time("2026-06-14T17:00:00Z");
    notice("secured.json", secured());
    await becomes("notices contradict each other");
    await until("people see it", async () =>
      (await place.busbar("stuck")).stdout.includes("NOTICES_CONTRADICT"),
    );
  });
  const said = text("CSS-");
  expect(said).toMatch(/"response": ?"Object"/);
  expect(said).toMatch(/"response": ?"NoObjection"/);
  expect(said).toMatch(/SwitchAnnulmentRequest/);
  expect(sent()).toHaveLength(3);
});
