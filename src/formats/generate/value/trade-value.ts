import type { Spot } from "../spot.ts";
import { company, madeUpSentence } from "./made-up.ts";
import type { Random } from "./random.ts";

type Maker = (spot: Spot) => string;

/** What a value is by what its name says, where catalogues of records have no such name; the first that fits counts. */
const makers: readonly (readonly [RegExp, Maker])[] = [
  [/\bMPAN\b|\bMPXN\b/i, ({ surroundings }) => surroundings.scene.mpan],
  [
    /\bMPRN\b|Meter Point Reference|Supply Meter Point/i,
    ({ surroundings }) => surroundings.scene.mprn,
  ],
  [/Order (Number|No|Id|Reference)$/i, (spot) => orderNumber(spot)],
  [/Parcel (Number|No|Id)$/i, (spot) => `${orderNumber(spot)}-1`],
  [/Tracking (Number|No|Id)$/i, (spot) => `EXT${random(spot).digits(9)}`],
  [/Line (Number|No)$/i, ({ surroundings }) => String(surroundings.index + 1)],
  [/^Channel Type$/i, (spot) => random(spot).pick(["AI", "AE", "RI", "RE"])],
  [/\bSku\b|Article|Product/i, (spot) => `EX-${random(spot).digits(4)}`],
  [/^Description$/i, (spot) => random(spot).pick(goods)],
  [/Quantity|Pieces/i, ({ surroundings: { scene, index } }) => String(scene.quantity(index))],
  [/^Parcels$/i, () => "1"],
  [/^Value$/i, (spot) => (random(spot).whole(200, 9_000) / 1_000).toFixed(3)],
  [/Grams/i, (spot) => String(random(spot).whole(50, 20_000))],
  [/Price|Amount|Total/i, (spot) => money(random(spot))],
  [/^Currency/i, () => "GBP"],
  [/^Country/i, () => "GB"],
  [/Carrier|Courier/i, (spot) => company(random(spot))],
  [/Warehouse|Location|\bTown\b|\bCity\b/i, ({ surroundings }) => lineOf(surroundings.scene, 5)],
  [/County/i, ({ surroundings }) => lineOf(surroundings.scene, 9)],
  [/^Address Line \d$/i, (spot) => addressLine(spot)],
  [/DIPID$|DIP Connection Provider/i, (spot) => `99${random(spot).digits(9)}`],
  [/MPID$/i, ({ surroundings }) => surroundings.scene.occasion.from.participant],
  [/Role Id$|Supplier Role$/i, ({ surroundings }) => surroundings.scene.occasion.from.role],
  [/GSP Group/i, ({ surroundings }) => surroundings.scene.area.gspGroup],
  [/Profile Class/i, ({ surroundings }) => surroundings.scene.configuration.profileClass],
  [/^Ssc$/i, ({ surroundings }) => surroundings.scene.configuration.settlementConfiguration],
  [/Meter (Id|Serial)/i, ({ surroundings: { scene, meter } }) => scene.meter(meter)],
  [
    /Register Reading$/i,
    ({ surroundings: { scene, meter, readingDay } }) => String(scene.reading(meter, 0, readingDay)),
  ],
  [/Status$/i, (spot) => statusOf(spot)],
  [/^Notes?$/i, (spot) => madeUpSentence(random(spot))],
  [/Recipients$|^Always$/i, ({ surroundings }) => surroundings.scene.occasion.to.participant],
  [/^Updated Properties$/i, () => "registrationStatus"],
  [/^Environment Tag$/i, () => "TEST"],
  [/^Event Code$/i, () => "ExampleEvent"],
  [/^Reading Method$/i, (spot) => random(spot).pick(["A", "C", "N"])],
  [/^Site Visit Check Code$/i, (spot) => random(spot).pick(["01", "02"])],
  [/^Market Segment Indicator$/i, (spot) => random(spot).pick(["A", "S", "U"])],
  [/^Connection Type Indicator$/i, (spot) => random(spot).pick(["L", "W"])],
  [/^Energy Direction$/i, (spot) => random(spot).pick(["E", "I"])],
  [/\bURL$/i, (spot) => `https://example.org/${random(spot).digits(6)}`],
  [
    /Event Id$|Correlation|Transaction Id$|Publication Id$|\bUuid\b|\bGuid\b/i,
    (spot) => uuid(spot),
  ],
];

/** How often a value was measured and not estimated. */
const actualShare = 0.9;

const goods = ["Mug, blue", "Shirt, medium", "Copper busbar 20 mm", "Desk lamp", "Cable drum"];

/** A value by its name or by what its message is about; null where neither tells. */
export function tradeValue(spot: Spot): string | null {
  const { scene } = spot.surroundings;
  if (spot.subject === "mpan") return scene.mpan;
  if (spot.subject === "mprn") return scene.mprn;
  if (spot.subject === "order") return orderNumber(spot);
  if (spot.field.item !== null) return null;
  const { name } = spot.field;
  return makers.find(([pattern]) => pattern.test(name))?.[1](spot) ?? null;
}

/** An order number: one wherever it is in a message, another in each. */
function orderNumber({ surroundings }: Spot): string {
  const { occasion, number } = surroundings.scene;
  return `SO-${occasion.firstNumber + number}`;
}

/** In the form of a UUID, version 4. */
export function uuid({ surroundings }: Pick<Spot, "surroundings">): string {
  const { random: source } = surroundings.scene;
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => source.whole(0, 15).toString(16)).join("");
  return `${hex(8)}-${hex(4)}-4${hex(3)}-${source.pick(["8", "9", "a", "b"])}${hex(3)}-${hex(12)}`;
}

function random({ surroundings }: Spot): Random {
  return surroundings.scene.random;
}

/** Actual or estimated where there is room for a letter alone. */
function statusOf(spot: Spot): string {
  const { format } = spot.field;
  if (format.kind === "text" && format.length === 1)
    return random(spot).chance(actualShare) ? "A" : "E";
  return random(spot).pick(["new", "open", "done"]);
}

function money(source: Random): string {
  return (source.whole(100, 25_000) / 100).toFixed(2);
}

/** The street comes first, then a house's name, unlike in records; lines beyond have what is left. */
function addressLine({ field, surroundings }: Spot): string {
  const line = Number(field.name.at(-1));
  if (line === 1) return lineOf(surroundings.scene, 3);
  if (line === 2) return lineOf(surroundings.scene, 1);
  return line === 3 ? "" : lineOf(surroundings.scene, line);
}

function lineOf({ address }: Spot["surroundings"]["scene"], line: number): string {
  return address.lines[line - 1] ?? "";
}
