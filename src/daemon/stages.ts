import { ActionRunner } from "../actions/action-runner.ts";
import { fileThread } from "../app/installation/file-thread.ts";
import type { InstallationModel } from "../app/installation/open-installation.ts";
import { viewEvent } from "../app/views/event-view.ts";
import { Engine } from "../build/run-engine.ts";
import type { Expectations } from "../build/watch-expected.ts";
import { openCalendars } from "../config/calendars.ts";
import { statusChannels } from "../config/channel/status-channels.ts";
import type { BusbarConfig } from "../config/config.ts";
import type { AnswerRule } from "../core/process/expected.ts";
import { shownStore } from "../core/text/store-location.ts";
import type { IntakeContext } from "../intake/channel/context.ts";
import { IntakeLoad, RoutingLoop } from "../intake/file/route.ts";
import { FolderIntake, type FolderIntakeParts } from "../intake/folder/folder-intake.ts";
import { SftpIntake } from "../intake/sftp/sftp-intake.ts";
import { CauseWatch } from "../notices/cause-watch.ts";
import { trialWriting } from "../outbound/compose/trial-writing.ts";
import { Outbound } from "../outbound/deliver/run-outbound.ts";
import type { Meter } from "../runtime/meter.ts";
import type { StageProgress } from "../runtime/stage-progress.ts";
import { ClockWatch } from "./clock-watch.ts";
import type { Intake } from "./intake.ts";
import { RetentionLoop } from "./retention-loop.ts";
import { type IntakeTurn, LeasedIntake } from "./shared/leased-intake.ts";
import type { WorkShared } from "./shared/work-keeper.ts";
import { type CarriedRequests, storeSignals } from "./store-signals.ts";

/** Something that runs until the signal is aborted. */
export interface Runs {
  run(signal: AbortSignal): Promise<void>;
}

/** The stages of a daemon. They know nothing of each other: each waits for signals, and publishes its own. */
export interface Stages {
  readonly intakes: readonly Intake[];
  readonly routing: Runs;
  readonly outbound: Outbound;
  readonly causes: CauseWatch;
  /** What works on events once they are appended, and what watches the clock: the last to stop. */
  readonly followers: readonly Runs[];
  /** Carries what commands ask for into the daemon. */
  readonly storeSignals: Runs;
  /** Lets go of what the intakes hold; nothing may be in their hands. */
  close(): Promise<void>;
}

/** The stages as configured; `signal` stops the intakes, `carried` is of the run before. Rejects when the settings name a calendar that is not there. */
export async function stagesOf(
  context: IntakeContext & { readonly meter: Meter; readonly progress: StageProgress },
  installation: InstallationModel,
  signal: AbortSignal,
  { carried, shared }: { readonly carried: CarriedRequests; readonly shared: WorkShared },
): Promise<Stages> {
  const { config } = installation;
  const { store, catalogue, clock, log, onStep, signals, turns, meter, progress } = context;
  const definitions = await installation.definitions();
  const common = { store, clock, log, onStep, signals, ...(turns && { turns }) };
  const load = new IntakeLoad(signals, clock);
  const engine = new Engine({
    ...common,
    definitions,
    isIntakeBusy: load.isBusy,
    progress,
    expectations: expectationsOf(config),
  });
  const actions = new ActionRunner({
    ...common,
    meter,
    definitions,
    settings: config.actions,
    isAlone: shared.isAlone,
    stopping: signal,
    checkFile: trialWriting(catalogue, config.outbound, clock.wall),
  });
  const outbound = new Outbound({
    ...common,
    meter,
    catalogue,
    channels: config.outbound,
    mail: config.mail,
    webhooks: config.webhooks,
    fullEvent: viewEvent,
    statusTo: statusChannels(config),
    ...(!shared.isAlone && { leased: shared.leased, has: shared.has }),
  });
  const causes = new CauseWatch(common);
  const owner = { storeId: store.id, storePath: shownStore(config.store) };
  const thread = fileThread(config, context);
  const taking = { ...context, taking: load.taking };
  const intakes = intakesOf(taking, config, { owner, thread, signal, shared });
  const routing = new RoutingLoop(taking, [...definitions.values()]);
  const retention = new RetentionLoop({ store, config, clock }, common);
  return {
    intakes,
    close: async () => {
      for (const intake of intakes) await intake.close();
      await thread.close();
    },
    routing: { run: shared.leased("routing", (until) => routing.run(until)) },
    outbound,
    causes,
    followers: [
      { run: shared.leased("building", (until) => engine.run(until)) },
      actions,
      outbound,
      new ClockWatch(store, clock, log),
      causes,
      { run: shared.leased("retention", (until) => retention.run(until)) },
    ],
    storeSignals: storeSignals({ ...common, carried }),
  };
}

/** The intakes of all channels: where daemons share the store, each is opened when this one gets the channel. */
function intakesOf(
  context: IntakeContext,
  { channels, sftpInboxes }: Pick<BusbarConfig, "channels" | "sftpInboxes">,
  { owner, thread, signal, shared }: FolderIntakeParts & { readonly shared: WorkShared },
): Intake[] {
  const { signals } = context;
  const intakeOf = (name: string, make: (turn: IntakeTurn) => Intake): Intake =>
    shared.isAlone
      ? make({ signals, signal })
      : new LeasedIntake(shared, { name, signals, signal }, make);
  return [
    ...channels.map((channel) =>
      intakeOf(channel.name, (turn) => {
        const parts = { owner, signal: turn.signal, ...(thread && { thread }) };
        return new FolderIntake({ ...context, signals: turn.signals }, channel, parts);
      }),
    ),
    ...sftpInboxes.map((inbox) =>
      intakeOf(inbox.name, (turn) => {
        return new SftpIntake({ ...context, signals: turn.signals }, inbox, turn.signal);
      }),
    ),
  ];
}

/** What the settings say is to come; throws when they name a calendar that is not there. */
function expectationsOf(config: BusbarConfig): Expectations {
  const calendars = openCalendars(config);
  const answers = new Map<string, AnswerRule>();
  for (const [flow, { answer }] of Object.entries(config.flows))
    if (answer !== null) answers.set(flow, answer);
  for (const { calendar } of [...answers.values(), ...config.expected]) calendars(calendar);
  return { answers, files: config.expected, calendars };
}
