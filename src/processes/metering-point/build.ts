import { defineProcess } from "../../core/define/define-process.ts";
import { handle } from "../../core/define/take.ts";
import type { FoldedEvent } from "../../core/event/event.ts";
import { heardIn, type LastHeard } from "../last-heard.ts";
import { type Agents, nobody, takeAgents } from "./agents.ts";
import { routeToMeteringPoint } from "./events.ts";
import { type KnownReadings, noReadings, takeReadings } from "./known-readings.ts";
import { readingsIn } from "./readings.ts";

/** A metering point as far as flows have reported. */
export interface MeteringPoint extends KnownReadings {
  /** MPAN core or metering system id. */
  readonly mpan: string;
  /** Null before its first event. */
  readonly lastHeard: LastHeard | null;
  readonly agents: Agents;
}

/** The life of one metering point, keyed by its MPAN core. */
export const meteringPoint = defineProcess({
  type: "metering-point",
  version: 3,
  events: {},
  takes: { "*": handle(routeToMeteringPoint) },
  begin: (key): MeteringPoint => ({ mpan: key, lastHeard: null, agents: nobody, ...noReadings() }),
  status,
}).onAny(fold);

function fold(state: MeteringPoint, event: FoldedEvent): MeteringPoint {
  takeReadings(state, readingsIn(event));
  return { ...state, lastHeard: heardIn(event), agents: takeAgents(state.agents, event) };
}

function status(state: MeteringPoint): string {
  if (state.lastHeard === null) return "not heard of";
  return state.readings.length > 0 ? "has readings" : "heard of";
}
