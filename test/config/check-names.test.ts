import { writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { checkActionNames, checkCalendarNames } from "../../src/config/check-names.ts";
import { loadConfig } from "../../src/config/load-config.ts";
import { processDefinitions } from "../../src/processes/registry.ts";
import { temporaryFolder } from "../channels/folder/temporary.ts";

function check(text: string): void {
  const file = `${temporaryFolder()}/busbar.yaml`;
  writeFileSync(file, text);
  const config = loadConfig(file);
  checkCalendarNames(config);
  checkActionNames(config, processDefinitions);
}

const quiet = (calendar: string) =>
  `notices: { quiet: [{ from: "18:00", to: "07:00", calendar: ${calendar} }] }`;

test.each([
  [
    'expected: [{ flow: D0010, by: "18:00", calendar: englandandwales }]',
    'expected.0.calendar, "englandandwales": there is no such calendar',
    'did you mean "england-and-wales"?',
  ],
  [
    "flows: { D0155: { answer: { flows: [D0011], within: 5, calendar: moon } } }",
    'flows.D0155.answer.calendar, "moon"',
    "those there are: england-and-wales",
  ],
  [quiet("moon"), 'notices.quiet.0.calendar, "moon"', "those there are: england-and-wales"],
  [
    'actions: { named: { "request picks": { timeout: 3s } } }',
    'actions.named, "request picks": no type of process here has an action of that name',
    'did you mean "request pick"?',
  ],
])("%s is refused with its place and what may be meant", (text, place, meant) => {
  expect(() => check(text)).toThrow(place);
  expect(() => check(text)).toThrow(meant);
});

test("each is reported with its own line and column", () => {
  const text = `expected:
  - { flow: D0010, by: "18:00", calendar: moon }
flows:
  D0155:
    answer: { flows: [D0011], within: 5, calendar: sun }
`;
  expect(() => check(text)).toThrow(/busbar\.yaml:2:43: expected\.0\.calendar, "moon"/);
  expect(() => check(text)).toThrow(/busbar\.yaml:5:52: flows\.D0155\.answer\.calendar, "sun"/);
  expect(() => check('actions:\n  named:\n    "request picks": { timeout: 3s }\n')).toThrow(
    /busbar\.yaml:3:5: actions\.named, "request picks"/,
  );
});

test("names of what there is are taken", () => {
  const own = "calendars: { moon: moon.yaml }\n";
  expect(() => check(`${own}${quiet("moon")}`)).not.toThrow();
  expect(() => check(quiet("england-and-wales"))).not.toThrow();
  expect(() => check('actions: { named: { "request pick": { timeout: 3s } } }')).not.toThrow();
});
