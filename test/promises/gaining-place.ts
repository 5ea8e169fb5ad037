import { mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { openInstallation } from "../../src/app/installation/open-installation.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import type { GroupData } from "../../src/core/file/document.ts";
import { writeDocument } from "../../src/formats/write-document.ts";
import * as market from "../../src/market/parties/flow-messages.ts";
import type { PlannedSwitch } from "../../src/market/plan/switches.ts";
import { outgoingFlow } from "../../src/outbound/compose/outgoing-flow.ts";
import type { Store } from "../../src/store/port/store.ts";
import { makePlace, type Place } from "../cli/busbar.ts";
import { catalogue } from "../formats/flow-text.ts";
import { filesUnder, whileRunning } from "./workplace.ts";

const settings = `
store: busbar.db
clock: clock
log: silent
http: false
participant: { role: X, id: SUPP }
dipIds: { "8800000001": "X:SUPP", "6600000001": METR, "6600000002": DATA }
shippedProcesses: [switch-gain]
channels:
  inbox: { path: inbox, steady: 0s, poll: 100ms }
  market: { direction: out, path: out }
`;

/** A Busbar that gains supplies, with the market's files as its parties would send them. */
export class GainingPlace {
  readonly store: Store;
  readonly #place: Place;
  #files = 0;
  #now = 0;
  /** What has left, by path: it stays as it is. */
  readonly #left = new Map<string, string>();

  private constructor(place: Place, store: Store) {
    this.#place = place;
    this.store = store;
  }

  /** Runs the body beside a daemon. */
  static async running(at: string, body: (place: GainingPlace) => Promise<void>): Promise<void> {
    const place = makePlace();
    try {
      for (const folder of ["inbox", "out"]) mkdirSync(join(place.folder, folder));
      writeFileSync(join(place.folder, "busbar.yaml"), settings);
      writeFileSync(join(place.folder, "clock"), new Date(at).toISOString());
      const config = loadConfig(join(place.folder, "busbar.yaml"));
      await whileRunning({ config }, async () => {
        const installation = await openInstallation(config);
        try {
          const gaining = new GainingPlace(place, installation.store);
          gaining.time(at);
          await body(gaining);
        } finally {
          await installation.close();
        }
      });
    } finally {
      place.remove();
    }
  }

  time(moment: string): void {
    this.#now = Date.parse(moment);
    writeFileSync(join(this.#place.folder, "clock"), new Date(this.#now).toISOString());
  }

  get now(): string {
    return new Date(this.#now).toISOString();
  }

  /** Puts a file into the inbox, written now; gives what it says. */
  drop(name: string, bytes: string | Uint8Array): string | Uint8Array {
    this.#files += 1;
    const file = join(this.#place.folder, "inbox", `${this.#files}-${name}`);
    writeFileSync(file, bytes);
    utimesSync(file, this.#now / 1000, this.#now / 1000);
    return bytes;
  }

  /** A file of a D-flow with one message, from a party such as `M:UDMS`. */
  flow(flow: string, from: string, data: object): string | Uint8Array {
    const known = outgoingFlow(catalogue, flow);
    const [group = ""] = known?.groups ?? [];
    const [role = "", participant = ""] = from.split(":");
    const written = writeDocument(
      {
        envelope: {
          family: "user-file",
          flow,
          version: known?.version ?? "",
          fileIdentifier: String(this.#files + 1).padStart(10, "0"),
          from: { role, participant },
          to: { role: "X", participant: "SUPP" },
          created: this.now.replaceAll(/\D/g, "").slice(0, 14),
          testFlag: "OPER",
        },
        layout: null,
        messages: [{ group, data: data as GroupData }],
      },
      catalogue,
    );
    if (!written.ok) throw new Error(`${flow}: ${JSON.stringify(written.problems)}`);
    return this.drop(`${flow}.usr`, Buffer.from(written.bytes));
  }

  /** A number of its own for whatever needs one. */
  get number(): number {
    return this.#files + 1;
  }

  busbar(...words: string[]) {
    return this.#place.busbar(...words);
  }

  /** What has left about a point, as `D0155 M:UDMS`, in the order of the alphabet. */
  sent(point: string): string[] {
    return this.#allLeft()
      .filter(([, text]) => text.includes(point))
      .map(([file]) => labelOf(basename(file)))
      .toSorted();
  }

  /** What has left about a point in files that begin so, oldest first. */
  texts(point: string, beginning: string): string[] {
    return this.#allLeft()
      .filter(([file, text]) => basename(file).startsWith(beginning) && text.includes(point))
      .toSorted(([one], [other]) => one.localeCompare(other))
      .map(([, text]) => text);
  }

  #allLeft(): (readonly [file: string, text: string])[] {
    return filesUnder(join(this.#place.folder, "out")).map((file) => {
      const text = this.#left.get(file) ?? readFileSync(file, "utf8");
      this.#left.set(file, text);
      return [file, text];
    });
  }
}

function labelOf(name: string): string {
  const flow = /^(D\d{4})\d{3}_(\w)(\w+?)_/.exec(name);
  if (flow !== null) return `${flow[1]} ${flow[2]}:${flow[3]}`;
  return /^(CSS\d{5}|CSS-[A-Z]+|IF-\d{3})/.exec(name)?.[1] ?? name;
}

/** One supply that is gained, as its parties speak of it. */
export class Supply {
  readonly point: string;
  readonly reference: string;
  readonly day: string;
  readonly #place: GainingPlace;

  constructor(place: GainingPlace, point: string, reference: string, day: string) {
    this.#place = place;
    this.point = point;
    this.reference = reference;
    this.day = day;
  }

  /** The same point, asked for under another reference. */
  again(reference: string, day = this.day): Supply {
    return new Supply(this.#place, this.point, reference, day);
  }

  get key(): string {
    return `${this.point}@${this.day}`;
  }

  get plan(): PlannedSwitch {
    const distributor = { participant: "YELG", gspGroup: "_M", dipId: "9900000001" };
    const old = { otherSupplier: "OLDS", oldCollector: "ODCO", oldOperator: "OMOP" };
    const meter = { metering: "NHH", meter: "A10Z001" };
    return { mpan: this.point, start: this.day, distributor, ...old, ...meter } as PlannedSwitch;
  }

  request(columns: Readonly<Record<string, string>> = {}): void {
    const row = {
      metering_point: this.point,
      fuel: "E",
      supply_start_date: this.day,
      our_reference: this.reference,
      domestic: "true",
      meter_operators: "UDMS EMEB",
      data_collectors: "UDMS",
      data_aggregators: "UDMS",
      metering_services: "METR",
      data_services: "DATA",
      customer_name: "Ann Bright",
      ...columns,
    };
    const lines = [Object.keys(row), Object.values(row)].map((one) => one.join(","));
    this.#place.drop("switches.csv", `${lines.join("\n")}\n`);
  }

  notice(registrationStatus: string, more: object = {}): string | Uint8Array {
    const { number, now } = this.#place;
    const isValidation = ["Validated", "Rejected"].includes(registrationStatus);
    const data = {
      mpxn: this.point,
      ...(isValidation
        ? { registrationRequestStatus: registrationStatus }
        : { registrationStatus, registrationId: `REG-${this.reference}` }),
      supplierGeneratedReference: this.reference,
      ...(registrationStatus === "Pending" && { supplyStartDate: `${this.day}T00:00:00.000Z` }),
      ...(registrationStatus === "SecuredActive" && {
        registrationActiveDate: `${this.day}T00:00:00.000Z`,
      }),
      ...more,
    };
    const eventType = notices[registrationStatus] ?? "RegistrationStatusNotification";
    const about = { eventId: `E-${number}`, correlationId: `C-${number}`, version: "1.0" };
    const event = { ...about, eventType, eventDate: now, contextType: "GainingSupplier", data };
    return this.#place.drop("css.json", JSON.stringify(event));
  }

  /** D0217 and D0260. */
  registered(): void {
    const { plan } = this;
    const details = market.registrationDetails(
      plan,
      this.#place.number,
      this.#place.now.slice(0, 10),
    );
    this.#place.flow("D0217", "P:YELG", details);
    this.#place.flow("D0260", "P:YELG", market.oldSupplierDetails(plan, this.#place.number));
  }

  agreed(role: "M" | "D" | "B", participant = "UDMS"): string | Uint8Array {
    const from = this.day.replaceAll("-", "");
    return this.#place.flow("D0011", `${role}:${participant}`, {
      mpanCore: this.point,
      contractReference: `${participant}SUPP`,
      effectiveFromSettlementDateRegi: from,
      ...(role === "M" ? { mopEffectiveDate: { effectiveFromDateMoa: from } } : {}),
      ...(role === "D" ? { dcEffectiveDate: { effectiveFromDateDca: from } } : {}),
      ...(role === "B" ? { daEffectiveDate: { effectiveFromSettlementDateDaa: from } } : {}),
    });
  }

  allAgreed(): void {
    for (const role of ["M", "D", "B"] as const) this.agreed(role);
  }

  refused(participant: string): void {
    this.#place.flow("D0261", `M:${participant}`, {
      mpanCore: this.point,
      contractReference: `${participant}SUPPMO`,
      effectiveFromSettlementDateRegi: this.day.replaceAll("-", ""),
      rejectionOfAgentAppointmentCode: "Z",
    });
  }

  meterDetails(): void {
    this.#place.flow("D0150", "M:UDMS", market.meterDetails(this.plan));
    this.#place.flow("D0149", "M:UDMS", market.mappingDetails(this.plan));
  }

  reading(value: string, type: string): void {
    this.#place.flow("D0086", "D:UDMS", market.changeReading(this.plan, value, type));
  }

  ownReading(value: string): void {
    const columns =
      "metering_point,supply_start_date,read_at,source,meter_id,register_id,opening_reading";
    const row = [this.point, this.day, this.day, "customer", "A10Z001", "S", value].join(",");
    this.#place.drop("readings.csv", `${columns}\n${row}\n`);
  }

  /** The same file once more, under another name. */
  twice(bytes: string | Uint8Array): void {
    this.#place.drop("again.usr", bytes);
  }

  /** The old supplier says yes to the reading that we proposed. */
  agreedByOldSupplier(value: string): void {
    this.#place.flow("D0300", "X:OLDS", {
      mpanCore: this.point,
      mpanCoreProcess: "C",
      effectiveFromSettlementDateRegiForNewSupplier: this.day.replaceAll("-", ""),
      meterId: [
        {
          meterId: "A10Z001",
          initiatingFlowIndicator: "1",
          meterRegisterDetails: [
            {
              meterRegisterId: "S",
              proposedRegisterReading: value,
              statusOfProposedReadings: "Y",
            },
          ],
        },
      ],
    });
  }

  /** A supplier says something of an erroneous transfer: `D` proposed, `E` accepted, `F` rejected. */
  transferSaid(supplier: string, status: "D" | "E" | "F"): void {
    this.#place.flow("D0301", `X:${supplier}`, {
      mpanCore: this.point,
      effectiveFromSettlementDateRegiForNewSupplier: this.day.replaceAll("-", ""),
      initialCustomerContactDate: "20270120",
      initiatingSupplierId: "SUPP",
      associatedSupplierId: supplier,
      customerName: "Ann Bright",
      erroneousRegistrationTransferDetails65c: {
        reasonForReturn: "D",
        statusOfErroneousTransfer: status,
      },
    });
  }

  /** What the platform says of each appointment request of ours: it refuses all that `isRefused` picks. */
  platformAnswers(isRefused: (text: string) => boolean): void {
    const { now } = this.#place;
    const messageArray = this.requests.map((text) => ({
      transactionID: `T-${this.#place.number}`,
      senderUniqueReference: referenceIn(text),
      message: isRefused(text) ? "RCP1022 - Coded value invalid" : "MSG0000 - Success",
      help: isRefused(text) ? "No such service." : null,
    }));
    const httpStatus = this.requests.some(isRefused) ? 207 : 201;
    const answer = { httpStatus, messageArray, timestamp: now };
    this.#place.drop("dip-answer.json", JSON.stringify(answer));
  }

  /** The appointment requests that have left, oldest first. */
  get requests(): string[] {
    return this.#place.texts(this.point, "IF-031");
  }

  /** A message of half-hourly settlement, from the registration service. */
  platform(interfaceID: string, eventCode: string, blocks: object): void {
    const { number, now } = this.#place;
    const S1 = {
      environmentTag: "PRD",
      subText: null,
      senderUniqueReference: `S-${interfaceID}-7700000001-REGS-20270104-${number}`,
      senderTimestamp: `${now.slice(0, 19)}+00:00`,
      senderDIPID: "7700000001",
      senderRoleID: "REGS",
      senderCorrelationID: null,
      DIPConnectionProviderID: null,
    };
    const CommonBlock = {
      S0: { interfaceID, schemaVersion: "011", eventCode: `[${eventCode}]` },
      S1,
      A0: { primaryRecipients: ["8800000001"] },
      M0: { MPANCore: this.point, distributorDIPID: "9900000001", GSPGroupID: "_M" },
    };
    const CustomBlock = { B013: { CSSRegistrationID: `REG-${this.reference}` }, ...blocks };
    this.#place.drop("dip.json", JSON.stringify({ payload: { CommonBlock, CustomBlock } }));
  }

  get midnight(): string {
    return `${this.day}T00:00:00+00:00`;
  }

  get suppliers(): object {
    return {
      B002: {
        incomingSupplierDIPID: "8800000001",
        incomingSupplierMPID: "SUPP",
        supplierEffectiveFromDate: this.midnight,
      },
    };
  }

  metering(): object {
    return {
      B070: {
        proposedMeteringServiceDIPID: "6600000001",
        proposedMeteringServiceMPID: "METR",
        proposedMeteringServiceDIPEffectiveFromDate: this.midnight,
        contractReferenceMeteringService: null,
        appointmentScenario: "COS",
      },
      B007: { responseCode: "A", proposedAppointmentResponseCode: "SP000" },
    };
  }

  data(): object {
    return {
      B071: {
        proposedDataServiceDIPID: "6600000002",
        proposedDataServiceMPID: "DATA",
        proposedDataServiceDIPEffectiveFromDate: this.midnight,
        contractReferenceDataService: null,
        appointmentScenario: "COS",
      },
      B007: { responseCode: "A", proposedAppointmentResponseCode: "SP000" },
    };
  }

  async ask(command: string, data: object): Promise<void> {
    const words = ["run", `switch-gain/${this.key}`, command, "--data", JSON.stringify(data)];
    const { code, stdout, stderr } = await this.#place.busbar("command", ...words);
    if (code !== 0) throw new Error(`${command}: ${stdout}${stderr}`);
  }

  get sent(): string[] {
    return this.#place.sent(this.point);
  }

  async status(): Promise<string | null> {
    const found = await this.#place.store.processes.withKey(this.key);
    return found.find(({ type }) => type === "switch-gain")?.status ?? null;
  }

  /** Why things of its switch are stuck, in words. */
  async stuck(): Promise<string> {
    const all = await Array.fromAsync(this.#place.store.stuck.list());
    return all
      .filter((one) => JSON.stringify(one).includes(this.key))
      .map(({ reason }) => reason)
      .join("\n");
  }
}

function referenceIn(text: string): string {
  return /"senderUniqueReference": ?"([^"]+)"/.exec(text)?.[1] ?? "";
}

const notices: Readonly<Record<string, string>> = {
  Validated: "RegistrationValidationNotification",
  Rejected: "RegistrationValidationNotification",
  Pending: "RegistrationPendingNotification",
  SecuredActive: "RegistrationSecuredActiveNotification",
};
