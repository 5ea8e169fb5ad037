import type { Catalogue } from "../../src/catalogue/definition.ts";
import type { GroupData } from "../../src/core/file/document.ts";
import type { Party } from "../../src/core/file/envelope.ts";
import { readDocument } from "../../src/formats/recognise.ts";
import { dipIdOf, us } from "../../src/market/plan/participants.ts";
import type { PlannedSwitch } from "../../src/market/plan/switches.ts";
import { textIn } from "../../src/market/post/letter.ts";
import { LetterWriter } from "../../src/market/post/letter-writer.ts";
import type { MemoryMailbox } from "./memory-mailbox.ts";

/** What the supplier knows of a switch. */
interface Known {
  readonly row: GroupData;
  registration: string;
  isPending: boolean;
  path: "legacy" | "mhhs" | null;
  asked: boolean;
  ended: boolean;
  readonly accepted: Map<string, Party>;
}

/**
 * A supplier that does by the book what a switch needs of it, and nothing clever: the parties of a market have
 * somebody to talk to in tests that start no daemon.
 */
export class ObedientSupplier {
  readonly #catalogue: Catalogue;
  readonly #mailbox: MemoryMailbox;
  readonly #writer: LetterWriter;
  readonly #known = new Map<string, Known>();
  readonly #at: () => number;
  #files = 0;

  constructor(catalogue: Catalogue, mailbox: MemoryMailbox, at: () => number) {
    this.#catalogue = catalogue;
    this.#mailbox = mailbox;
    this.#writer = new LetterWriter(catalogue);
    this.#at = at;
  }

  /** Where it takes a switch to be, as its own books would say. */
  statusOf({ mpan }: PlannedSwitch): string {
    const known = this.#known.get(mpan);
    return known === undefined ? "unknown" : known.ended ? "ended" : "open";
  }

  /** Takes everything in its inbox and does what follows. */
  work(): void {
    for (const { name, bytes } of this.#mailbox.inbox.splice(0)) {
      const { envelope, items } = readDocument(bytes, this.#catalogue);
      if (envelope === null) continue;
      if (envelope.flow.startsWith("IF-")) this.#answer(name, items);
      for (const item of items) {
        const mpan = item.subject?.key ?? "";
        const data = JSON.parse(item.json()) as GroupData;
        this.#take(envelope.flow, mpan, data, envelope.from);
      }
    }
  }

  /** Takes a switch back. */
  withdraw(mpan: string): void {
    const known = this.#known.get(mpan);
    if (known === undefined) return;
    this.#css("CSS-WITHDRAW", "SwitchWithdrawalRequest", mpan, {
      registrationId: known.registration,
    });
  }

  /** Tells the platform which messages of a file it took. */
  #answer(name: string, items: ReturnType<typeof readDocument>["items"]): void {
    const good = items.filter(({ problems }) =>
      problems.every(({ severity }) => severity !== "error"),
    );
    const status = good.length === items.length ? 201 : 207;
    this.#files += 1;
    const bytes = Buffer.from(JSON.stringify({ status, number: 1, file: { name } }));
    this.#mailbox.mail.push({ name: `MHHS-STATUS_${this.#files}`, bytes });
  }

  #take(flow: string, mpan: string, data: GroupData, from: Party): void {
    if (flow === "SWITCHREQ") {
      const accepted = new Map<string, Party>();
      const known = { row: data, registration: "", isPending: false, path: null, asked: false };
      this.#known.set(mpan, { ...known, ended: false, accepted });
      const supplyStartDate = `${textIn(data, "supplyStartDate")}T00:00:00Z`;
      this.#css("CSS01800", "SwitchRequest", mpan, { supplyStartDate });
      return;
    }
    const known = this.#known.get(mpan);
    if (known === undefined) return;
    known.registration = textIn(data, "data.registrationId") || known.registration;
    const status = textIn(data, "data.registrationStatus");
    if (status === "Pending") known.isPending = true;
    if (flow === "D0217") known.path = "legacy";
    if (flow === "IF-002") known.path = "mhhs";
    if (flow === "D0011") this.#agreed(known, mpan, from);
    if (known.isPending && known.path !== null && !known.asked) {
      known.asked = true;
      if (known.path === "legacy") this.#appoint(known, mpan);
      else this.#appointServices(known, mpan);
    }
    if (["Cancelled", "Withdrawn"].includes(status)) this.#end(known, mpan);
    if (status === "Active" && !known.ended)
      for (const to of known.accepted.values())
        if (to.role === "M" || to.role === "D" || to.role === "C")
          this.#send("D0302", mpan, to, {
            mpanCore: mpan,
            effectiveFromSettlementDateRegi: dateOf(known.row),
            customerDetails: { customerName: "Customer" },
          });
  }

  #appoint({ row }: Known, mpan: string): void {
    const isHalfHourly = textIn(row, "metering") === "HH";
    const asked: readonly [string, string, string][] = [
      ["D0155", "M", textIn(row, "meterOperators")],
      ["D0155", isHalfHourly ? "C" : "D", textIn(row, "dataCollectors")],
      ["D0153", isHalfHourly ? "A" : "B", textIn(row, "dataAggregators")],
    ];
    for (const [flow, role, listed] of asked) {
      const participant = listed.split(" ")[0] ?? "";
      const date = dateOf(row);
      this.#send(
        flow,
        mpan,
        { role, participant },
        {
          mpanCore: mpan,
          effectiveFromSettlementDateRegi: date,
          contractReference: "C1",
          ...(flow === "D0155"
            ? { retrievalMethod: "H", gspGroupId: textIn(row, "gspGroup") }
            : { effectiveFromSettlementDateDaa: date }),
          agreedServiceDetails: [{ serviceReference: "STND", serviceLevelReference: "STND" }],
        },
      );
    }
  }

  #agreed(known: Known, mpan: string, from: Party): void {
    if (known.ended) {
      this.#terminate(known, mpan, from);
      return;
    }
    known.accepted.set(from.participant ?? "", from);
    const roles = [...known.accepted.values()].map(({ role }) => role);
    if (!roles.includes("M") || !(roles.includes("D") || roles.includes("C"))) return;
    for (const to of known.accepted.values())
      if (to.role !== "A" && to.role !== "B")
        this.#send("D0148", mpan, to, {
          mpanCore: mpan,
          effectiveFromSettlementDateRegi: dateOf(known.row),
        });
  }

  #appointServices({ row, registration }: Known, mpan: string): void {
    const start = `${textIn(row, "supplyStartDate")}T00:00:00+00:00`;
    for (const kind of ["MS", "DS"] as const) {
      const [block, name, listed] =
        kind === "MS"
          ? (["B070", "Metering", "meteringServices"] as const)
          : (["B071", "Data", "dataServices"] as const);
      const service = textIn(row, listed).split(" ")[0] ?? "";
      const hex = `${mpan.slice(-9)}${kind === "MS" ? "1" : "2"}`;
      const data = {
        CommonBlock: {
          S0: { interfaceID: "IF-031", schemaVersion: "011", eventCode: `[${kind}App]` },
          S1: {
            environmentTag: "PRD",
            senderUniqueReference: `S-IF-031-${hex}-SUP-20260302-a1`,
            senderTimestamp: new Date(this.#at()).toISOString().replace(/\.\d+Z/, "+00:00"),
            senderDIPID: us.dipId,
            senderRoleID: "SUP",
          },
          A0: { primaryRecipients: [`10000000${mpan.slice(0, 2)}`] },
          M0: { MPANCore: mpan, distributorDIPID: "1000000010", GSPGroupID: "_A" },
        },
        CustomBlock: {
          B013: { CSSRegistrationID: registration },
          [block]: {
            [`proposed${name}ServiceDIPID`]: dipIdOf(service),
            [`proposed${name}ServiceMPID`]: service,
            [`proposed${name}ServiceDIPEffectiveFromDate`]: start,
            appointmentScenario: "COS",
            ...(kind === "DS" && {
              supplierProposedDomesticIndicator: true,
              supplierProposedConsentGranularity: "D",
            }),
          },
        },
      };
      const to = { role: null, participant: `10000000${mpan.slice(0, 2)}` };
      this.#send("IF-031", mpan, to, data as unknown as GroupData);
    }
  }

  #end(known: Known, mpan: string): void {
    known.ended = true;
    for (const to of known.accepted.values()) this.#terminate(known, mpan, to);
  }

  #terminate({ row }: Known, mpan: string, to: Party): void {
    this.#send("D0151", mpan, to, {
      mpanCore: mpan,
      effectiveFromSettlementDateRegi: dateOf(row),
      terminationReason: "OB",
    });
  }

  #css(flow: string, eventType: string, mpan: string, more: Record<string, string>): void {
    const data = { supplierMpid: us.participant, supplierGeneratedReference: "ref", mpxn: mpan };
    const event = {
      eventId: `${flow}-${mpan}-${this.#files}`,
      eventType,
      version: "1.0",
      eventDate: new Date(this.#at()).toISOString(),
      data: { ...data, ...more },
    };
    const to = { role: null, participant: "CSS" };
    this.#send(flow, mpan, to, event as unknown as GroupData);
  }

  #send(flow: string, about: string, to: Party, data: GroupData): void {
    const from = { role: us.role, participant: us.participant };
    const letter = { from, to, flow, about, says: "", registration: null, data };
    const { bytes } = this.#writer.write([letter], this.#at());
    this.#files += 1;
    this.#mailbox.mail.push({ name: `${flow}_${this.#files}`, bytes });
  }
}

function dateOf(row: GroupData): string {
  return textIn(row, "supplyStartDate").replaceAll("-", "");
}
