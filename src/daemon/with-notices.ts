import type { ReloadOutcome } from "../app/heartbeat/daemon-status.ts";
import type { InstallationModel } from "../app/installation/open-installation.ts";
import type { IntakeContext } from "../intake/channel/context.ts";
import { heartbeatLoop } from "../notices/heartbeat.ts";
import type { AdviceText } from "../notices/notice-text.ts";
import { NoticeStage } from "../notices/run-notices.ts";
import type { Situation } from "../notices/standing.ts";
import type { Meter } from "../runtime/meter.ts";
import type { TurnWatch } from "../runtime/turn-watch.ts";
import type { WorkShared } from "./shared/work-keeper.ts";
import type { Stages } from "./stages.ts";

/** What telling people takes beside the stages. */
export interface WithNotices {
  readonly context: IntakeContext & { readonly meter: Meter; readonly turns: TurnWatch };
  readonly model: Pick<InstallationModel, "config">;
  readonly look: () => Pick<Situation, "channels" | "outbound" | "replaced"> & {
    readonly reload: ReloadOutcome | null;
  };
  /** Renders what to do as a command; it is left out when absent. */
  readonly adviceText?: AdviceText;
  /** Who says whether this daemon tells people. */
  readonly shared: WorkShared;
}

/** The stages, and with them what tells people what is wrong. */
export function withNotices(
  stages: Stages,
  { context, model, look, adviceText, shared }: WithNotices,
): Stages {
  const { store, clock, log, onStep, turns, meter } = context;
  const { config } = model;
  const notices = new NoticeStage({
    store,
    clock,
    log,
    onStep,
    turns,
    meter,
    config,
    causes: stages.causes,
    look: () => {
      const { reload, ...how } = look();
      const refused = reload?.refused ?? null;
      const at = reload?.at ?? 0;
      return { ...how, reloadRefused: refused === null ? null : { reason: refused, at } };
    },
    adviceText: adviceText ?? (() => ""),
  });
  const telling = shared.leased("notices", (signal) => notices.run(signal));
  const { heartbeat } = config.notices;
  // A store that takes nothing keeps people from being notified: then whoever waits for the call raises the alarm.
  const hanging = () => (notices.trouble === null ? turns.hanging() : ["judging notices"]);
  const beating =
    heartbeat === null ? [] : [heartbeatLoop(heartbeat, { clock, log, watched: { hanging } })];
  return { ...stages, followers: [...stages.followers, { run: telling }, ...beating] };
}
