import type { Definitions } from "../build/build-pending.ts";
import type { ActionRule, ActionSettings } from "../config/action-settings.ts";
import type { RunnableAction } from "../core/define/action.ts";
import type { ActionQueue } from "../store/port/actions/action-store.ts";

/** How the actions of a queue are run. */
export type RuleOf = (queue: ActionQueue) => ActionRule;

/** Rules by what the installation says of an action, else the action itself, else what is usual here. */
export function actionRules(definitions: Definitions, { usual, named }: ActionSettings): RuleOf {
  const known = new Map<RunnableAction, ActionRule>();
  return ({ processType, name }) => {
    const action = definitions.get(processType)?.actions.get(name);
    if (action === undefined) return usual;
    const rule = known.get(action) ?? ruleOf(action, usual, named[name] ?? {});
    known.set(action, rule);
    return rule;
  };
}

function ruleOf(
  { attempts, concurrency, perSecond, timeoutMs }: RunnableAction,
  usual: ActionRule,
  said: ActionSettings["named"][string],
): ActionRule {
  return {
    concurrency: said.concurrency ?? concurrency ?? usual.concurrency,
    perSecond: said.perSecond === undefined ? (perSecond ?? usual.perSecond) : said.perSecond,
    timeoutMs: said.timeoutMs ?? timeoutMs ?? usual.timeoutMs,
    retry: { ...usual.retry, ...(attempts !== undefined && { attempts }), ...said.retry },
  };
}

/** Every queue that the definitions know. */
export function queuesOf(definitions: Definitions): ActionQueue[] {
  return [...definitions.values()].flatMap(({ type, actions }) =>
    [...actions.keys()].map((name) => ({ processType: type, name })),
  );
}
