import type { z } from "zod";
import { englandAndWales } from "../../../src/calendar/england-and-wales.ts";
import { outboundDefaults } from "../../../src/config/channel/outbound-channel.ts";
import { openCatalogue, shippedSettings } from "../../../src/definitions/open.ts";
import { trialWriting } from "../../../src/outbound/compose/trial-writing.ts";
import { switchLoss } from "../../../src/processes/switch-loss/build.ts";
import { lossSettings } from "../../../src/processes/switch-loss/settings.ts";
import type { Loss, SupplyPoint } from "../../../src/processes/switch-loss/state.ts";
import { ProcessStory } from "../../../src/testing/process-story.ts";
import type { MessageDetails } from "../../../src/testing/story-message.ts";

export const point = "1200000000030";

type Settings = z.input<typeof lossSettings>;

/** The losing side as we are `LOSR`. */
export function losing(settings: Settings = {}) {
  return switchLoss({
    calendar: englandAndWales,
    settings: lossSettings.parse(settings),
    us: "LOSR",
  });
}

const event = (eventType: string, eventDate: string, data: object) => ({
  eventId: `${eventType} ${eventDate}`,
  eventType,
  version: "1.0",
  eventDate,
  correlationId: "C-1",
  data: { mpxn: point, registrationId: "R-9", ...data },
});

/** Submitted on Monday; a home's window shuts on Tuesday at 17:00, supply would end on the next Monday. */
export const invitation = (changes: object = {}, at = "2026-06-08T09:00:00Z") =>
  event("InvitationToIntervene", at, {
    registrationId: undefined,
    currentRegistrationId: "R-1",
    pendingRegistrationId: "R-9",
    interventionId: "I-9",
    submissionDate: "2026-06-08T09:00:00Z",
    supplyStartDate: "2026-06-15T00:00:00+01:00",
    domesticPremisesInd: true,
    changeOfOccupancyInd: false,
    supplierMpid: "GAIN",
    ...changes,
  });

export const secured = (changes: object = {}, at = "2026-06-14T16:00:00Z") =>
  event("RegistrationSecuredInactiveNotification", at, {
    registrationStatus: "SecuredInactive",
    supplyStartDate: "2026-06-15T00:00:00+01:00",
    ...changes,
  });

export const status = (
  registrationStatus: string,
  changes: object = {},
  at = "2026-06-10T09:00:00Z",
) => ({
  ...event("RegistrationStatusNotification", at, {
    registrationStatus,
    supplyStartDate: "2026-06-15T00:00:00+01:00",
    ...changes,
  }),
  contextType: "LosingSupplier",
});

export const refusal = (refusedRequest: string, at = "2026-06-09T12:00:00Z") =>
  event("RequestRefusedNotification", at, {
    refusedRequest,
    reasonCode: "E42",
    reason: "not allowed",
  });

export const contract = (changes: object = {}) => ({
  meteringPoint: point,
  fuel: "E",
  suppliedFrom: "2024-03-01",
  domestic: "true",
  asOf: "2026-06-05",
  debt: "0.00",
  account: "A-77",
  metering: "NHH",
  meterOperator: "MOPA",
  dataCollector: "DCAA",
  dataAggregator: "DAAA",
  ...changes,
});

export const reading = (value: string, readingType = "A", readAt = "20260615000000") => ({
  mpanCore: point,
  bscValidationStatus: "V",
  meterReadingTypes: [
    {
      meterId: "M1",
      readingType,
      registerReadings: [
        {
          meterRegisterId: "01",
          readingDateTime: readAt,
          registerReading: value,
          readingMethod: "N",
        },
      ],
    },
  ],
});

export const letter = (statusOfProposedReadings: string, value: string, note?: string) => ({
  mpanCore: point,
  mpanCoreProcess: "N",
  effectiveFromSettlementDateRegiForNewSupplier: "20260615",
  ...(note !== undefined && { additionalInformation: note }),
  meterId: [
    {
      meterId: "M1",
      initiatingFlowIndicator: "1",
      meterRegisterDetails: [
        { meterRegisterId: "01", proposedRegisterReading: value, statusOfProposedReadings },
      ],
    },
  ],
});

export const transfer = (statusOfErroneousTransfer: string, changes: object = {}) => ({
  mpanCore: point,
  effectiveFromSettlementDateRegiForNewSupplier: "20260615",
  initialCustomerContactDate: "20260622",
  initiatingSupplierId: "GAIN",
  associatedSupplierId: "LOSR",
  customerName: "Ann Bright",
  erroneousRegistrationTransferDetails: { reasonForReturn: "D", statusOfErroneousTransfer },
  ...changes,
});

const out = { ...outboundDefaults, kind: "folder", direction: "out", name: "out" } as const;
const cannotBeWritten = trialWriting(
  await openCatalogue(shippedSettings),
  [{ ...out, path: "/out", from: { role: "X", participant: "LOSR" } }],
  () => Date.UTC(2026, 5, 16),
);

/** Flows that tell of a loss: any of them opens the point. */
const openers = new Set(["CSS02700", "CSS02370", "CSS-STATUS", "D0058", "IF-037"]);

/** The life of a supply point of ours, from Monday 8 June 2026 at 10:00. */
export class LossStory extends ProcessStory<SupplyPoint> {
  /** What came before anything told of a loss: it becomes an event once something does. */
  readonly #early: [string, object, string, MessageDetails | undefined][] = [];

  constructor(settings: Settings = {}, at = "2026-06-08T10:00:00+01:00") {
    super(losing(settings), point, at);
  }

  static async invited(changes: object = {}, settings: Settings = {}) {
    const story = new LossStory(settings);
    await story.message("CSS02700", invitation(changes), "2026-06-08T09:00:00Z");
    return story;
  }

  /** Lost without a word of ours, with a contract that names three agents. */
  static async lost(settings: Settings = {}) {
    const story = await LossStory.invited({}, settings);
    await story.message("CONTRACTS", contract());
    await story.until("2026-06-14T17:05:00+01:00");
    await story.message("CSS02370", secured());
    await story.until("2026-06-16T09:00:00+01:00");
    return story;
  }

  override async message(flow: string, data: object, sentAt?: string, details?: MessageDetails) {
    if (this.events.length === 0 && !openers.has(flow)) {
      const now = new Date(this.now).toISOString();
      this.#early.push([flow, data, sentAt ?? now, details]);
      return;
    }
    await super.message(flow, data, sentAt, details);
    for (const early of this.#early.splice(0)) await super.message(...early);
  }

  collector(data: object, at?: string): Promise<void> {
    return this.message("D0086", data, at, { fromRole: "D", fromParticipant: "DCAA" });
  }

  supplier(flow: string, data: object, at?: string, from = "GAIN"): Promise<void> {
    return this.message(flow, data, at, { fromRole: "X", fromParticipant: from });
  }

  /** A few other orders of arrival are enough here: the property of all lives tries many. */
  override check(): void {
    for (const file of this.files) {
      const why = cannotBeWritten(file);
      if (why !== null) throw new Error(why);
    }
    super.check({ arrivals: 3 });
  }

  get loss(): Loss {
    const [loss] = this.state.losses;
    if (loss === undefined) throw new Error("there is no loss");
    return loss;
  }

  /** What was sent, as `D0151 M:MOPA`. */
  get sent(): string[] {
    return this.files.map(({ flow, to }) =>
      [flow, to.role === null ? (to.participant ?? "") : `${to.role}:${to.participant}`].join(" "),
    );
  }

  /** Why actions were refused, which is what people see as stuck. */
  get stuck(): string[] {
    return this.actions.filter(({ state }) => state === "refused").map(({ action }) => action);
  }
}
