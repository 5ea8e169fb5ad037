import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { loadConfig } from "../../src/config/load-config.ts";
import { usualFlowSettings } from "../../src/core/file/flow-settings.ts";

const folder = mkdtempSync(join(tmpdir(), "busbar-flows-"));
const file = join(folder, "busbar.yaml");
afterAll(() => rmSync(folder, { recursive: true }));

function load(text: string) {
  writeFileSync(file, text);
  return loadConfig(file);
}

test("what a flow's settings leave out is as usual", () => {
  const { flows, live } = load(`
live: true
flows:
  D0010: { codes: strict }
  D0217: { refuse: file, sequence: { check: strict }, senders: { "P:UDMS": { sequence: { onGap: wait } } } }
`);
  expect(live).toBe(true);
  expect(flows).toEqual({
    D0010: { ...usualFlowSettings, codes: "strict" },
    D0217: {
      ...usualFlowSettings,
      codes: "advisory",
      refuse: "file",
      sequence: { check: "strict" },
      answer: null,
      senders: { "P:UDMS": { sequence: { onGap: "wait" } } },
    },
  });
});

test("says when a file is one that is here already", () => {
  const { flows } = load(`
flows:
  RETURNS: { duplicates: by-name }
  D0217: { identity: { within: 1y } }
`);
  expect(flows).toEqual({
    RETURNS: { ...usualFlowSettings, duplicates: "by-name" },
    D0217: { ...usualFlowSettings, identityWithinMs: 365 * 86_400_000 },
  });
});

describe("a mistake is named with its place", () => {
  test.each([
    [
      "flows: { D0010: { code: strict } }",
      '1:19: flows.D0010.code: no such setting; did you mean "codes"?',
    ],
    [
      "flows: { D0010: { codes: strong } }",
      '1:26: flows.D0010.codes: found "strong", expected one of advisory, strict',
    ],
    [
      "flows: { D0010: { sequence: { gap: wait } } }",
      "no such setting; the settings here are check, onGap",
    ],
    [
      "flows: { D0010: { duplicates: name } }",
      'flows.D0010.duplicates: found "name", expected one of by-bytes, by-name, by-name-and-time, never',
    ],
    [
      "flows: { D0010: { identity: { within: 5m } } }",
      'flows.D0010.identity.within: found "5m", expected a span of time such as "1y" or "300d"',
    ],
    ["flows: { d10: {} }", "flows.d10: expected a flow such as D0010"],
    ["live: yes please", 'live: found "yes please", expected true or false'],
  ])("%s", (text, expected) => {
    expect(() => load(text)).toThrow(expected);
  });
});
