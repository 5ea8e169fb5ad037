import { z } from "zod";
import { type ActionSettings, actionDefaults, type NamedActionRule } from "./action-settings.ts";
import { durationExpected, parseDuration } from "./quantity.ts";
import { quantity } from "./setting-types.ts";

const many = (expected: string) =>
  z.int({ error: expected }).min(1, { error: expected }).max(100_000, { error: expected });

const duration = quantity(parseDuration, durationExpected, 1);

const perSecondExpected = "a number a second, such as 5 or 0.5, or null for no limit";

const jitterExpected = "a share from 0 to 1, such as 0.25";

const retry = z.strictObject(
  {
    first: duration.optional(),
    longest: duration.optional(),
    attempts: many("a number of attempts, or null for no end").nullable().optional(),
    jitter: z
      .number({ error: jitterExpected })
      .min(0, { error: jitterExpected })
      .max(1, { error: jitterExpected })
      .optional(),
  },
  { error: "settings, such as { first: 2s, longest: 1h, attempts: 10 }" },
);

const rule = {
  concurrency: many("a number of actions at once, 1 or more").optional(),
  perSecond: z
    .number({ error: perSecondExpected })
    .positive({ error: perSecondExpected })
    .max(100_000, { error: perSecondExpected })
    .nullable()
    .optional(),
  timeout: duration.optional(),
  retry: retry.optional(),
};

const named = z.strictObject(rule, { error: "settings, such as { concurrency: 1 }" });

const given = z.strictObject(
  {
    atOnce: many("a number of actions at once, 1 or more").default(actionDefaults.atOnce),
    stopWithin: duration.default(actionDefaults.stopWithinMs),
    ...rule,
    named: z
      .record(z.string(), named, {
        error: 'settings by action, such as "request pick": { concurrency: 1 }',
      })
      .default({}),
  },
  { error: "settings, such as { atOnce: 100 }" },
);

/** What `busbar.yaml` may say of actions. */
export const actionSettings = given.prefault({}).transform((said): ActionSettings => {
  const { usual } = actionDefaults;
  const own = ruleOf(said);
  return {
    atOnce: said.atOnce,
    stopWithinMs: said.stopWithin,
    usual: { ...usual, ...own, retry: { ...usual.retry, ...own.retry } },
    named: Object.fromEntries(
      Object.entries(said.named).map(([name, settings]) => [name, ruleOf(settings)]),
    ),
  };
});

/** What is said, without what is left out. */
function ruleOf({
  concurrency,
  perSecond,
  timeout,
  retry,
}: z.output<typeof named>): NamedActionRule {
  return {
    ...(concurrency !== undefined && { concurrency }),
    ...(perSecond !== undefined && { perSecond }),
    ...(timeout !== undefined && { timeoutMs: timeout }),
    ...(retry !== undefined && {
      retry: {
        ...(retry.first !== undefined && { firstMs: retry.first }),
        ...(retry.longest !== undefined && { longestMs: retry.longest }),
        ...(retry.attempts !== undefined && { attempts: retry.attempts }),
        ...(retry.jitter !== undefined && { jitter: retry.jitter }),
      },
    }),
  };
}

/** The names of the settings that are allowed at a place below `actions`. */
export function actionSettingNames(at: readonly PropertyKey[]): string[] {
  if (at.length === 1) return Object.keys(given.shape);
  return Object.keys(at.at(-1) === "retry" ? retry.shape : named.shape);
}
