import type { Party } from "../../core/file/envelope.ts";
import type { PlannedSwitch } from "../plan/switches.ts";
import { type ReceivedLetter, textIn } from "../post/letter.ts";
import { configuration, flowLetter } from "./flow-messages.ts";
import type { HearsRegistrations, MarketParty, PartyContext, Registration } from "./party.ts";
import type { TakingOver } from "./taking-over.ts";
import { flowDate } from "./text-forms.ts";

/**
 * Another supplier. Of what we gain from it, it says what it knew of the point, and answers about readings and
 * mistakes; of what it gains from us, see `TakingOver`.
 */
export class OtherSupplier implements MarketParty, HearsRegistrations {
  readonly #context: PartyContext;
  readonly #self: Party;
  readonly #takingOver: TakingOver;

  constructor(context: PartyContext, participant: string, takingOver: TakingOver) {
    this.#context = context;
    this.#takingOver = takingOver;
    this.#self = { role: "X", participant };
  }

  hear({ plan, state }: Registration): void {
    const isOurs = plan.otherSupplier === this.#self.participant;
    if (plan.leaving !== null || plan.fuel === "G") return;
    if (state !== "active" || !isOurs || plan.metering === "HH" || plan.path === "mhhs") return;
    const { chance, days, later, now } = this.#context;
    const at = days.post(now(), 5, chance.whole(0, 2, plan.mpan, "information"));
    later(at, () => this.#tellOldInformation(plan));
  }

  receive(letter: ReceivedLetter): void {
    const isTaker = this.#context.planOf(letter.about)?.leaving != null;
    if (isTaker) this.#takingOver.receive(letter);
    else if (letter.flow === "D0300") this.#answerReading(letter);
    else if (letter.flow === "D0301") this.#answerTransfer(letter);
  }

  #tellOldInformation(plan: PlannedSwitch): void {
    const until = flowDate(plan.start);
    const reading = {
      meterRegisterId: configuration.register,
      registerReading: String(plan.reading - 40),
    };
    this.#context.send(
      flowLetter(
        "D0311002",
        plan,
        { from: this.#self },
        {
          mpanCore: plan.mpan,
          effectiveToSettlementDateRegiForOldSupplier: until,
          energisationStatus: "E",
          profileClassId: configuration.profileClass,
          meterDetails: [{ meterId: plan.meter, oldSupplierEstimatedCosReadings: [reading] }],
        },
      ),
    );
  }

  /** A proposal is agreed to, answered with another reading, or refused for a mistake in it. */
  #answerReading({ about, data }: ReceivedLetter): void {
    const { chance, faults, days, now, later, planOf, send } = this.#context;
    const plan = planOf(about);
    if (plan === undefined || !JSON.stringify(data).includes('"statusOfProposedReadings":"P"'))
      return;
    const name = [about, "dispute"] as const;
    if (chance.happens(faults.silence, ...name, "silent")) return;
    const status = chance.happens(faults.refusals, ...name) ? "A" : "Y";
    const at = days.post(now(), chance.whole(1, 4, ...name, "days"), 1);
    later(at, () =>
      send(
        flowLetter(
          "D0300001",
          plan,
          { from: this.#self, says: status },
          {
            mpanCore: about,
            mpanCoreProcess: textIn(data, "mpanCoreProcess"),
            effectiveFromSettlementDateRegiForNewSupplier: flowDate(plan.start),
            meterId: [
              {
                meterId: plan.meter,
                initiatingFlowIndicator: "F",
                meterRegisterDetails: [
                  {
                    meterRegisterId: configuration.register,
                    proposedRegisterReading: String(plan.reading),
                    statusOfProposedReadings: status,
                  },
                ],
              },
            ],
          },
        ),
      ),
    );
  }

  /** That a transfer was a mistake is accepted or refused. */
  #answerTransfer({ about, data }: ReceivedLetter): void {
    const { chance, faults, days, now, later, planOf, send } = this.#context;
    const plan = planOf(about);
    const details = "erroneousRegistrationTransferDetails";
    const status = textIn(data, `${details}.statusOfErroneousTransfer`);
    if (plan === undefined || (status !== "A" && status !== "D")) return;
    const isRefused = chance.happens(faults.refusals, about, "transfer");
    const [yes, no] = status === "A" ? ["B", "C"] : ["E", "F"];
    const says = (isRefused ? no : yes) ?? "B";
    const at = days.post(now(), chance.whole(4, 12, about, "transfer days"), 1);
    later(at, () =>
      send(
        flowLetter(
          "D0301002",
          plan,
          { from: this.#self, says },
          {
            mpanCore: about,
            effectiveFromSettlementDateRegiForNewSupplier: flowDate(plan.start),
            initialCustomerContactDate: textIn(data, "initialCustomerContactDate"),
            initiatingSupplierId: textIn(data, "initiatingSupplierId"),
            associatedSupplierId: textIn(data, "associatedSupplierId"),
            customerName: textIn(data, "customerName"),
            [details]: {
              reasonForReturn: textIn(data, `${details}.reasonForReturn`),
              statusOfErroneousTransfer: says,
            },
          },
        ),
      ),
    );
  }
}
