import { askedType } from "../../asked/asked-type.ts";
import type { OpenInstallation } from "../../installation/open-installation.ts";
import { type TakenUp, takeUpPast } from "./take-up.ts";

/** Which type of process takes up past messages. */
export interface BackfillInput {
  readonly type: string;
  /** Only messages recorded since then, in milliseconds since 1970; null for all. */
  readonly since?: number | null;
  /** Only says what it would come to. */
  readonly dryRun?: boolean;
}

/** Lets a type of process that came later take up past messages, as history. */
export async function backfill(
  { store, definitions }: OpenInstallation,
  { type, since = null, dryRun = false }: BackfillInput,
): Promise<TakenUp> {
  return takeUpPast(store, askedType(await definitions(), type), since, dryRun);
}
