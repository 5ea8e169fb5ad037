import { beforeAll, expect, test } from "vitest";
import { GainingPlace, Supply } from "./gaining-place.ts";
import { until } from "./workplace.ts";

/** The first day of every supply, unless a scenario says otherwise: a Tuesday. */
const day = "2027-01-12";

/** When the rounds of the scenarios are: in each, all of them have their files at once. */
const rounds = {
  asked: "2027-01-04T10:00:00Z",
  answered: "2027-01-04T12:00:00Z",
  agreed: "2027-01-05T10:00:00Z",
  secured: "2027-01-11T17:05:00Z",
  supplied: "2027-01-13T10:00:00Z",
  overdue: "2027-01-21T10:00:00Z",
  askedAgain: "2027-02-08T10:00:00Z",
  late: "2027-02-22T10:00:00Z",
  back: "2027-02-24T10:00:00Z",
} as const;

interface Step {
  /** What others send, or people say. */
  readonly does: (supply: Supply) => void | Promise<void>;
  /** What the switch is then. */
  readonly is: string;
  /** All that has left about the point by then. */
  readonly sent?: readonly string[];
  /** Words of what is stuck then. */
  readonly stuck?: string;
  /** Another switch of the point, by whose key the status is asked. */
  readonly of?: (supply: Supply) => Supply;
}

type Scenario = Partial<Record<keyof typeof rounds, Step>>;

const request = ["CSS01800"];
const appointed = ["CSS01800", "D0153 B:UDMS", "D0155 D:UDMS", "D0155 M:UDMS"];
const others = ["D0148 D:UDMS", "D0148 M:UDMS", "D0170 D:ODCO", "D0170 M:OMOP"];
const customer = [
  "D0131 D:UDMS",
  "D0131 M:UDMS",
  "D0205 P:YELG",
  "D0302 D:UDMS",
  "D0302 M:UDMS",
  "D0302 R:YELG",
];
const all = (...lists: readonly (readonly string[])[]) => lists.flat().toSorted();

const asked: Step = {
  does: (supply) => {
    supply.request();
    supply.notice("Pending");
    supply.registered();
  },
  is: "pending",
  sent: appointed,
};
const agreed: Step = {
  does: (supply) => supply.allAgreed(),
  is: "pending",
  sent: all(appointed, others),
};
const secured: Step = {
  does: (supply) => void supply.notice("SecuredActive"),
  is: "secured active",
  sent: all(appointed, others, customer),
};
const secure: Step = {
  does: (supply) => {
    supply.notice("SecuredActive");
    supply.meterDetails();
  },
  is: "secured active",
  sent: all(appointed, others, customer, ["D0052 D:UDMS"]),
};
const active: Step = {
  does: (supply) => {
    supply.notice("Active");
    supply.reading("00123.0", "A");
  },
  is: "active",
  sent: all(appointed, others, customer, ["D0052 D:UDMS"]),
};
const second = (supply: Supply) => supply.again(`${supply.reference}B`, "2027-02-16");
const nextDay = (supply: Supply) => supply.again(`${supply.reference}B`, "2027-01-13");

const scenarios: Readonly<Record<string, Scenario>> = {
  "is rejected for its date, and the second try goes out by itself": {
    asked: { does: (supply) => supply.request(), is: "requested", sent: request },
    answered: {
      does: (supply) => void supply.notice("Rejected", { reason: "bad date" }),
      is: "rejected",
      sent: request,
      stuck: "The switching service rejected the request: bad date",
    },
    agreed: {
      does: (supply) => {
        nextDay(supply).request();
        nextDay(supply).notice("Pending");
      },
      of: nextDay,
      is: "pending",
      sent: all(request, request),
    },
  },
  "is cancelled by an objection after agents accepted: each of them has D0151, a late one too": {
    asked,
    answered: { ...asked, does: (supply) => void supply.agreed("M") },
    agreed: {
      does: (supply) => {
        supply.notice("Cancelled", { reason: "Debt" });
        supply.agreed("D");
      },
      is: "cancelled",
      sent: all(appointed, ["D0151 D:UDMS", "D0151 M:UDMS"]),
    },
    secured: {
      does: () => {},
      is: "cancelled",
      sent: all(appointed, ["D0151 D:UDMS", "D0151 M:UDMS"]),
    },
  },
  "asks the next agent after a refusal, then a person": {
    asked,
    answered: {
      does: (supply) => {
        supply.refused("UDMS");
      },
      is: "pending",
      sent: all(appointed, ["D0155 M:EMEB"]),
    },
    agreed: {
      does: (supply) => supply.refused("EMEB"),
      is: "pending: no meter operator left",
      stuck: "Nobody is left to be asked as meter operator; refused: EMEB (Z), UDMS (Z)",
    },
    secured: {
      does: (supply) => supply.ask("do_propose_agent", { role: "mop", participant: "NEWM" }),
      is: "pending",
      sent: all(appointed, ["D0155 M:EMEB", "D0155 M:NEWM"]),
    },
  },
  "chases late meter details, calls a person, and goes on when they come": {
    asked,
    answered: agreed,
    secured,
    supplied: {
      does: () => {},
      is: "secured active: late",
      sent: all(appointed, others, customer, others.slice(2)),
    },
    overdue: {
      does: () => {},
      is: "secured active: meter details overdue",
      sent: all(appointed, others, customer, others.slice(2)),
      stuck: "No meter details came, though we asked twice. Ring the old meter operator, OMOP.",
    },
    askedAgain: {
      does: (supply) => {
        supply.meterDetails();
        supply.notice("Active");
        supply.reading("00123.0", "A");
      },
      is: "active",
      sent: all(appointed, others, customer, others.slice(2), ["D0052 D:UDMS"]),
    },
  },
  "has readings before details, disputes the collector's, and opens with the agreed one": {
    asked,
    answered: agreed,
    secured,
    supplied: {
      does: (supply) => {
        supply.ownReading("00123");
        supply.reading("00999.0", "D");
        supply.notice("Active");
      },
      is: "active",
      sent: all(appointed, others, customer, ["D0071 D:UDMS"], others.slice(2)),
    },
    overdue: {
      does: async (supply) => {
        const registers = [{ meter: "A10Z001", register: "S", value: "00123.0" }];
        await supply.ask("do_dispute_reading", { registers, reason: "the customer read 123" });
      },
      is: "active: meter details overdue",
      sent: all(appointed, others, customer, ["D0071 D:UDMS", "D0300 X:OLDS"], others.slice(2)),
    },
    askedAgain: {
      does: (supply) => {
        supply.agreedByOldSupplier("00123.0");
        supply.reading("00123.0", "X");
        supply.meterDetails();
      },
      is: "active",
    },
  },
  "takes files that come twice, and those sent again under another number, once": {
    asked: {
      does: (supply) => {
        supply.request();
        supply.request();
        supply.twice(supply.notice("Pending"));
        supply.registered();
        supply.registered();
      },
      is: "pending",
      sent: appointed,
    },
    answered: {
      does: (supply) => {
        supply.twice(supply.agreed("M"));
        supply.allAgreed();
      },
      is: "pending",
      sent: all(appointed, others),
    },
    secured: {
      does: (supply) => {
        supply.twice(supply.notice("SecuredActive"));
        supply.notice("SecuredActive");
      },
      is: "secured active",
      sent: all(appointed, others, customer),
    },
  },
  "is secured weeks late, and twice": {
    asked,
    answered: agreed,
    supplied: {
      does: (supply) => supply.ask("do_ask_again", {}),
      is: "pending: secured notice overdue",
      sent: all(appointed, others, others.slice(2), ["CSS-ASK"]),
      stuck: "has not said SecuredActive in time",
    },
    late: {
      does: (supply) => {
        supply.notice("SecuredActive", { registrationActiveDate: `${day}T00:00:00Z` });
        supply.notice("SecuredActive");
        supply.meterDetails();
        supply.notice("Active");
        supply.reading("00123.0", "A");
      },
      is: "active",
      sent: all(appointed, others, others.slice(2), ["CSS-ASK"], customer, ["D0052 D:UDMS"]),
    },
  },
  "is secured though it was withdrawn: stuck, and loud": {
    asked,
    answered: {
      does: (supply) => supply.ask("do_withdraw", { reason: "the customer stays" }),
      is: "pending: withdrawal asked for",
      sent: all(appointed, ["CSS-WITHDRAW"]),
    },
    agreed: { does: (supply) => void supply.notice("Withdrawn"), is: "withdrawn" },
    secured: {
      does: (supply) => void supply.notice("SecuredActive"),
      is: "withdrawn: secured all the same",
      sent: all(appointed, ["CSS-WITHDRAW"]),
      stuck: "The switch is withdrawn, and the switching service says that it is secured active",
    },
  },
  "migrates during its switch: agents are ended, services asked for": {
    asked,
    answered: {
      does: (supply) => void supply.agreed("M"),
      is: "pending",
      sent: appointed,
    },
    agreed: {
      does: (supply) => supply.platform("IF-002", "GainMPANInfo", supply.suppliers),
      is: "pending",
      sent: all(appointed, ["D0151 M:UDMS", "IF-031", "IF-031"]),
    },
  },
  "goes through by half-hourly settlement beside those of the legacy path": {
    asked: {
      does: (supply) => {
        supply.request();
        supply.notice("Pending");
        supply.platform("IF-002", "GainMPANInfo", supply.suppliers);
      },
      is: "pending",
      sent: all(request, ["IF-031", "IF-031"]),
    },
    answered: {
      does: (supply) => {
        supply.platform("IF-035", "MSAppAccepted", supply.metering());
        supply.platform("IF-035", "DSAppAccepted", supply.data());
      },
      is: "pending",
    },
    secured: {
      does: (supply) => void supply.notice("SecuredActive"),
      is: "secured active",
      sent: all(request, ["IF-031", "IF-031", "D0302 S:METR", "D0302 N:DATA"]),
    },
    supplied: { does: (supply) => void supply.notice("Active"), is: "active" },
  },
  "has a message that the platform refuses: a person is called, and has it sent again": {
    asked: {
      does: (supply) => {
        supply.request();
        supply.notice("Pending");
        supply.platform("IF-002", "GainMPANInfo", supply.suppliers);
      },
      is: "pending",
      sent: all(request, ["IF-031", "IF-031"]),
    },
    answered: {
      does: (supply) => {
        expect(supply.requests.join()).toMatch(/"senderDIPID": ?"8800000001"/);
        supply.platformAnswers((text) => text.includes("METR"));
      },
      is: "pending: message refused by the platform",
      sent: all(request, ["IF-031", "IF-031"]),
      stuck:
        "refused what we sent to ask for the metering service METR: RCP1022 - Coded value invalid No such service.",
    },
    agreed: {
      does: (supply) => supply.ask("do_send_again", { reason: "the platform knows METR now" }),
      is: "pending",
      sent: all(request, ["IF-031", "IF-031", "IF-031"]),
    },
    secured: {
      does: (supply) => {
        supply.platformAnswers(() => false);
        supply.platform("IF-035", "MSAppAccepted", supply.metering());
        supply.platform("IF-035", "DSAppAccepted", supply.data());
        supply.notice("SecuredActive");
      },
      is: "secured active",
    },
  },
  "was a mistake: given back to the old supplier, then to a third": {
    asked,
    answered: agreed,
    secured: secure,
    supplied: active,
    overdue: {
      does: async (supply) => {
        const mistake = { reason: "D", customer: "Ann Bright", contactDate: "2027-01-20" };
        await supply.ask("do_start_erroneous_transfer", mistake);
        await supply.ask("do_start_erroneous_transfer", { ...mistake, supplier: "THRD" });
        supply.transferSaid("OLDS", "E");
      },
      is: "active: erroneous transfer",
      sent: all(appointed, others, customer, ["D0052 D:UDMS", "D0301 X:OLDS", "D0301 X:THRD"]),
    },
    late: {
      does: () => {},
      is: "active: erroneous transfer",
      stuck: "THRD has not answered the erroneous transfer that we proposed",
    },
  },
  "was a mistake that the old supplier tells of: accepted, chased when it is late, and given back":
    {
      asked,
      answered: agreed,
      secured: secure,
      supplied: active,
      overdue: {
        does: (supply) => supply.transferSaid("OLDS", "D"),
        is: "active: erroneous transfer",
        sent: all(appointed, others, customer, ["D0052 D:UDMS"]),
        stuck: "Another supplier says of an erroneous transfer: OLDS (D)",
      },
      askedAgain: {
        does: (supply) => {
          const said = { supplier: "OLDS", customer: "Ann Bright", contactDate: "2027-01-20" };
          const reason = "the customer says so too";
          return supply.ask("do_answer_transfer", { ...said, accept: true, reason });
        },
        is: "active: erroneous transfer",
        sent: all(appointed, others, customer, ["D0052 D:UDMS", "D0301 X:OLDS"]),
      },
      late: {
        does: () => {},
        is: "active: erroneous transfer",
        sent: all(appointed, others, customer, ["D0052 D:UDMS", "D0301 X:OLDS"]),
      },
      back: {
        does: (supply) => void supply.notice("SecuredInactive", { supplierMpid: "OLDS" }),
        is: "given back",
        sent: all(appointed, others, customer, ["D0052 D:UDMS", "D0301 X:OLDS"]),
      },
    },
  "and another of the same point a month later are two processes": {
    asked,
    answered: agreed,
    secured: secure,
    supplied: active,
    askedAgain: {
      does: (supply) => {
        second(supply).request();
        second(supply).notice("Pending");
        second(supply).registered();
      },
      of: second,
      is: "pending",
      sent: all(appointed, others, customer, ["D0052 D:UDMS"], appointed),
    },
    late: {
      does: (supply) => {
        second(supply).allAgreed();
        second(supply).notice("SecuredActive");
        second(supply).notice("Active");
      },
      of: second,
      is: "active",
      sent: all(
        ...[appointed, others, customer, ["D0052 D:UDMS"]],
        ...[appointed, others, customer],
      ),
    },
  },
  "has the reference of another first day: it is never asked for": {
    asked,
    answered: {
      does: (supply) => supply.again(supply.reference, "2027-01-13").request(),
      of: (supply) => supply.again(supply.reference, "2027-01-13"),
      is: "requested: reference of another switch",
      sent: appointed,
      stuck: "One reference names one request",
    },
    agreed: { ...agreed, of: (supply) => supply },
  },
  "is asked for by a person while another is under way: it waits, and goes on when that ends": {
    asked,
    answered: {
      does: (supply) =>
        nextDay(supply).ask("do_request", {
          reference: `${supply.reference}B`,
          agents: { mop: ["UDMS"], dc: ["UDMS"], da: ["UDMS"] },
        }),
      of: nextDay,
      is: "requested: another switch under way",
      sent: appointed,
    },
    agreed: {
      does: (supply) => void supply.notice("Cancelled"),
      of: nextDay,
      // D0217 of the first day is near enough to be about this one, and is shown beside it.
      is: "requested: first days differ",
      sent: all(appointed, request),
    },
  },
};

const failures = new Map<string, unknown>();

/** Every scenario's step of a round, all at once; what does not come about is kept for its test. */
async function play(place: GainingPlace): Promise<void> {
  const supplies = Object.entries(scenarios).map(
    ([name, scenario], at) =>
      [name, scenario, new Supply(place, pointOf(at), `SW-${at}`, day)] as const,
  );
  for (const [round, at] of Object.entries(rounds)) {
    place.time(at);
    const steps = supplies.flatMap(([name, scenario, supply]) => {
      const step = scenario[round as keyof typeof rounds];
      return step === undefined || failures.has(name) ? [] : [{ name, step, supply }];
    });
    for (const { step, supply } of steps) await step.does(supply);
    for (const { name, step, supply } of steps) {
      try {
        await comesAbout(step, supply);
      } catch (error) {
        failures.set(name, error);
      }
    }
  }
  await askByReference(place);
}

/** Waits until it is so; says what is otherwise when it does not come to be so in time. */
async function comesAbout(step: Step, supply: Supply): Promise<void> {
  const of = step.of?.(supply) ?? supply;
  const found = async () => ({
    is: await of.status(),
    ...(step.sent === undefined ? {} : { sent: supply.sent }),
    ...(step.stuck === undefined
      ? {}
      : { stuck: (await of.stuck()).includes(step.stuck) ? step.stuck : await of.stuck() }),
  });
  const { is, sent, stuck } = step;
  const wanted = { is, ...(sent && { sent }), ...(stuck && { stuck }) };
  const isSo = async () => JSON.stringify(await found()) === JSON.stringify(wanted);
  try {
    await until(JSON.stringify(wanted), isSo, 60_000);
  } catch {
    expect(await found()).toEqual(wanted);
  }
}

/** Metering points of their own, each with its check digit. */
function pointOf(at: number): string {
  const digits = `99000120${String(4500 + at)}`;
  const primes = [3, 5, 7, 13, 17, 19, 23, 29, 31, 37, 41, 43];
  const sum = primes.reduce((total, prime, place) => total + prime * Number(digits[place]), 0);
  return `${digits}${(sum % 11) % 10}`;
}

/** What commands say that are given a reference in place of a key, once all is done. */
const said = new Map<string, string>();

async function askByReference(place: GainingPlace): Promise<void> {
  for (const words of [
    "process show REG-SW-0B",
    "process show SW-6",
    `process show ${pointOf(0)}`,
    `event list --key REG-SW-6`,
    'command run SW-6 do_withdraw --data {"reason":"late"}',
    "process picture SW-6",
  ]) {
    const { stdout, stderr } = await place.busbar(...words.split(" "));
    said.set(words, stdout + stderr);
  }
}

test("is named by its registration or our reference wherever a key is asked for", () => {
  const [first, second, shared, events, command, picture] = [...said.values()];
  expect(first).toContain(`switch-gain ${pointOf(0)}@2027-01-13: pending`);
  expect(second).toContain(`switch-gain ${pointOf(6)}@${day}: active`);
  expect(shared).toContain(
    `everal processes go by ${pointOf(0)}: name one, switch-gain/${pointOf(0)}@${day} or switch-gain/${pointOf(0)}@2027-01-13`,
  );
  expect(events).toContain("Secured Active overdue");
  expect(command).toContain("GATE_CLOSED");
  expect(picture).toMatch(/^sequenceDiagram\n {2}participant us as Busbar\n/);
  expect(picture).toMatch(/Note over us: Secured Active overdue/);
});

beforeAll(() => GainingPlace.running(rounds.asked, play), 300_000);

test.each(Object.keys(scenarios))("a switch %s", (name) => {
  const failure = failures.get(name);
  if (failure !== undefined) throw failure;
});
