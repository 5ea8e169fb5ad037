import {
  type InstallationModel,
  installationModel,
} from "../app/installation/open-installation.ts";
import { checkFlowNames } from "../config/check-flow-names.ts";
import type { BusbarConfig } from "../config/config.ts";
import type { ProcessDefinition } from "../core/process/process.ts";
import { noticeRules } from "../notices/notice-rules.ts";
import { refuseChannelClashes, refuseOwnFiles } from "./channel-clash.ts";
import { expectationsOf } from "./stages.ts";

/**
 * What an installation with these settings is, if a daemon can start with them: opens and changes nothing.
 * Rejects with `ChannelError`, `ConfigError`, `ProcessesError` or `CatalogueError`, in sentences for a person.
 */
export async function checkConfiguration(
  config: BusbarConfig,
  definitions?: readonly ProcessDefinition[],
): Promise<InstallationModel> {
  refuseChannelClashes(config.channels);
  refuseOwnFiles(config.channels, config);
  const model = installationModel(config, definitions);
  checkFlowNames(config, await model.catalogue());
  await model.definitions();
  expectationsOf(config);
  noticeRules(config);
  return model;
}
