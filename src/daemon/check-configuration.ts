import {
  type InstallationModel,
  installationModel,
} from "../app/installation/open-installation.ts";
import { checkWebhookEvents } from "../config/channel/check-webhooks.ts";
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
  await model.catalogue();
  const types = await model.definitions();
  checkWebhookEvents(config, [
    ...[...types.values()].flatMap(({ eventTypes }) => [...eventTypes]),
    ...receivedTypes(await model.catalogue()),
  ]);
  return model;
}
