import type { Random } from "./random.ts";

/** A person who does not exist. */
export interface Person {
  readonly title: string;
  readonly forename: string;
  readonly surname: string;
}

const titles = ["Dr", "Mx", "Prof"];
const forenames = [
  "Ada",
  "Bryn",
  "Carys",
  "Dilip",
  "Elsie",
  "Femi",
  "Grace",
  "Hamish",
  "Iona",
  "Jan",
];
const surnames = [
  "Ashdown",
  "Birchall",
  "Copperfield",
  "Drummle",
  "Everdene",
  "Oakroyd",
  "Pecksniff",
];
const houses = ["Rose Cottage", "The Old Forge", "Mill House"];
const streets = ["Ampere Street", "Faraday Road", "Volta Close", "Ohm Avenue", "Switchgear Lane"];
const towns = ["Busbarton", "Fuseworth", "Great Insulator", "Kilowatt Magna", "Relayford"];
const counties = ["Exampleshire", "North Sampleshire"];
const companies = ["Example Power", "Sample Metering", "Specimen Networks", "Placeholder Energy"];
const sentences = [
  "Please call before the visit",
  "Key with the neighbour at number 4",
  "Meter is in the cupboard under the stairs",
  "Parking at the rear of the building",
];

/** Makes up a person, who is nobody real. */
export function makePerson(random: Random): Person {
  return {
    title: random.pick(titles),
    forename: random.pick(forenames),
    surname: random.pick(surnames),
  };
}

/** Nine address lines, of which the first may be a house's name and the sixth to eighth stay empty, and a postcode. */
export function makeAddress(random: Random): {
  readonly lines: readonly string[];
  readonly postcode: string;
} {
  const house = random.chance(0.3) ? random.pick(houses) : "";
  const street = `${random.whole(1, 140)} ${random.pick(streets)}`;
  return {
    lines: [house, "", street, "", random.pick(towns), "", "", "", random.pick(counties)],
    // No postcode begins with ZZ.
    postcode: `ZZ${random.whole(1, 99)} ${random.whole(1, 9)}${random.letters(2)}`,
  };
}

/** A number set aside for drama: no one answers. */
export function telephone(random: Random): string {
  return `01632 960${random.digits(3)}`;
}

/** A mobile number set aside for drama. */
export function mobile(random: Random): string {
  return `07700 900${random.digits(3)}`;
}

/** The e-mail address of a made-up person, of a domain that is nobody's. */
export function email({ forename, surname }: Person): string {
  return `${forename}.${surname}@example.org`.toLowerCase();
}

/** The name of a company that there is not. */
export function company(random: Random): string {
  return random.pick(companies);
}

/** A sentence as people write into remarks. */
export function madeUpSentence(random: Random): string {
  return random.pick(sentences);
}
