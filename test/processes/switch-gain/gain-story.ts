import type { z } from "zod";
import { englandAndWales } from "../../../src/calendar/england-and-wales.ts";
import type { FlowMessage } from "../../../src/catalogue/flow-message.ts";
import { switchGain } from "../../../src/processes/switch-gain/build.ts";
import { gainSettings } from "../../../src/processes/switch-gain/settings.ts";
import type { Switch } from "../../../src/processes/switch-gain/state.ts";
import { ProcessStory } from "../../../src/testing/process-story.ts";

export const point = "9900012045006";
export const registration = "REG-77";

/** The gaining side as we are `SUPP`. */
export function gaining(settings: z.input<typeof gainSettings> = {}) {
  const dipIds = new Map([
    ["SUPP", "8800000001"],
    ["METR", "6600000001"],
    ["DATA", "6600000002"],
  ]);
  const gainer = { us: "SUPP", dipIds, settings: gainSettings.parse(settings) };
  return switchGain(gainer, englandAndWales);
}

export const gain = gaining();

/** A domestic customer, to be supplied from Tuesday 8 December. */
export const wanted: FlowMessage<"SWITCHREQ001"> = {
  meteringPoint: point,
  fuel: "E",
  supplyStartDate: "2026-12-08",
  ourReference: "SW-1",
  domestic: "true",
  meterOperators: "UDMS EMEB",
  dataCollectors: "UDMS",
  dataAggregators: "UDMS",
  meteringServices: "METR MTRB",
  dataServices: "DATA",
  consentGranularity: "D",
  customerName: "Ann Bright",
  contactTelephone: "01130000000",
  addressLine1: "1 High Street",
  postcode: "LS1 4AP",
  priorityServices: "01",
};

type Told = Readonly<Record<string, unknown>>;

/** Everybody's messages, each at a time of the first days of December 2026. */
export class GainStory extends ProcessStory<Switch> {
  constructor(at = "2026-12-01T10:00:00Z", day = "2026-12-08", definition = gain) {
    super(definition, `${point}@${day}`, at);
  }

  static async requested(
    changes: Partial<FlowMessage<"SWITCHREQ001">> = {},
    definition = gain,
  ): Promise<GainStory> {
    const story = new GainStory(undefined, undefined, definition);
    await story.message("SWITCHREQ", { ...wanted, ...changes }, undefined, about);
    return story;
  }

  /** The switching service says so. */
  notice(status: string, at?: string, more: Told = {}): Promise<void> {
    const flow = flows[status] ?? "CSS-STATUS";
    const known = {
      registrationStatus: status,
      registrationId: registration,
      supplierGeneratedReference: "SW-1",
      ...more,
    };
    return this.message(flow, { contextType: "GainingSupplier", $known: known }, at, about);
  }

  async legacyRegistered(at?: string, measurementClassId = "A"): Promise<void> {
    const details = { ...about, fromRole: "P", fromParticipant: "YELG" };
    const registered = {
      mpanCore: point,
      effectiveFromSettlementDateRegi: "20261208",
      gspGroupId: "_M",
      profileClassId: "01",
      measurementClassId,
      standardSettlementConfigurationSscId: "0393",
      meteringPointAddressLine1: "1 High Street",
    };
    await this.message("D0217", registered, at, details);
    const before = { mpanCore: point, oldSupplierId: "OLDS", meterOperatorId: "OMOP" };
    await this.message("D0260", { ...before, dataCollectorId: "ODCO" }, at, details);
  }

  agent(flow: "D0011" | "D0261", role: string, participant: string, at?: string): Promise<void> {
    const data = {
      mpanCore: point,
      effectiveFromSettlementDateRegi: "20261208",
      rejectionOfAgentAppointmentCode: "Z",
    };
    return this.message(flow, data, at, { ...about, fromRole: role, fromParticipant: participant });
  }

  async allAgree(at?: string): Promise<void> {
    await this.agent("D0011", "M", "UDMS", at);
    await this.agent("D0011", "D", "UDMS", at);
    await this.agent("D0011", "B", "UDMS", at);
  }

  async meterDetails(at?: string): Promise<void> {
    const from = { ...about, fromRole: "M", fromParticipant: "UDMS" };
    const meter = { meterId: "A10Z001", meterRegisterDetails: [{ meterRegisterId: "01" }] };
    const sscs = { standardSettlementConfigurationSscId: "0393" };
    await this.message(
      "D0150",
      { mpanCore: point, sscs, meterRetrievalMethodDetails: [meter] },
      at,
      from,
    );
    const regimes = [{ timePatternRegime: "00001" }];
    const nhhMappingDetails = { timePatternRegimes: regimes };
    await this.message("D0149", { mpanCore: point, nhhMappingDetails }, at, from);
  }

  reading(value: string, type: string, at?: string): Promise<void> {
    const registerReadings = [
      { meterRegisterId: "01", readingDateTime: "20261208000000", registerReading: value },
    ];
    const meterReadingTypes = [{ meterId: "A10Z001", readingType: type, registerReadings }];
    const from = { ...about, fromRole: "D", fromParticipant: "UDMS" };
    return this.message("D0086", { mpanCore: point, meterReadingTypes }, at, from);
  }

  /** Half-hourly data of some days, from the collector. */
  halfHourlyData(dates: readonly string[], at?: string): Promise<void> {
    const settlementDate = dates.map((date) => ({ settlementDate: date, hhPeriods: [] }));
    const data = { mpanCore: point, measurementQuantityId: "AI", settlementDate };
    return this.message("D0036", data, at, { ...about, fromRole: "C", fromParticipant: "UDMS" });
  }

  /** A message of half-hourly settlement, from the registration service. */
  platform(flow: string, eventCode: string, blocks: Told, at?: string, R0?: Told): Promise<void> {
    const S1 = { senderDIPID: "7700000001" };
    const M0 = { MPANCore: point, distributorDIPID: "9900000001", GSPGroupID: "_M" };
    const data = {
      CommonBlock: { S1, M0, ...(R0 === undefined ? {} : { R0 }) },
      CustomBlock: { B013: { CSSRegistrationID: registration }, ...blocks },
      $known: { eventCode: [`[${eventCode}]`] },
    };
    return this.message(flow, data, at, about);
  }

  /** What was sent, as `D0155 M:UDMS`, in order. */
  get outbound(): string[] {
    return this.files.map(({ flow, to: { role, participant } }) =>
      role === null ? `${flow} ${participant}` : `${flow} ${role}:${participant}`,
    );
  }

  /** What waits for a person, by its code. */
  get called(): string[] {
    return this.actions.filter(({ state }) => state === "refused").map(({ action }) => action);
  }
}

const about = { subjectKey: point, subjectKind: "mpan" };

const flows: Readonly<Record<string, string>> = {
  Validated: "CSS02380",
  Rejected: "CSS02380",
  Pending: "CSS02300",
  Confirmed: "CSS02370",
  SecuredActive: "CSS02370",
};

export const fromDay = { B002: { supplierEffectiveFromDate: "2026-12-08T00:00:00+00:00" } };

export const services = {
  ms: (who: string) => ({
    B070: {
      proposedMeteringServiceMPID: who,
      proposedMeteringServiceDIPEffectiveFromDate: "2026-12-08T00:00:00+00:00",
    },
  }),
  ds: (who: string) => ({
    B071: {
      proposedDataServiceMPID: who,
      proposedDataServiceDIPEffectiveFromDate: "2026-12-08T00:00:00+00:00",
    },
  }),
};
