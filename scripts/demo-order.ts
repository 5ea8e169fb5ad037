import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** What the demonstration of an order works with. */
export interface OrderDemo {
  /** The folder of the demonstration's store. */
  readonly folder: string;
  /** Runs a command and gives what it prints. */
  readonly run: (...words: readonly string[]) => Promise<string>;
  readonly say: (text: string) => void;
}

/** A file that somebody sends, and where the order is once it has come. */
interface Step {
  readonly who: string;
  readonly status: string;
  readonly rows: readonly string[];
}

const steps: readonly Step[] = [
  {
    who: "The shop sends an order",
    status: "requested",
    rows: [
      "order_number,ordered_at,customer_name,address_line_1,postcode,line_number,sku,quantity,unit_price",
      "SO-20001,2026-06-10T09:00:00Z,Ann Bright,1 High Street,LS1 4AP,1,SHIRT-M,2,20.00",
      "SO-20001,2026-06-10T09:00:00Z,Ann Bright,1 High Street,LS1 4AP,2,MUG,1,7.50",
    ],
  },
  {
    who: "The payment provider reports",
    status: "pick requested",
    rows: [
      "order_number,transaction_id,status,amount,currency,paid_at",
      "SO-20001,T-1,captured,47.50,GBP,2026-06-10T09:05:00Z",
    ],
  },
  {
    who: "The warehouse packs one shirt too few",
    status: "packed short",
    rows: [
      "order_number,parcel_number,parcels,packed_at,line_number,sku,quantity_ordered,quantity_packed",
      "SO-20001,P-1,1,2026-06-10T14:00:00Z,1,SHIRT-M,2,1",
      "SO-20001,P-1,1,2026-06-10T14:00:00Z,2,MUG,1,1",
    ],
  },
  {
    who: "The courier delivers",
    status: "delivered short",
    rows: [
      "order_number,parcel_number,tracking_number,status,status_at",
      "SO-20001,P-1,N1,delivered,2026-06-11T10:00:00Z",
    ],
  },
];

const deadlineMs = 30_000;

/** Gives the demonstration's store a folder for what leaves to the warehouse and the courier. */
export function addPartners(folder: string): void {
  mkdirSync(join(folder, "partners"), { recursive: true });
  appendFileSync(
    join(folder, "busbar.yaml"),
    '\n  partners: { direction: out, path: "partners", flows: [PICK, COLLECTION] }\n',
  );
}

/** An order goes through, file by file; false when it does not get on in time. */
export async function showOrder({ folder, run, say }: OrderDemo): Promise<boolean> {
  say("\nAn order goes through:\n");
  for (const [index, { who, status, rows }] of steps.entries()) {
    const name = `order-${index + 1}.csv`;
    writeFileSync(join(folder, name), `${rows.join("\n")}\n`);
    renameSync(join(folder, name), join(folder, "inbox", name));
    const reached = await until(async () => (await statusOf(run)).startsWith(status));
    say(`  ${who.padEnd(40)} ${reached ? await statusOf(run) : `not "${status}" in time`}`);
    if (!reached) return false;
  }
  const sent = () => readdirSync(join(folder, "partners")).filter((name) => !name.startsWith("."));
  if (!(await until(async () => sent().length >= 2))) return false;
  say("\nWhat left because of it:");
  for (const name of sent()) {
    const text = readFileSync(join(folder, "partners", name), "utf8").trimEnd();
    say(`\n  ${name}\n${text.replaceAll(/^/gm, "    ")}`);
  }
  say("\nIts actions:\n");
  say(await run("action", "list", "--key", "SO-20001"));
  return true;
}

async function statusOf(run: OrderDemo["run"]): Promise<string> {
  try {
    const text = await run("process", "show", "SO-20001", "--type", "order", "--json");
    return (JSON.parse(text) as { readonly status: string }).status;
  } catch {
    return "not there yet";
  }
}

async function until(holds: () => Promise<boolean>): Promise<boolean> {
  for (const end = Date.now() + deadlineMs; Date.now() < end; await sleep(200))
    if (await holds()) return true;
  return false;
}
