import { machineClock } from "../../runtime/clock.ts";
import type { Log } from "../../runtime/log.ts";
import { type Signals, signals } from "../../runtime/signals.ts";
import type { HeartbeatStore } from "../../store/port/heartbeat-store.ts";
import type { Store } from "../../store/port/store.ts";
import { ChannelsBeside } from "./channels-beside.ts";
import { toldSignals } from "./told-signals.ts";
import { allWork, type Work, WorkKeeper, type WorkShared } from "./work-keeper.ts";

type Channels = Pick<ChannelsBeside, "channels" | "outbound">;

/** A daemon among those that share its store. */
export interface BesideOthers {
  /** Signals between the stages, those of other daemons too. */
  readonly signals: Signals;
  readonly shared: WorkShared;
  /** How channels are, with those that others have. */
  withOthers<Looked extends Channels>(look: Looked): Looked;
  readonly run: Work;
}

const alone = (): BesideOthers => ({
  signals: signals(),
  shared: allWork,
  withOthers: (look) => look,
  run: async () => {},
});

/** What a daemon is beside others of its store; where it has the store alone, it hears and tells nobody. */
export function besideOthers(
  { workLeases }: Pick<Store, "workLeases">,
  { heartbeat, log }: { readonly heartbeat: Pick<HeartbeatStore, "read">; readonly log: Log },
): BesideOthers {
  if (workLeases === null) return alone();
  const context = { clock: machineClock, log };
  const told = toldSignals(workLeases, signals());
  const shared = new WorkKeeper(workLeases, context);
  const beside = new ChannelsBeside(heartbeat, context);
  return {
    signals: told.signals,
    shared,
    withOthers(look) {
      const own = new Set([...look.channels, ...look.outbound].map(({ name }) => name));
      return {
        ...look,
        channels: [...look.channels, ...beside.channels.filter(({ name }) => !own.has(name))],
        outbound: [...look.outbound, ...beside.outbound.filter(({ name }) => !own.has(name))],
      };
    },
    run: async (signal) => {
      await Promise.all([told.run(signal), shared.run(signal), beside.run(signal)]);
    },
  };
}
