import type { FlowMessage } from "../../../catalogue/flow-message.ts";
import type { Recipient } from "../../../core/define/effect.ts";
import { agentParty, isAgreed, openingOf } from "../conditions.ts";
import { sendable } from "../sending.ts";
import type { Gainer } from "../settings.ts";
import type { OpeningReading, Register, SaidOnReading, Switch } from "../state.ts";
import type { ErroneousTransfer } from "../transfers.ts";
import { fileDate, isLegacy } from "./appoint-actions.ts";

/** A reading of our own systems, of one of these sources. */
function ownReading({ readings }: Switch, sources: readonly string[]): OpeningReading | null {
  const own = readings.filter(({ source }) => sources.includes(source));
  return own.toSorted((a, b) => b.at - a.at)[0] ?? null;
}

/** The collector of registers, once it has agreed and our systems have a reading for it. */
function collectorFor(state: Switch, sources: readonly string[]): Recipient[] {
  const isFor =
    isLegacy(state) && isAgreed(state, "dc") && state.request?.halfHourlyMeter === false;
  return isFor && ownReading(state, sources) !== null ? agentParty(state, "dc") : [];
}

function byMeter(registers: readonly Register[]): [string, readonly Register[]][] {
  return [...Map.groupBy(registers, ({ meter }) => meter)];
}

const midnight = (date: string) => `${fileDate(date)}000000`;

function customerReading(state: Switch): FlowMessage<"D0071001"> {
  const reading = ownReading(state, ["customer", "estimate"]);
  return {
    mpanCore: state.point,
    readingDateTime: midnight(reading?.date ?? state.startDate),
    readingType: reading?.source === "estimate" ? "O" : "C",
    meterDetailPerMpanCore: byMeter(reading?.registers ?? []).map(([meterId, registers]) => ({
      meterId,
      meterRegisterDetailPerMeter: registers.map(({ register, value }) => ({
        meterRegisterId: register,
        registerReading: value,
      })),
    })),
  };
}

function smartReading(state: Switch): FlowMessage<"D0010002"> {
  const reading = ownReading(state, ["smart"]);
  return {
    mpanCore: state.point,
    bscValidationStatus: "U",
    meterReadingTypes: byMeter(reading?.registers ?? []).map(([meterId, registers]) => ({
      meterId,
      readingType: "A",
      registerReadings: registers.map(({ register, value }) => ({
        meterRegisterId: register,
        readingDateTime: midnight(reading?.date ?? state.startDate),
        registerReading: value,
        readingMethod: "N",
      })),
    })),
  };
}

/** The proposal, and beside each register what is disputed. */
function proposal(state: Switch): FlowMessage<"D0300001"> {
  const { proposed = [], reason = null } = state.dispute ?? {};
  return onReading(state, { status: "P", registers: proposed, note: reason });
}

/** Our answer to what the other side says of the opening reading. */
function answerOnReading(state: Switch): FlowMessage<"D0300001"> {
  const { said = null } = state.dispute ?? {};
  return onReading(state, said ?? { status: "Y", registers: [], note: null });
}

function onReading(
  state: Switch,
  said: {
    readonly status: "P" | SaidOnReading["status"];
    readonly registers: readonly Register[];
    readonly note: string | null;
  },
): FlowMessage<"D0300001"> {
  const standing = openingOf(state);
  const standingValue = ({ meter, register }: Register) =>
    standing?.registers.find((one) => one.meter === meter && one.register === register)?.value;
  return {
    mpanCore: state.point,
    mpanCoreProcess: "C",
    effectiveFromSettlementDateRegiForNewSupplier: fileDate(state.startDate),
    ...(said.note === null ? {} : { additionalInformation: said.note }),
    meterId: byMeter(said.registers).map(([meterId, registers]) => ({
      ...(meterId === "" ? {} : { meterId }),
      initiatingFlowIndicator: said.status === "P" ? "1" : "0",
      meterRegisterDetails: registers.map((one) => {
        const registerReading = standingValue(one);
        return {
          ...(one.register === "" ? {} : { meterRegisterId: one.register }),
          ...(registerReading === undefined ? {} : { registerReading }),
          proposedRegisterReading: one.value,
          statusOfProposedReadings: said.status,
        };
      }),
    })),
  };
}

function oldSupplier({ suppliers }: Switch): Recipient[] {
  return suppliers.old === null ? [] : [{ role: "X", participant: suppliers.old }];
}

/** What is sent about the opening reading. */
const ofReadings = {
  giveCustomerReading: sendable({
    name: "give the customer's reading",
    flow: "D0071",
    to: (state) => collectorFor(state, ["customer", "estimate"]),
    data: customerReading,
  }),

  giveSmartReading: sendable({
    name: "give the smart reading",
    flow: "D0010",
    to: (state) => collectorFor(state, ["smart"]),
    data: smartReading,
  }),

  disputeReading: sendable({
    name: "propose another opening reading",
    flow: "D0300",
    anchor: ({ dispute }) => String(dispute?.at ?? ""),
    to: (state) => ((state.dispute?.proposed.length ?? 0) > 0 ? oldSupplier(state) : []),
    data: proposal,
  }),

  answerReading: sendable({
    name: "answer on the opening reading",
    flow: "D0300",
    anchor: ({ dispute }) => String(dispute?.said?.at ?? ""),
    to: (state) => (state.dispute?.said == null ? [] : oldSupplier(state)),
    data: answerOnReading,
  }),
};

/** The opening reading, a dispute about it, and erroneous transfers: between suppliers, on either path. */
export function readingSendings({ us }: Gainer) {
  function transfer(state: Switch, to: Recipient): FlowMessage<"D0301002"> {
    const about = state.transfers.find(({ supplier }) => supplier === to.participant);
    return transferMessage(state, about, to);
  }

  /** What we say of it: `A` that we propose it, `B` and `C` that we accept or reject it, `G` that we take it back. */
  function transferMessage(
    state: Switch,
    about: ErroneousTransfer | undefined,
    to: Recipient,
  ): FlowMessage<"D0301002"> {
    return {
      mpanCore: state.point,
      effectiveFromSettlementDateRegiForNewSupplier: fileDate(state.startDate),
      initialCustomerContactDate: fileDate(about?.contactDate ?? state.startDate),
      ...(about?.ours === false
        ? { initiatingSupplierId: to.participant ?? "", associatedSupplierId: us }
        : { initiatingSupplierId: us, associatedSupplierId: to.participant ?? "" }),
      customerName: about?.customer ?? "",
      erroneousRegistrationTransferDetails: {
        reasonForReturn: about?.reason as "A",
        statusOfErroneousTransfer: about?.said?.status ?? "A",
      },
    };
  }

  return {
    ...ofReadings,

    proposeTransfer: sendable({
      name: "propose an erroneous transfer",
      flow: "D0301",
      to: (state) =>
        ourTransfers(state)
          .filter(({ said }) => said === null)
          .map(({ supplier }) => ({ role: "X", participant: supplier })),
      data: transfer,
    }),

    answerTransfer: sendable({
      name: "answer or cancel an erroneous transfer",
      flow: "D0301",
      anchor: ({ transfers }) => String(Math.max(0, ...transfers.map(({ said }) => said?.at ?? 0))),
      to: (state) => lastAnswered(state),
      data: transfer,
    }),
  };
}

/** With whom we spoke last of a transfer otherwise than by proposing it. */
function lastAnswered({ transfers }: Switch): Recipient[] {
  const [last] = transfers
    .filter(({ said }) => said !== null)
    .toSorted((one, other) => (other.said?.at ?? 0) - (one.said?.at ?? 0));
  return last === undefined ? [] : [{ role: "X", participant: last.supplier }];
}

function ourTransfers({ transfers }: Switch): readonly ErroneousTransfer[] {
  return transfers.filter(({ ours }) => ours);
}
