import { nearestWord, nearestWords } from "../../core/text/nearest-word.ts";
import type { BusbarConfig } from "../config.ts";
import { settingsError } from "../load-config.ts";

/**
 * Holds every type of process that a webhook names against those there are: of a type that nobody defines nothing
 * would ever be sent, and nobody would know why. Throws `ConfigError`.
 */
export function checkWebhookTypes(
  { file, webhooks }: Pick<BusbarConfig, "file" | "webhooks">,
  defined: Iterable<string>,
): void {
  const known = [...defined];
  const problems = webhooks.flatMap(({ name, processTypes }) =>
    (processTypes ?? []).flatMap((type, index) => {
      if (known.includes(type)) return [];
      const near = nearestWord(type, known);
      const meant = near === null ? `there are ${known.join(", ")}` : `did you mean ${near}?`;
      const message = `channels.${name}.processTypes, ${type}: there is no such type of process; ${meant}`;
      return [{ path: ["channels", name, "processTypes", index], message }];
    }),
  );
  if (problems.length > 0) throw settingsError(file, problems);
}

/** So many types are suggested for one that is misspelt. */
const suggested = 3;

/**
 * Refuses types of event that a webhook names and that can only be misspelt: nothing would ever be sent. What a flow
 * brings may have a type that no definition names, so one that resembles nothing is let through, but for the types of
 * what is received or sent of a flow. Throws `ConfigError`.
 */
export function checkWebhookEvents(
  {
    file,
    webhooks,
    undescribedFlows,
  }: Pick<BusbarConfig, "file" | "webhooks" | "undescribedFlows">,
  known: Iterable<string>,
): void {
  const named = webhooks.flatMap(({ name, events }) =>
    (events ?? []).map((type, index) => ({ channel: name, type, index })),
  );
  if (named.length === 0) return;
  const types = new Set(known);
  for (const flow of undescribedFlows) types.add(`${flow}_RECEIVED`);
  const problems = named.flatMap(({ channel, type, index }) => {
    // Event codes of half-hourly settlement, `IF_037_MS_DE_APP_RECEIVED`, are more than the catalogue lists.
    if (types.has(type) || /^(IF|PUB|REP)_\d{3}[A-Z]?_\w+_RECEIVED$/.test(type)) return [];
    const near = nearestWords(type, [...types], suggested);
    if (near.length === 0 && !/_(RECEIVED|SENT)$/i.test(type)) return [];
    const meant =
      near.length === 0 ? "nothing is called alike" : `did you mean ${near.join(" or ")}?`;
    const message = `channels.${channel}.events, ${type}: there is no such type of event; ${meant} If a process of yours takes it: name it in \`events\` of its definition`;
    return [{ path: ["channels", channel, "events", index], message }];
  });
  if (problems.length > 0) throw settingsError(file, problems);
}
