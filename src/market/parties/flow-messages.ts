import type { FlowMessage, FlowReference } from "../../catalogue/flow-message.ts";
import type { GroupData } from "../../core/file/document.ts";
import type { Party } from "../../core/file/envelope.ts";
import { us } from "../plan/participants.ts";
import type { PlannedSwitch } from "../plan/switches.ts";
import type { MarketLetter } from "../post/letter.ts";
import { flowDate } from "./text-forms.ts";

/** What a message of the data transfer catalogue is besides its data. */
export interface FlowWords {
  readonly from: Party;
  /** Us when absent. */
  readonly to?: Party;
  readonly says?: string;
}

/** A message of a flow of the data transfer catalogue to the installation, e.g. of `D0011001`. */
export function flowLetter<Reference extends FlowReference>(
  reference: Reference,
  plan: Pick<PlannedSwitch, "mpan">,
  { from, to, says = "" }: FlowWords,
  data: FlowMessage<Reference>,
): MarketLetter {
  return {
    from,
    to: to ?? { role: us.role, participant: us.participant },
    flow: reference.slice(0, 5),
    about: plan.mpan,
    says,
    registration: null,
    data: data as unknown as GroupData,
  };
}

/** How the meters of the market are read and settled: one register, all day. */
export const configuration = {
  settlementConfiguration: "0393",
  timePatternRegime: "00001",
  profileClass: "1",
  timeswitchCode: "801",
  lineLossFactorClass: "100",
  register: "S",
} as const;

/** What the registration service says of a metering point to its new supplier. */
export function registrationDetails(
  plan: PlannedSwitch,
  number: number,
  received: string,
): FlowMessage<"D0217002"> {
  return {
    instructionNumber: String(number),
    instructionType: "SP51",
    mpanCore: plan.mpan,
    deemedReceivedDate: flowDate(received),
    effectiveFromSettlementDateRegi: flowDate(plan.start),
    meteringPointAddressLine5: "1 Fuse Street",
    meteringPointPostcode: "ZZ1 1ZZ",
    gspGroupId: plan.distributor.gspGroup,
    energisationStatus: "E",
    measurementClassId: plan.metering === "HH" ? "C" : "A",
    meterTimeswitchCode: configuration.timeswitchCode,
    lineLossFactorClassId: configuration.lineLossFactorClass,
    ...(plan.metering === "NHH" && {
      profileClassId: configuration.profileClass,
      standardSettlementConfigurationSscId: configuration.settlementConfiguration,
    }),
    relatedMpanIndicator: "F",
    fileSequenceNumber: { fileSequenceNumber: "1" },
  };
}

/** What it says of the old supplier. */
export function oldSupplierDetails(plan: PlannedSwitch, number: number): FlowMessage<"D0260002"> {
  const kind = plan.metering === "HH" ? "H" : "N";
  return {
    instructionNumber: String(number),
    instructionType: "SP51",
    mpanCore: plan.mpan,
    effectiveFromSettlementDateRegi: flowDate(plan.start),
    oldSupplierId: plan.otherSupplier,
    energisationStatus: "E",
    measurementClassId: plan.metering === "HH" ? "C" : "A",
    dataCollectorId: plan.oldCollector,
    dataCollectorType: kind,
    meterOperatorId: plan.oldOperator,
    meterOperatorType: kind,
    relatedMpanIndicator: "F",
    fileSequenceNumber: { fileSequenceNumber: "1" },
  };
}

/** How the registers of a meter map to settlement. */
export function mappingDetails(plan: PlannedSwitch): FlowMessage<"D0149001"> {
  const { settlementConfiguration, timePatternRegime, register } = configuration;
  return {
    mpanCore: plan.mpan,
    effectiveFromSettlementDateMsmtd: flowDate(plan.start),
    nhhMappingDetails: {
      standardSettlementConfigurationSscId: settlementConfiguration,
      effectiveFromSettlementDateScon: flowDate(plan.start),
      timePatternRegimes: [
        {
          timePatternRegime,
          meterDetails: [
            {
              meterId: plan.meter,
              meterRegister: [{ meterRegisterId: register, registerMappingCoefficient: "1" }],
            },
          ],
        },
      ],
    },
  };
}

/** A meter read by hand. */
export function meterDetails(plan: PlannedSwitch): FlowMessage<"D0150002"> {
  return {
    mpanCore: plan.mpan,
    effectiveFromSettlementDateMsmtd: flowDate(plan.start),
    measurementClassId: "A",
    energisationStatus: "E",
    sscs: {
      standardSettlementConfigurationSscId: configuration.settlementConfiguration,
      effectiveFromSettlementDateScon: flowDate(plan.start),
    },
    meterRetrievalMethodDetails: [
      {
        meterId: plan.meter,
        meterCurrentRating: "100",
        meterLocation: "H",
        manufacturersMakeType: "SAMPLE METER 1",
        meterAssetProviderId: "MAPA",
        meterType: "N",
        dateOfMeterInstallation: "20150601",
        retrievalMethod: "H",
        retrievalMethodEffectiveDate: "20150601",
        meterRegisterDetails: [
          {
            meterRegisterId: configuration.register,
            meterRegisterType: "C",
            measurementQuantityId: "AI",
            meterRegisterMultiplier: "1.00",
            numberOfRegisterDigits: "5",
          },
        ],
      },
    ],
  };
}

/** A meter that is read each half-hour from afar. */
export function halfHourlyMeterDetails(plan: PlannedSwitch): FlowMessage<"D0268002"> {
  return {
    mpanCore: plan.mpan,
    effectiveFromSettlementDateMsmtd: flowDate(plan.start),
    meterCop: "5",
    complexSiteIndicator: "F",
    systemVoltage: "400",
    numberOfPhases: "3",
    eventIndicator: "E",
    outstationDetails: [
      {
        outstationId: plan.meter,
        outstationType: "SMP",
        outstationNumberOfChannels: "2",
        outstationNumberOfDials: "6",
        communicationsMethod: "GS",
      },
    ],
    meterDetails: [
      {
        meterId: plan.meter,
        dateOfMeterInstallation: "20150601",
        feederStatus: "A",
        feederStatusEffectiveFromDate: "20150601",
        meterAssetProviderId: "MAPA",
        meterRegisterDetails: [
          {
            meterRegisterId: configuration.register,
            outstationId: plan.meter,
            channelNumber: "01",
            pulseMultiplier: "1",
            meterRegisterMultiplier: "1.00",
            outstationMultiplier: "1",
            measurementQuantityId: "AI",
            numberOfRegisterDigits: "6",
          },
        ],
      },
    ],
  };
}

/** The reading on change of supplier. `type`: `A` actual, `C` customer's own, `D` deemed, `X` agreed. */
export function changeReading(
  plan: Pick<PlannedSwitch, "mpan" | "meter" | "start">,
  reading: string,
  type: string,
): FlowMessage<"D0086002"> {
  return {
    mpanCore: plan.mpan,
    bscValidationStatus: "V",
    meterReadingTypes: [
      {
        meterId: plan.meter,
        readingType: type,
        registerReadings: [
          {
            meterRegisterId: configuration.register,
            readingDateTime: `${flowDate(plan.start)}000000`,
            registerReading: reading,
            readingMethod: "N",
          },
        ],
      },
    ],
  };
}
