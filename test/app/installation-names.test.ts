import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { installationModel } from "../../src/app/installation/open-installation.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import { temporaryFolder } from "../channels/folder/temporary.ts";

function modelOf(text: string) {
  const file = `${temporaryFolder()}/busbar.yaml`;
  writeFileSync(file, text);
  return installationModel(loadConfig(file));
}

// Every command that reads files takes its catalogue from here, and every one that builds its processes.
test.each([
  ["flows:\n  PICKK: { codes: strict }", "2:3: flows.PICKK: "],
  ['expected: [{ flow: PICK, by: "18:00", calendar: nowhere }]', "expected.0.calendar"],
])("no file is read by settings with a misspelt name: %s", async (text, told) => {
  await expect(modelOf(text).catalogue()).rejects.toThrow(told);
});

test("no process is built by settings for an action that there is not", async () => {
  const model = modelOf("actions:\n  named:\n    sendd_pick: { concurrency: 1 }");
  await expect(model.definitions()).rejects.toThrow("3:5: actions.named");
});

test("settings whose names are all known are taken", async () => {
  const model = modelOf("flows:\n  PICK: { codes: strict }");
  expect((await model.catalogue()).settings?.("PICK").codes).toBe("strict");
  expect((await model.definitions()).has("metering-point")).toBe(true);
});
