import { viewHold } from "../../app/views/hold-view.ts";
import type { BusbarConfig } from "../../config/config.ts";
import { type Hold, type HoldableStage, type HoldScope, holdWords } from "../../core/hold/hold.ts";
import { allChannels, channelNamed } from "../channel/channels.ts";
import type { CommandContext, JsonOption } from "../context.ts";
import { CommandFailure, type ExitCode, exitCode } from "../failure.ts";
import { type DecisionOptions, decisionOf } from "../outbound/decision.ts";
import { localTime } from "../print/local-time.ts";
import { visible } from "../print/visible.ts";
import { type Session, withStore } from "../session.ts";

/** `busbar hold` and `busbar release`. */
export interface HoldOptions extends JsonOption, DecisionOptions {
  readonly channel?: string;
  readonly type?: string;
  readonly name?: string;
}

/** `busbar hold STAGE`: puts a hold on. */
export function hold(
  context: CommandContext,
  stage: HoldableStage,
  options: HoldOptions,
): Promise<ExitCode> {
  const { actor, reason } = decisionOf(options);
  const scope = scopeOf(stage, options);
  const { output } = context;
  return withStore(context, async (session) => {
    const { config, store } = session;
    refuseUnknownChannel(scope, config);
    if (stage === "actions") await refuseUnknownAction(scope, session);
    const known = await store.holds.list();
    const hold = await store.holds.place({ scope, actor, reason });
    const isNew = known.every(({ id }) => id !== hold.id);
    if (options.json) await output.json(viewHold(hold));
    else if (isNew) await output.line(`On hold: ${holdWords(hold)}.\n${toRelease(hold)}`);
    else
      await output.line(
        `${holdWords(hold)} was held already, by ${visible(hold.actor)} since ${localTime(hold.since)}: ${visible(hold.reason)}`,
      );
    return exitCode.good;
  });
}

/** `busbar release STAGE`: takes the hold off that was put on with the same words. */
export function releaseHeld(
  context: CommandContext,
  stage: HoldableStage,
  options: HoldOptions,
): Promise<ExitCode> {
  const { actor, reason } = decisionOf(options);
  const scope = scopeOf(stage, options);
  const { output } = context;
  return withStore(context, async ({ store }) => {
    const hold = await store.holds.release({ scope, actor, reason });
    if (hold === null) throw nothingHeld(scope, await store.holds.list());
    if (options.json) await output.json(viewHold(hold));
    else await output.line(`Released: ${holdWords(hold)}.`);
    return exitCode.good;
  });
}

function toRelease(hold: HoldScope): string {
  return `To let it go on: busbar release ${holdWords(hold)} --reason "..."`;
}

const options = {
  intake: ["channel"],
  actions: ["type", "name"],
  outbound: ["channel", "type"],
} as const satisfies Readonly<Record<HoldableStage, readonly (keyof HoldScope)[]>>;

function scopeOf(stage: HoldableStage, said: HoldOptions): HoldScope {
  const { channel = null, type = null, name = null } = said;
  const given = { channel, type, name };
  const known: readonly string[] = options[stage];
  for (const [option, value] of Object.entries(given)) {
    if (value !== null && !known.includes(option))
      throw new CommandFailure(
        `${stage} is not held by --${option}; it takes ${known.map((each) => `--${each}`).join(" and ")}, or neither for all of it`,
        exitCode.usage,
      );
  }
  return { stage, ...given };
}

/** A hold on a misspelt channel would hold nothing just when somebody counts on it. */
function refuseUnknownChannel({ stage, channel }: HoldScope, config: BusbarConfig): void {
  if (channel === null) return;
  const way = stage === "outbound" ? "out" : "in";
  const channels = allChannels(config, null).filter(({ direction }) => direction === way);
  channelNamed(channels, channel);
}

/** A hold on a misspelt action or type of process would hold nothing; what the ledger has of one nobody defines can be held. */
async function refuseUnknownAction({ type, name }: HoldScope, session: Session): Promise<void> {
  const definitions = [...(await session.definitions()).values()];
  const isKnown = definitions.some(
    (one) => (type ?? one.type) === one.type && (name === null || one.actions.has(name)),
  );
  if (isKnown || (type === null && name === null)) return;
  const filter = { ...(type !== null && { processType: type }), ...(name !== null && { name }) };
  for await (const _ of session.store.actions.list({ ...filter, limit: 1 })) return;
  const types = definitions.map((one) => one.type);
  const names = definitions
    .filter((one) => type === null || one.type === type)
    .flatMap((one) => [...one.actions.keys()]);
  const known =
    type !== null && !types.includes(type)
      ? `type of process ${visible(type)}; there are ${types.join(", ")}`
      : `action "${visible(name ?? "")}"; ${names.length === 0 ? "there is none at all" : `there are ${names.join(", ")}`}`;
  throw new CommandFailure(`there is no ${known}`, exitCode.usage);
}

function nothingHeld(scope: HoldScope, holds: readonly Hold[]): CommandFailure {
  const words = holds.map(holdWords);
  const known = words.length === 0 ? "nothing is on hold" : `what is on hold: ${words.join("; ")}`;
  return new CommandFailure(`${holdWords(scope)} is not on hold; ${known}`);
}
