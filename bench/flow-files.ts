/** Weights of the twelve digits before an MPAN's check digit. */
const weights = [3, 5, 7, 13, 17, 19, 23, 29, 31, 37, 41, 43];

/** A D0010 file with so many meter points, two registers each: about 1 kB for eleven. Different for each number. */
export function d0010(number: number, meterPoints: number): Buffer {
  const identifier = String(number).padStart(10, "0");
  const lines = [`ZHV|${identifier}|D0010002|D|ABCD|X|WXYZ|20260302153151||||OPER|`];
  for (let index = 0; index < meterPoints; index += 1) {
    // Spread over the metering points of a supplier, so that files keep coming to the same ones.
    const point = (number * 7919 + index * 104_729) % 900_000;
    const core = `12${String(point).padStart(10, "0")}`;
    lines.push(
      `026|${core}${checkDigit(core)}|V|`,
      `028|F75A ${String(point % 100_000).padStart(5, "0")}|C|`,
      `030|S|20260222000000|${10_000 + (number % 80_000)}.0|||T|N|`,
    );
  }
  lines.push(`ZPT|${identifier}|${meterPoints * 3}||${meterPoints}|20260302153151|`, "");
  return Buffer.from(lines.join("\n"), "latin1");
}

function checkDigit(core: string): number {
  const sum = weights.reduce((total, weight, place) => total + weight * Number(core[place]), 0);
  return (sum % 11) % 10;
}
