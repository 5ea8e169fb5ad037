import type { Scene } from "../scene.ts";
import type { Spot } from "../spot.ts";
import { company, email, madeUpSentence, telephone } from "./made-up.ts";

/** What a text is, by what its name says; the first that fits counts. */
const makers: readonly (readonly [RegExp, (scene: Scene, spot: Spot) => string])[] = [
  [/Count\b|Number of|Run Number/, ({ random }) => String(random.whole(1, 40))],
  [/Post ?code/i, (scene) => scene.address.postcode],
  [/Address Line (\d)/, (scene, { field }) => addressLine(scene, field.name)],
  [/E-?mail/i, (scene) => email(scene.person)],
  [/Phone|Fax|Telephone/i, (scene) => telephone(scene.random)],
  [/Forename/i, (scene) => scene.person.forename],
  [/Surname/i, (scene) => scene.person.surname],
  [/Title/i, (scene) => scene.person.title],
  [/GSP Group Name/i, (scene) => scene.area.name],
  [
    /(Supplier|Distributor|Aggregator|Collector|Operator|Participant|Provider|Party|Agent).* Name/i,
    ({ random }) => company(random),
  ],
  [/User ?name/i, ({ random }) => `EXUSER${random.digits(2)}`],
  [/Name/i, ({ person }) => `${person.title} ${person.forename} ${person.surname}`],
  [/Description|Desc\b/i, () => "Example"],
  [
    /Information|Notes|Comment|Details|Reason for|Nature|Access|Location|Text/i,
    ({ random }) => madeUpSentence(random),
  ],
  [/Indicator|Flag|Status/i, ({ random }) => random.pick(["Y", "N"])],
  [/Reference|Serial|Number|Identifier|\bId\b|\bID\b|Key|PIN|Password/, identifier],
];

/** Most characters of an id that is a number in its list rather than one of many. */
const shortId = 3;

/** A text of the kind its name suggests; empty where there is nothing to say, such as an unused address line. */
export function textValue(spot: Spot): string {
  const { scene } = spot.surroundings;
  const maker = makers.find(([pattern]) => pattern.test(spot.field.name))?.[1];
  return maker === undefined ? plainText(scene) : maker(scene, spot);
}

/** What is put where a better text does not fit: letters, as many as there is room for. */
export function plainText({ random }: Scene): string {
  return random.letters(2);
}

function addressLine(scene: Scene, name: string): string {
  const line = Number(/(\d)$/.exec(name)?.[1] ?? 1);
  return scene.address.lines[line - 1] ?? "";
}

function identifier({ random }: Scene, { field, surroundings }: Spot): string {
  const { format } = field;
  if (format.kind === "text" && format.length <= shortId)
    return String(surroundings.index + 1).padStart(format.length, "0");
  return `EX${random.digits(8)}`;
}
