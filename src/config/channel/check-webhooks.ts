import { nearestWord } from "../../core/text/nearest-word.ts";
import type { BusbarConfig } from "../config.ts";
import { ConfigError } from "../config-error.ts";

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
    (processTypes ?? [])
      .filter((type) => !known.includes(type))
      .map((type) => {
        const near = nearestWord(type, known);
        const meant = near === null ? `there are ${known.join(", ")}` : `did you mean ${near}?`;
        const message = `channels.${name}.processTypes, ${type}: there is no such type of process; ${meant}`;
        return { line: null, column: null, message };
      }),
  );
  if (problems.length > 0) throw new ConfigError(file, problems);
}
