import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";
import { ingest } from "../../../src/app/commands/file/ingest.ts";
import {
  installationModel,
  type OpenInstallation,
  openInstallation,
} from "../../../src/app/installation/open-installation.ts";
import type { BusbarConfig } from "../../../src/config/config.ts";
import type { ProcessDefinition } from "../../../src/core/process/process.ts";
import type { SentFile } from "../../promises/flow-files.ts";
import { workplace } from "../../promises/workplace.ts";

/** Who asks in these tests, and why. */
export const ann = { actor: "ann", reason: "it is so" };

/** An installation in a folder of its own, open until the test ends. */
export async function openPlace(
  settings: Partial<BusbarConfig> = {},
  definitions?: readonly ProcessDefinition[],
): Promise<OpenInstallation> {
  const place = workplace({}, settings);
  mkdirSync(dirname(place.config.store), { recursive: true });
  const installation = await openInstallation(installationModel(place.config, definitions));
  onTestFinished(async () => {
    await installation.close();
    place.remove();
  });
  return installation;
}

/** Takes files in, one after the other. */
export async function takeIn(
  installation: OpenInstallation,
  ...files: readonly SentFile[]
): Promise<void> {
  const folder = dirname(installation.config.file);
  for (const { name, bytes } of files) {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    for await (const answer of ingest(installation, [path]))
      if (answer.kind === "failed") throw new Error(answer.reason);
  }
}
