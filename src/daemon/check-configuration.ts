import {
  type InstallationModel,
  installationModel,
} from "../app/installation/open-installation.ts";
import { checkWebhookEvents, checkWebhookTypes } from "../config/channel/check-webhooks.ts";
import { checkFlowNames } from "../config/check-flow-names.ts";
import { checkActionNames, checkCalendarNames } from "../config/check-names.ts";
import type { BusbarConfig } from "../config/config.ts";
import type { ProcessDefinition } from "../core/process/process.ts";
import { receivedTypes } from "../processes/received-types.ts";
import { refuseChannelClashes, refuseOwnFiles } from "./channel-clash.ts";

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
  checkCalendarNames(config);
  const types = await model.definitions();
  checkActionNames(config, types.values());
  checkWebhookTypes(config, types.keys());
  checkWebhookEvents(config, [
    ...[...types.values()].flatMap(({ eventTypes }) => [...eventTypes]),
    ...receivedTypes(await model.catalogue()),
  ]);
  return model;
}
