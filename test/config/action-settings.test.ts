import { describe, expect, it } from "vitest";
import { actionDefaults } from "../../src/config/action-settings.ts";
import { readSettings } from "../../src/config/read-settings.ts";
import { parseSource } from "../../src/config/settings-source.ts";

function read(text: string) {
  const result = readSettings(parseSource(text));
  return result.ok ? result.settings.actions : result.problems.map(({ message }) => message);
}

describe("settings of actions", () => {
  it("are the defaults where nothing is said", () => {
    expect(read("")).toEqual(actionDefaults);
  });

  it("say how all actions are run, and some by name", () => {
    expect(
      read(`actions:
  atOnce: 40
  stopWithin: 1m
  concurrency: 4
  perSecond: 0.5
  timeout: 10s
  retry: { first: 1s, attempts: null }
  named:
    request pick: { concurrency: 1, perSecond: null, retry: { longest: 5m, jitter: 0 } }
`),
    ).toEqual({
      atOnce: 40,
      stopWithinMs: 60_000,
      usual: {
        concurrency: 4,
        perSecond: 0.5,
        timeoutMs: 10_000,
        retry: { firstMs: 1_000, longestMs: 3_600_000, attempts: null, jitter: 0.25 },
      },
      named: {
        "request pick": {
          concurrency: 1,
          perSecond: null,
          retry: { longestMs: 300_000, jitter: 0 },
        },
      },
    });
  });

  it("are refused with what was found and what is expected", () => {
    expect(
      read(`actions:
  atOnce: 0
  perSecond: fast
  timeout: 5
  atonce: 3
  retry: { first: 1s, jitter: 2, attempt: 3 }
  named:
    request pick: { concurency: 1 }
    print: 5
`),
    ).toEqual([
      "actions.atOnce: found 0, expected a number of actions at once, 1 or more",
      'actions.perSecond: found "fast", expected a number a second, such as 5 or 0.5, or null for no limit',
      "actions.timeout: found 5, expected a duration such as 500ms, 2s or 5m",
      'actions.atonce: no such setting; did you mean "atOnce"?',
      "actions.retry.jitter: found 2, expected a share from 0 to 1, such as 0.25",
      'actions.retry.attempt: no such setting; did you mean "attempts"?',
      'actions.named.request pick.concurency: no such setting; did you mean "concurrency"?',
      "actions.named.print: found 5, expected settings, such as { concurrency: 1 }",
    ]);
  });
});
