import { expect, it } from "vitest";
import { checkWebhookEvents, checkWebhookTypes } from "../../src/config/channel/check-webhooks.ts";
import { webhookDefaults } from "../../src/config/channel/webhook-channel.ts";
import { checkFlowNames } from "../../src/config/check-flow-names.ts";
import { readSettings } from "../../src/config/read-settings.ts";
import { parseSource } from "../../src/config/settings-source.ts";
import { openCatalogue, shippedSettings } from "../../src/definitions/open.ts";
import { receivedTypes } from "../../src/processes/received-types.ts";
import { workplace } from "../promises/workplace.ts";

const problems = (settings: string) => {
  const text = `channels:\n  erp: { kind: webhook, url: "https://erp.example.com/", secret: { file: s }, ${settings} }\n`;
  const read = readSettings(parseSource(text));
  return read.ok ? [] : read.problems.map(({ message }) => message);
};

it.each([
  ["full: true", "channels.erp.full: found true, expected false, or `personal: true` beside it"],
  ["from: yesterday", "expected now, beginning, or the number of the event to begin with"],
  ["from: 0", "expected now, beginning, or the number of the event to begin with"],
  ["batch: 0", "expected how many events at most are in one request, 1 to 1000"],
  ["events: []", "expected at least one; leave it out for all"],
  ["flows: [d10]", "expected a flow such as D0010"],
  ["retry: { first: 1s }", "channels.erp.retry: no such setting"],
])("a webhook with %s is refused, with what is expected", (settings, said) => {
  expect(problems(settings)[0]).toContain(said);
});

it("a webhook goes by https, without a log-in in its address, and is signed", () => {
  const of = (settings: string) => {
    const read = readSettings(parseSource(`channels: { erp: { kind: webhook, ${settings} } }\n`));
    return read.ok ? [] : read.problems.map(({ message }) => message);
  };
  const secret = "secret: { file: s }";
  expect(of(`url: "http://erp.example.com/", ${secret}`)[0]).toContain("begins with https:");
  expect(of(`url: "http://10.0.0.1/", private: true, ${secret}`)).toEqual([]);
  expect(of(`url: "https://a:b@erp.example.com/", ${secret}`)[0]).toContain("an address such as");
  expect(of('url: "https://erp.example.com/"')[0]).toContain("where the secret is kept");
  const inClear = of('url: "https://erp.example.com/", secret: whsec_abc');
  expect(inClear[0]).toContain("where the secret is kept");
  expect(inClear[0]).not.toContain("whsec_abc");
});

it("names of flows and types of process that nobody knows are reported with what may be meant", async () => {
  const { config, remove } = workplace();
  remove();
  const erp = {
    ...webhookDefaults,
    name: "erp",
    kind: "webhook",
    direction: "out",
    url: "https://erp.example.com/",
    secrets: [],
    flows: ["D9999"],
    processTypes: ["meteringpoint"],
  } as const;
  const of = { ...config, webhooks: [erp] };
  expect(() => checkWebhookTypes(of, ["metering-point", "order"])).toThrow(
    "channels.erp.processTypes, meteringpoint: there is no such type of process; did you mean metering-point?",
  );
  const catalogue = await openCatalogue(shippedSettings);
  expect(() => checkFlowNames(of, catalogue)).toThrow("channels.erp.flows, D9999");
  const known = ["PAYMENT_RECEIVED", "ORDER_CLOSED", ...receivedTypes(catalogue)];
  const events = (...named: string[]) =>
    checkWebhookEvents(
      { ...of, undescribedFlows: ["D9998"], webhooks: [{ ...erp, events: named }] },
      known,
    );
  expect(() => events("D0010_RECIEVED")).toThrow(
    "channels.erp.events, D0010_RECIEVED: there is no such type of event; did you mean D0010_RECEIVED or ",
  );
  expect(() => events("ORDER_CLOSE")).toThrow("did you mean ORDER_CLOSED?");
  expect(() => events("NOTHING_LIKE_THAT_IN_ALL_THESE_LISTS_OF_OURS_RECEIVED")).toThrow(
    "nothing is called alike",
  );
  events("D0010_RECEIVED", "D9998_RECEIVED", "IF_037_MS_DE_APP_RECEIVED", "METER_FITTED_BY_US");
});
