import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadConfig } from "../../src/config/load-config.ts";
import type { Store } from "../../src/store/port/store.ts";
import { makePlace, type Place } from "../cli/busbar.ts";
import { invitation, point, secured, status } from "../processes/switch-loss/loss-story.ts";
import { filesUnder, until, whileRunning, withStore } from "./workplace.ts";

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
      "http: false",
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

function contracts(debt: string, migrated = ""): void {
  drop(
    "contracts.csv",
    [
      "metering_point,fuel,supplied_from,domestic,as_of,debt,debt_since,account,metering,migrated,meter_operator,data_collector,data_aggregator",
      `${point},E,2024-03-01,true,2026-06-05,${debt},2026-01-10,A-77,NHH,${migrated},MOPA,DCAA,DAAA`,
      "",
    ].join("\n"),
  );
}

let files = 0;

/** A D-flow with one message in it. */
function flow(version: string, from: string, sentAt: string, groups: readonly string[]): void {
  files += 1;
  const identifier = String(files).padStart(10, "0");
  const lines = [
    `ZHV|${identifier}|${version}|${from}|X|LOSR|${sentAt}||||OPER|`,
    ...groups,
    `ZPT|${identifier}|${groups.length}||1|${sentAt}|`,
    "",
  ];
  drop(`${version}_${identifier}.usr`, lines.join("\n"));
}

function closingReading(value: string, sentAt: string, type = "A"): void {
  const register = `198|01|20260615000000|${value}|||T|N|`;
  flow("D0086002", "D|DCAA", sentAt, [`196|${point}|V|`, `197|M1|${type}|`, register]);
}

/** A message of half-hourly settlement about the point. */
function message(name: string, code: string, custom: object): void {
  const S0 = { interfaceID: name, schemaVersion: "011", eventCode: `[${code}]` };
  files += 1;
  const S1 = {
    environmentTag: "PRD",
    subText: null,
    senderUniqueReference: `S-${name}-7700000001-REGS-20260614-A${files}`,
    senderTimestamp: "2026-06-14T17:10:00+01:00",
    senderDIPID: "7700000001",
    senderRoleID: "REGS",
    senderCorrelationID: null,
    DIPConnectionProviderID: null,
  };
  const M0 = { MPANCore: point, distributorDIPID: "2500000077", GSPGroupID: "_N" };
  const payload = { CommonBlock: { S0, S1, M0 }, CustomBlock: custom };
  drop(`${name}-${files}.json`, JSON.stringify([{ payload }]));
}

const shown = async () => (await place.busbar("process", "show", point)).stdout;
const becomes = (stage: string) =>
  until(stage, async () => {
    const found = (await store?.processes.withKey(point)) ?? [];
    return found.some(({ type, status }) => type === "switch-loss" && status?.startsWith(stage));
  });
const sent = () => filesUnder(join(place.folder, "out")).map((file) => basename(file));
const text = (name: string) =>
  filesUnder(join(place.folder, "out"))
    .filter((file) => basename(file).startsWith(name))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n");
/** The store of the daemon that runs, for looks: a command opens it anew each time. */
let store: Store | undefined;
const running = async (body: () => Promise<void>) => {
  const config = loadConfig(join(place.folder, "busbar.yaml"));
  await whileRunning({ config }, () =>
    withStore({ config }, async (opened) => {
      store = opened;
      await body();
    }),
  );
};

test("a supply is lost from files alone: agents, new supplier and billing are notified once", async () => {
  time("2026-06-24T10:00:00Z");
  await running(async () => {
    closingReading("4711.0", "20260623093000");
    contracts("0.00");
    notice("invitation.json", invitation());
    await becomes("invited: secured notice overdue");
    time("2026-07-18T09:00:00Z");
    notice("secured.json", secured({}, "2026-07-18T08:59:00Z"));
    await until("all is sent", () => sent().length === 5);
    notice("secured-again.json", secured({}, "2026-07-18T09:00:00Z"));
    closingReading("4715.0", "20260718100000");
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

test("a point in half-hourly settlement is lost by its messages, and no agent is notified by D0151", async () => {
  time("2026-06-14T17:30:00Z");
  await running(async () => {
    contracts("0.00");
    message("IF-037", "MSDeApp", {
      B013: { CSSRegistrationID: "R-9" },
      B008: {
        deAppointedMeteringServiceDIPID: "7700000002",
        deAppointedMeteringServiceMPID: "MSAA",
        meteringServiceEffectiveFromDate: "2024-03-01T00:00:00+00:00",
        meteringServiceEffectiveToDate: "2026-06-15T00:00:00+01:00",
        deAppointmentReasonCode: "CSUPP",
      },
      B002: {
        incomingSupplierDIPID: "8800000002",
        incomingSupplierMPID: "GAIN",
        supplierEffectiveFromDate: "2026-06-15T00:00:00+01:00",
      },
    });
    await becomes("lost from 2026-06-15");
    time("2026-06-16T09:00:00Z");
    await becomes("lost");
    message("IF-041", "ReadingCOS", {
      B064List: [
        {
          meterID: "M1",
          cumulativeRegisterReading: "815.250",
          cumulativeRegisterReadingDateTime: "2026-06-15T00:00:00+01:00",
          readingMethod: "A",
          siteVisitCheckCode: null,
        },
      ],
    });
    await until("all is sent", () => sent().length === 2);
  });
  expect(sent()).toEqual(["D0311002_XGAIN_0000000001.usr", "FINALBILL001BILLING_0000000001.csv"]);
  expect(text("FINALBILL")).toMatch(/M1,,815\.3,A,2026-06-15/);
  expect(await shown()).toContain("MSAA");
});

test("a reading is disputed and agreed, then the transfer was a mistake and the bill is taken back", async () => {
  const blank = Array.from({ length: 9 }, () => "");
  const dispute = (said: string, at: string) =>
    flow("D0300001", "X|GAIN", at, [
      `${["58C", point, "N", "20260615", ...blank, "", "", ""].join("|")}|`,
      "59C|M1|1|",
      `60C|01||||${said}|`,
    ]);
  const say = async (name: string, data: object) => {
    const words = ["run", `switch-loss/${point}`, name, "--data", JSON.stringify(data)];
    expect(await place.busbar("command", ...words)).toMatchObject({ code: 0 });
  };
  time("2026-06-24T10:00:00Z");
  await running(async () => {
    contracts("0.00");
    notice("secured.json", secured({ supplierMpid: "GAIN" }));
    closingReading("4711.0", "20260623093000", "D");
    await until("the bill is asked for", () => text("FINALBILL").includes("4711.0"));
    dispute("4900.0|P", "20260624090000");
    await becomes("lost, final bill asked: reading to be answered");
    const readings = [{ meterId: "M1", registerId: "01", value: "4800.0" }];
    await say("do_answer_reading", { answer: "A", readings });
    await until("the alternative is sent", () => text("D0300001").includes("4800.0|A|"));
    time("2026-06-25T10:00:00Z");
    dispute("4800.0|Y", "20260625100000");
    closingReading("4800.0", "20260625100500", "X");
    await until("the bill is corrected", () => text("FINALBILL").includes("4800.0"));
    flow("D0301002", "X|GAIN", "20260625101000", [
      `${["63C", point, ...blank, "", "20260615", "20260622", "GAIN", "LOSR", "Ann Bright", "", ""].join("|")}|`,
      "64C|D|A||",
    ]);
    await becomes("lost, final bill asked: erroneous transfer to be answered");
    await say("do_answer_transfer", { accept: true, customerName: "Ann Bright" });
    await until("the bill is taken back", () => text("FINALBILL").includes("erroneous transfer"));
    await becomes("lost by mistake, to come back");
  });
  expect(text("D0301002")).toMatch(/\n65C\|D\|E\|/);
  expect((await place.busbar("stuck")).stdout).toContain("Nothing is stuck");
});
