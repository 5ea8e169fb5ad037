import type { BusbarConfig } from "../../../config/config.ts";
import {
  type Hold,
  type HoldableStage,
  type HoldScope,
  holdWords,
} from "../../../core/hold/hold.ts";
import { RefusedError } from "../../../core/refusal/refused-error.ts";
import { advice } from "../../../core/stuck/remedy.ts";
import { nearestWord } from "../../../core/text/nearest-word.ts";
import type { ChangedBy } from "../../../store/port/events/revision-store.ts";
import { askedChannel, configuredChannels } from "../../asked/asked-channel.ts";
import { whoAndWhy } from "../../asked/who-asks.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";

/** A hold that was asked for. */
export interface PlacedHold {
  readonly hold: Hold;
  /** False: somebody had placed it before, and it is as it was. */
  readonly isNew: boolean;
}

/** Puts a hold on a stage, or on a part of it: what comes waits. */
export async function placeHold(
  installation: OpenInstallation,
  scope: HoldScope,
  by: ChangedBy,
): Promise<PlacedHold> {
  const changedBy = whoAndWhy(by);
  const { config, store } = installation;
  refuseOtherParts(scope);
  refuseUnknownChannel(scope, config);
  if (scope.stage === "actions") await refuseUnknownAction(scope, installation);
  if (scope.stage === "outbound") await refuseUnknownFlow(scope, installation);
  const known = await store.holds.list();
  const hold = await store.holds.place({ scope, ...changedBy });
  return { hold, isNew: known.every(({ id }) => id !== hold.id) };
}

/** Ends the hold that was placed on just this scope, and gives it. */
export async function liftHold(
  { store }: OpenInstallation,
  scope: HoldScope,
  by: ChangedBy,
): Promise<Hold> {
  const changedBy = whoAndWhy(by);
  refuseOtherParts(scope);
  const hold = await store.holds.release({ scope, ...changedBy });
  if (hold !== null) return hold;
  const words = (await store.holds.list()).map(holdWords);
  const known = words.length === 0 ? "nothing is on hold" : `what is on hold: ${words.join("; ")}`;
  throw new RefusedError("conflict", `${holdWords(scope)} is not on hold; ${known}`);
}

/** By which parts a stage can be put on hold. */
const partsOf = {
  intake: ["channel"],
  actions: ["type", "name"],
  outbound: ["channel", "type"],
} as const satisfies Readonly<Record<HoldableStage, readonly (keyof HoldScope)[]>>;

function refuseOtherParts({ stage, ...parts }: HoldScope): void {
  const known: readonly string[] = partsOf[stage];
  const other = (["channel", "type", "name"] as const).find(
    (part) => parts[part] !== null && !known.includes(part),
  );
  if (other === undefined) return;
  throw new RefusedError(
    "invalid",
    `${stage} has no holds by ${other}; it takes ${known.join(" and ")}, or neither for all of it`,
  );
}

/** A hold on a misspelt channel would hold nothing just when somebody counts on it. */
function refuseUnknownChannel({ stage, channel }: HoldScope, config: BusbarConfig): void {
  if (channel === null) return;
  const way = stage === "outbound" ? "out" : "in";
  const channels = configuredChannels(config).filter(({ direction }) => direction === way);
  askedChannel(channels, channel);
}

/** A hold on a misspelt flow would hold nothing; one that something was sent of can be put on hold whoever defines it. */
async function refuseUnknownFlow(
  { type }: HoldScope,
  { store, catalogue }: OpenInstallation,
): Promise<void> {
  if (type === null) return;
  const flows = await catalogue();
  const all = [...flows.list(), ...flows.tables(), ...flows.jsonEvents()].map(({ flow }) => flow);
  const known = new Set(all);
  if (known.has(type)) return;
  for await (const _ of store.outbound.list({ flow: type, limit: 1 })) return;
  const near = nearestWord(type, [...known]);
  const meant = near === null ? "" : `; did you mean ${near}?`;
  throw new RefusedError("invalid", `There is no flow ${type} in the catalogue${meant}`, {
    about: `flow ${type}`,
    remedy: advice("`{}` shows those there are", { remedy: "list", of: "flow" }),
  });
}

/** A hold on a misspelt action or type of process would hold nothing; what the ledger has of one nobody defines can be put on hold. */
async function refuseUnknownAction(
  { type, name }: HoldScope,
  installation: OpenInstallation,
): Promise<void> {
  const definitions = [...(await installation.definitions()).values()];
  const isKnown = definitions.some(
    (one) => (type ?? one.type) === one.type && (name === null || one.actions.has(name)),
  );
  if (isKnown || (type === null && name === null)) return;
  const filter = { ...(type !== null && { processType: type }), ...(name !== null && { name }) };
  for await (const _ of installation.store.actions.list({ ...filter, limit: 1 })) return;
  const types = definitions.map((one) => one.type);
  const names = definitions
    .filter((one) => type === null || one.type === type)
    .flatMap((one) => [...one.actions.keys()]);
  const known =
    type !== null && !types.includes(type)
      ? `type of process ${type}; there are ${types.join(", ")}`
      : `action "${name ?? ""}"; ${names.length === 0 ? "there is none at all" : `there are ${names.join(", ")}`}`;
  throw new RefusedError("invalid", `There is no ${known}`);
}
