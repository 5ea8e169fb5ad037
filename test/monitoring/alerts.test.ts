import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { type MetricKind, metricList } from "../../src/runtime/metric-list.ts";
import { root } from "../docs/guide.ts";
import { type AlertRule, ruleCases, shippedRules } from "./rules.ts";

const rules = shippedRules();
const known = new Map<string, MetricKind>(Object.entries(metricList));

/** What an expression says of our metrics: their names, each with the labels it asks for or is grouped by. */
function namedIn(expression: string): { readonly name: string; readonly labels: string[] }[] {
  const found = [...expression.matchAll(/\b(busbar_\w+?)(?:_bucket)?\b(?:\{([^}]*)\})?/g)];
  return found.map(([, name = "", inner = ""]) => ({
    name,
    labels: [...inner.matchAll(/(\w+)\s*(?:=~|!~|!=|=)\s*"/g)].map(([, label = ""]) => label),
  }));
}

/** Labels that Prometheus adds by itself, and that a histogram's buckets have. */
const always = ["instance", "le"];

function checkExpression(expression: string): void {
  const metrics = namedIn(expression);
  expect(metrics).not.toEqual([]);
  const own = metrics.flatMap(({ name }) => known.get(name)?.labels ?? []);
  for (const { name, labels } of metrics) {
    expect(known.has(name), `${name} of ${expression}`).toBe(true);
    for (const label of labels)
      expect([...(known.get(name)?.labels ?? []), ...always], expression).toContain(label);
  }
  for (const [, by = ""] of expression.matchAll(/by \(([^)]*)\)/g))
    for (const label of by.split(/,\s*/)) expect([...own, ...always], expression).toContain(label);
}

describe("the shipped alert rules", () => {
  test.each(rules)("$alert asks for metrics and labels that there are", ({ expr }) => {
    checkExpression(expr);
  });

  test.each(rules)("$alert says what it is, and names a part of the guide", (rule: AlertRule) => {
    const { summary, description, runbook_url: runbook = "" } = rule.annotations;
    expect(["critical", "warning"]).toContain(rule.labels["severity"]);
    expect([summary, description].every((text) => (text ?? "").length > 10)).toBe(true);
    const [page = "", part] = runbook.split("#");
    expect(part).toBe(rule.alert.toLowerCase());
    expect(readFileSync(join(root, page), "utf8")).toContain(`\n## ${rule.alert}\n`);
    const metrics = namedIn(rule.expr).flatMap(({ name }) => known.get(name)?.labels ?? []);
    for (const [, label = ""] of `${summary}${description}`.matchAll(/\$labels\.(\w+)/g))
      expect([...metrics, ...always]).toContain(label);
  });

  test("each is tried, by what makes it fire, but the one that fires where there is nothing", () => {
    const tried = [...Object.keys(ruleCases), "BusbarAbsent"];
    expect(tried.sort()).toEqual(rules.map(({ alert }) => alert).sort());
  });
});

test("the dashboard asks for metrics and labels that there are, and says what each panel is", () => {
  const text = readFileSync(join(root, "config/busbar-dashboard.json"), "utf8");
  interface Panel {
    readonly type: string;
    readonly description?: string;
    readonly targets?: readonly { readonly expr: string }[];
  }
  const { panels } = JSON.parse(text) as { readonly panels: readonly Panel[] };
  const shown = panels.filter(({ type }) => type !== "row");
  expect(shown.length).toBeGreaterThan(10);
  for (const { description, targets = [] } of shown) {
    expect(description).toMatch(/\.$/);
    for (const { expr } of targets)
      if (!/^(process|nodejs)_/.test(expr)) checkExpression(expr.replaceAll("$instance", "x"));
  }
});

const hasPromtool = existsSync("/usr/bin/promtool");

test.skipIf(!process.env["BUSBAR_NIGHTLY"] || !hasPromtool)(
  "promtool finds that each rule fires when it should, and not a while before",
  () => {
    const folder = mkdtempSync(join(tmpdir(), "busbar-rules-"));
    try {
      const file = join(folder, "test.yaml");
      writeFileSync(file, stringify(promtoolTests()));
      const said = execFileSync("/usr/bin/promtool", ["test", "rules", file], { encoding: "utf8" });
      expect(said).toContain("SUCCESS");
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

function promtoolTests() {
  const instance = "busbar:9464";
  return {
    rule_files: [join(root, "config/busbar-alerts.yaml")],
    evaluation_interval: "1m",
    tests: Object.entries(ruleCases).map(([alertname, { firesAt, labels, series }]) => {
      const rule = rules.find(({ alert }) => alert === alertname);
      const said = Object.entries({ instance, ...labels, value: "1" });
      const filled = (text: string) =>
        said.reduce(
          (sum, [name, value]) => sum.replaceAll(`{{ $labels.${name} }}`, value),
          text.replaceAll("{{ $value }}", alertname === "BusbarStuckUnassigned" ? "3" : "1"),
        );
      return {
        interval: "1m",
        input_series: series.map(({ name, labels: own, values }) => ({
          series: `${name}{${Object.entries({ instance, ...own })
            .map(([label, value]) => `${label}="${value}"`)
            .join(",")}}`,
          values,
        })),
        alert_rule_test: [
          { eval_time: `${Math.floor(firesAt / 2)}m`, alertname, exp_alerts: [] },
          {
            eval_time: `${firesAt}m`,
            alertname,
            exp_alerts: [
              {
                exp_labels: { instance, ...labels, severity: rule?.labels["severity"] },
                exp_annotations: Object.fromEntries(
                  Object.entries(rule?.annotations ?? {}).map(([name, text]) => [
                    name,
                    filled(text),
                  ]),
                ),
              },
            ],
          },
        ],
      };
    }),
  };
}
