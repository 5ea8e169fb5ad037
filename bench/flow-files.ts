/** Weights of the twelve digits before an MPAN's check digit. */
const weights = [3, 5, 7, 13, 17, 19, 23, 29, 31, 37, 41, 43];

/** A D0010 file with so many meter points, about 100 bytes each. Different for each number. */
export function d0010(number: number, meterPoints: number): Buffer {
  const points = Array.from({ length: meterPoints }, (_, index) =>
    // Spread over the metering points of a supplier, so that files keep coming to the same ones.
    d0010MeterPoint((number * 7919 + index * 104_729) % 900_000, number),
  );
  const text = [d0010Header(number), ...points, d0010Trailer(number, meterPoints)].join("");
  return Buffer.from(text, "latin1");
}

/** A D0010 file of one meter point with so many readings, about 37 bytes each: one message. */
export function d0010OneMessage(number: number, readings: number): Buffer {
  const [point = "", meter = "", reading = ""] = d0010MeterPoint((number * 7919) % 900_000, number)
    .split("\n")
    .map((line) => `${line}\n`);
  const lines = Array.from({ length: readings }, (_, at) =>
    reading.replace("20260222000000", `202602${String((at % 28) + 1).padStart(2, "0")}000000`),
  );
  const head = d0010Header(number) + point + meter;
  const tail = `ZPT|${identifier(number)}|${readings + 2}||1|20260302153151|\n`;
  return Buffer.from(head + lines.join("") + tail, "latin1");
}

/** The line that a D0010 of this number begins with. */
export function d0010Header(number: number): string {
  return `ZHV|${identifier(number)}|D0010002|D|ABCD|X|WXYZ|20260302153151||||OPER|\n`;
}

/** The lines of one meter point with one meter and one register. */
export function d0010MeterPoint(point: number, reading: number): string {
  const core = `12${String(point).padStart(10, "0")}`;
  const meter = String(point % 100_000).padStart(5, "0");
  return `026|${core}${checkDigit(core)}|V|\n028|F75A ${meter}|C|\n030|S|20260222000000|${10_000 + (reading % 80_000)}.0|||T|N|\n`;
}

/** The line that a D0010 of this number and so many meter points ends with. */
export function d0010Trailer(number: number, meterPoints: number): string {
  return `ZPT|${identifier(number)}|${meterPoints * 3}||${meterPoints}|20260302153151|\n`;
}

function identifier(number: number): string {
  return String(number).padStart(10, "0");
}

function checkDigit(core: string): number {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(core[place]), 0);
  return (sum % 11) % 10;
}
