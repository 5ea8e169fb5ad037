import { readingsOfGasMeter } from "../switch/gas-readings.ts";
import type { GainEvent } from "./events.ts";
import { withReading } from "./legacy/handlers.ts";
import { daysApart } from "./ours.ts";
import type { GainSettings } from "./settings.ts";
import type { Switch } from "./state.ts";

/**
 * What a metering agent reports of a gas meter. Readings of the days around the first of supply may open it;
 * the one nearest to that day does.
 */
export function gasMeterTold(settings: GainSettings) {
  return (state: Switch, { data, flow, occurredAt: at }: GainEvent<"GAS_METER_TOLD">): Switch => {
    const apart = ({ date }: { readonly date: string }) => daysApart(date, state.startDate);
    const near = readingsOfGasMeter(data)
      .filter((reading) => apart(reading) <= settings.readingWindow)
      .toSorted((one, other) => apart(one) - apart(other));
    const date = near[0]?.date;
    if (date === undefined) return state;
    const registers = near
      .filter((reading) => reading.date === date)
      .map(({ meter, value }) => ({ meter, register: "01", value }));
    return withReading(state, { source: flow ?? "", type: null, date, at, registers });
  };
}
