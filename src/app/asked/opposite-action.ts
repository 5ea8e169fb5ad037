import type { ActionDetail } from "../../core/action/ledger.ts";
import type { OpenInstallation } from "../installation/open-installation.ts";

/** The name of the action that undoes one, as its definition declares it; null when none does. */
export async function oppositeOf(
  installation: Pick<OpenInstallation, "definitions">,
  { processType, name }: Pick<ActionDetail, "processType" | "name">,
): Promise<string | null> {
  const definition = (await installation.definitions()).get(processType);
  return definition?.actions.get(name)?.opposite ?? null;
}
