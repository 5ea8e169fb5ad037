import type { ReceivedLetter } from "../post/letter.ts";
import { Appointments } from "./appointments.ts";
import type { MarketParty, PartyContext } from "./party.ts";

/** A data aggregator: appointed by D0153, of which it says yes or no. */
export class DataAggregator implements MarketParty {
  readonly #appointments: Appointments;

  constructor(context: PartyContext, participant: string, role: "A" | "B") {
    this.#appointments = new Appointments(context, { role, participant }, "da");
  }

  receive(letter: ReceivedLetter): void {
    if (letter.flow === "D0153") this.#appointments.ask(letter);
    else if (letter.flow === "D0151") this.#appointments.end(letter);
  }
}
