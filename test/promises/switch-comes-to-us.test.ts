import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCommand } from "../../src/app/commands/process/run-command.ts";
import { installationModel } from "../../src/app/installation/open-installation.ts";
import { outboundDefaults } from "../../src/config/channel/outbound-channel.ts";
import type { GroupData } from "../../src/core/file/document.ts";
import { writeDocument } from "../../src/formats/write-document.ts";
import type { Store } from "../../src/store/port/store.ts";
import { catalogue } from "../formats/flow-text.ts";
import {
  filesUnder,
  until,
  type Workplace,
  whileRunning,
  withStore,
  workplace,
} from "./workplace.ts";

const point = "9900012045006";
const day = new Date(Date.now() + 14 * 86_400_000).toISOString().slice(0, 10);
const flat = day.replaceAll("-", "");
const key = `${point}@${day}`;

let place: Workplace;
let out: string;
let made = 0;

beforeEach(() => {
  place = workplace();
  out = join(place.base, "out");
  mkdirSync(out);
  const folder = { ...outboundDefaults, kind: "folder", direction: "out" } as const;
  place = {
    ...place,
    config: {
      ...place.config,
      shippedProcesses: ["metering-point", "switch-gain"],
      participant: { role: "X", participant: "SUPP" },
      dipIds: { "8800000001": "SUPP", "6600000001": "METR", "6600000002": "DATA" },
      outbound: [
        {
          ...folder,
          name: "market",
          path: out,
          base: out,
          from: { role: "X", participant: "SUPP" },
        },
      ],
    },
  };
});
afterEach(() => place.remove());

function drop(name: string, text: string | Buffer): void {
  made += 1;
  writeFileSync(join(place.channel.path, `${made}-${name}`), text);
}

function request(): void {
  drop(
    "switches.csv",
    [
      "metering_point,fuel,supply_start_date,our_reference,domestic,meter_operators,data_collectors,data_aggregators,metering_services,data_services,customer_name,address_line_1",
      `${point},E,${day},SW-1,true,UDMS,UDMS,UDMS,METR,DATA,Ann Bright,1 High Street`,
      "",
    ].join("\n"),
  );
}

function notice(eventType: string, status: string, data: object = {}): void {
  made += 1;
  const event = {
    eventId: `E-${made}`,
    eventType,
    eventDate: new Date().toISOString(),
    correlationId: `C-${made}`,
    contextType: "GainingSupplier",
    data: {
      mpxn: point,
      registrationId: "REG-1",
      supplierGeneratedReference: "SW-1",
      registrationStatus: status,
      ...data,
    },
  };
  drop("css.json", JSON.stringify(event));
}

/** A file of a D-flow from a party, written as its sender would. */
function flow(name: string, group: string, from: string, data: object): void {
  made += 1;
  const [role = "", participant = ""] = from.split(":");
  const version = catalogue.list().find((one) => one.flow === name)?.version ?? "";
  const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const written = writeDocument(
    {
      envelope: {
        family: "user-file",
        flow: name,
        version,
        fileIdentifier: String(made).padStart(10, "0"),
        from: { role, participant },
        to: { role: "X", participant: "SUPP" },
        created: stamp,
        testFlag: "OPER",
      },
      layout: null,
      messages: [{ group, data: data as GroupData }],
    },
    catalogue,
  );
  if (!written.ok) throw new Error(JSON.stringify(written.problems));
  drop(`${name}.usr`, Buffer.from(written.bytes));
}

function platform(interfaceID: string, eventCode: string, blocks: object, R0?: object): void {
  made += 1;
  const S1 = {
    environmentTag: "PRD",
    subText: null,
    senderUniqueReference: `S-${interfaceID}-7700000001-REGS-20261201-${made}`,
    senderTimestamp: `${new Date().toISOString().slice(0, 19)}+00:00`,
    senderDIPID: "7700000001",
    senderRoleID: "REGS",
    senderCorrelationID: null,
    DIPConnectionProviderID: null,
  };
  const M0 = { MPANCore: point, distributorDIPID: "9900000001", GSPGroupID: "_M" };
  const CommonBlock = {
    S0: { interfaceID, schemaVersion: "011", eventCode: `[${eventCode}]` },
    S1,
    A0: { primaryRecipients: ["8800000001"] },
    M0,
    ...(R0 === undefined ? {} : { R0 }),
  };
  const B013 = { CSSRegistrationID: "REG-1" };
  drop("dip.json", JSON.stringify({ payload: { CommonBlock, CustomBlock: { B013, ...blocks } } }));
}

const agreed = (role: string) =>
  flow("D0011", "034", `${role}:UDMS`, {
    mpanCore: point,
    contractReference: "UDMSSUPP",
    effectiveFromSettlementDateRegi: flat,
    ...(role === "M" ? { mopEffectiveDate: { effectiveFromDateMoa: flat } } : {}),
    ...(role === "D" ? { dcEffectiveDate: { effectiveFromDateDca: flat } } : {}),
    ...(role === "B" ? { daEffectiveDate: { effectiveFromSettlementDateDaa: flat } } : {}),
  });

const statusOf = async (store: Store) =>
  (await store.processes.withKey(key)).find(({ type }) => type === "switch-gain")?.status ?? null;

const sent = () =>
  filesUnder(out)
    .map((file) => basename(file).replace(/_\d{10}.*$/, ""))
    .toSorted();

/** Waits until the switch has that status and so many files have left. */
const becomes = (store: Store, status: string, files: number) =>
  until(
    `${status} with ${files} files`,
    async () => (await statusOf(store)) === status && filesUnder(out).length === files,
  );

test("a switch goes through by the legacy path, whichever of its files comes first", async () => {
  await whileRunning(place, () =>
    withStore(place, async (store) => {
      // The registration service is quicker than our own systems.
      flow("D0217", "492", "P:YELG", {
        fileSequenceNumber: { fileSequenceNumber: "1" },
        instructionNumber: "1",
        instructionType: "SP40",
        mpanCore: point,
        deemedReceivedDate: flat,
        effectiveFromSettlementDateRegi: flat,
        gspGroupId: "_M",
        profileClassId: "01",
        measurementClassId: "A",
        standardSettlementConfigurationSscId: "0393",
        relatedMpanIndicator: "N",
      });
      notice("RegistrationPendingNotification", "Pending", {
        supplyStartDate: `${day}T00:00:00.000Z`,
      });
      await until("both are taken", async () => (await store.reports.counts()).events >= 2);
      request();
      await becomes(store, "pending", 4);
      for (const role of ["M", "D", "B"]) agreed(role);
      notice("RegistrationSecuredActiveNotification", "SecuredActive", {
        registrationActiveDate: `${day}T00:00:00.000Z`,
      });
      await becomes(store, "secured active", 10);
      notice("RegistrationSecuredActiveNotification", "SecuredActive");
      notice("RegistrationStatusNotification", "Active");
      await becomes(store, "active", 10);
      expect(await Array.fromAsync(store.stuck.list())).toEqual([]);
    }),
  );
  expect(sent()).toMatchInlineSnapshot(`
    [
      "CSS018001_0-d0ff5974CSS",
      "D0131001_DUDMS",
      "D0131001_MUDMS",
      "D0153001_BUDMS",
      "D0155001_DUDMS",
      "D0155001_MUDMS",
      "D0205001_PYELG",
      "D0302002_DUDMS",
      "D0302002_MUDMS",
      "D0302002_RYELG",
    ]
  `);
  const update = filesUnder(out).find((file) => basename(file).startsWith("D0205"));
  expect(readFileSync(update ?? "", "utf8")).toMatch(
    new RegExp(`\\n752\\|1\\|\\r?\\n452\\|\\d+\\|SP02\\|${point}\\|${flat}\\|`),
  );
});

test("a switch that a person asks for is found by its notices", async () => {
  await whileRunning(place, () =>
    withStore(place, async (store) => {
      notice("RegistrationPendingNotification", "Pending", {
        supplyStartDate: `${day}T00:00:00.000Z`,
      });
      await until("it waits", async () => (await store.reports.counts()).stuck === 1);
      const asked = {
        key: "K-1",
        name: "do_request",
        processType: "switch-gain",
        processKey: key,
        actor: "ann",
        data: { reference: "SW-1" },
      };
      const definitions = await installationModel(place.config).definitions();
      await runCommand({ store, definitions, now: Date.now }, asked);
      await becomes(store, "pending", 1);
      expect((await store.reports.counts()).stuck).toBe(0);
    }),
  );
});

test("a switch goes through by half-hourly settlement", async () => {
  const from = `${day}T00:00:00+00:00`;
  const ms = {
    B070: {
      proposedMeteringServiceDIPID: "6600000001",
      proposedMeteringServiceMPID: "METR",
      proposedMeteringServiceDIPEffectiveFromDate: from,
      contractReferenceMeteringService: null,
      appointmentScenario: "COS",
    },
  };
  await whileRunning(place, () =>
    withStore(place, async (store) => {
      request();
      notice("RegistrationPendingNotification", "Pending", {
        supplyStartDate: `${day}T00:00:00.000Z`,
      });
      platform("IF-002", "GainMPANInfo", {
        B002: {
          incomingSupplierDIPID: "8800000001",
          incomingSupplierMPID: "SUPP",
          supplierEffectiveFromDate: from,
        },
      });
      await becomes(store, "pending", 3);
      platform("IF-035", "MSAppRejected", {
        ...ms,
        B007: { responseCode: "R", proposedAppointmentResponseCode: "SP001" },
      });
      await becomes(store, "pending: no metering service left", 3);
      await until("a person is called", async () => {
        const stuck = await Array.fromAsync(store.stuck.list());
        return stuck.some(({ reason }) => reason.includes("METR (SP001)"));
      });
    }),
  );
  const asked = filesUnder(out).filter((file) => basename(file).startsWith("IF-031"));
  const texts = asked.map((file) => readFileSync(file, "utf8"));
  expect(texts.join()).toContain('"proposedMeteringServiceDIPID": "6600000001"');
});
