import type { Spot, SpotSurroundings } from "../spot.ts";
import { mobile } from "./made-up.ts";
import { writeNumber } from "./number-value.ts";
import { participantValue } from "./participant-value.ts";

type Maker = (surroundings: SpotSurroundings, spot: Spot) => string;

const register = ({ scene, register: which }: SpotSurroundings) =>
  scene.configuration.registers[which];

/** Items whose values go together with others of the message, or that have values no format tells. */
const makers: Readonly<Record<string, Maker>> = {
  // Metering points
  J0003: ({ scene }, { subject }) => (subject !== null ? scene.mpan : scene.otherMpan()),
  J0083: ({ scene }, { subject }) => (subject !== null ? scene.mpan : scene.otherMpan()),
  J1813: ({ scene }, { subject }) => (subject !== null ? scene.mpan : scene.otherMpan()),
  J2243: ({ scene }) => scene.mpan,
  J2244: ({ scene }) => scene.otherMpan(),
  J0845: ({ scene }) => scene.otherMpan(),
  J1261: ({ scene }) => scene.otherMpan(),
  J1814: ({ scene }) => scene.otherMpan(),
  // Meters, registers and what they show
  J0004: ({ scene, meter }) => scene.meter(meter),
  J0010: (surroundings) => register(surroundings)?.id ?? "S",
  J0078: (surroundings) => register(byIndex(surroundings))?.regime ?? "00001",
  J1214: (surroundings) => register(byIndex(surroundings))?.regime ?? "00001",
  J0040: ({ scene, meter, register: which, readingDay }) =>
    `${scene.reading(meter, which, readingDay)}.0`,
  J0382: ({ index }) => String(index + 1),
  J0476: ({ scene }) => scene.meter(9),
  J0477: () => "01",
  J1688: () => "1.0000",
  J0478: () => "5",
  J0475: () => "1.00",
  J0432: () => "0.100000",
  J0501: () => "100",
  J0410: () => "Example EX100",
  J0454: () => "200/5",
  J0455: () => "11000/110",
  J0385: ({ scene }) => mobile(scene.random),
  J0443: () => "230",
  J1255: () => "230",
  J1260: () => "9600",
  J1839: () => "SMETS2",
  // How the point is settled
  J0071: ({ scene }) => scene.configuration.profileClass,
  J1103: ({ scene }) => scene.configuration.profileClass,
  J0072: ({ scene }) => scene.configuration.profileClass,
  J0076: ({ scene }) => scene.configuration.settlementConfiguration,
  J0220: ({ scene }) => scene.configuration.timeswitchCode,
  J0147: ({ scene }) => scene.configuration.lineLossFactorClass,
  J0082: () => "A",
  J0066: ({ scene }) => scene.area.gspGroup,
  J1104: ({ scene }) => scene.area.gspGroup,
  J0128: ({ scene }) => String(scene.random.whole(1, 5)),
  J0127: ({ scene }) => scene.random.pick(["WD", "SA", "SU"]),
  J1086: () => "SF",
  J0197: () => "SF",
  J1628: ({ scene }) => `2__AEXX${scene.random.digits(3)}`,
  J1310: ({ scene }) => scene.area.distributor,
  J0109: ({ scene }) => String(scene.occasion.firstNumber + scene.number),
  J0330: ({ scene }) => String(Math.floor(scene.occasion.firstNumber / 10)),
  J0074: ({ index }) => String((index % 50) + 1),
  J0167: ({ index }) => `SP${String((index % 50) + 1).padStart(2, "0")}`,
  J0001: ({ scene }) => scene.occasion.from.role,
  J1094: ({ scene }) => scene.occasion.from.role,
  J1109: () => "NH01",
  J0048: ({ scene }) => `EX${scene.random.digits(6)}`,
  J0274: ({ index }) => String(index + 1).padStart(4, "0"),
  J0275: () => "0001",
  J2245: () => "F",
  // Gas: of reasons and states of a job, those that were seen, a new connection and a job done
  A0072: ({ scene }) => scene.mprn,
  A0144: ({ scene }) => scene.occasion.gasJob,
  A0167: () => "NEWCN",
  A0142: () => "COMLT",
  A0055: ({ scene }) => `EXM${scene.random.digits(12)}`,
  A0064: () => "EXM",
  A0033: ({ scene }) => scene.random.digits(5),
  A0034: () => "0",
  A0121: () => "5",
  A0074: () => "1.022640",
  A0027: () => "1.022640",
  A0120: () => "1",
  A0021: ({ scene }) => `20${scene.random.whole(10, 24)}`,
  A0140: () => "080000",
  A0141: () => "120000",
  A0186: ({ scene }) => scene.random.digits(8),
  J0081: consumption,
  J0079: consumption,
};

/** A value that its item decides; null when it does not. */
export function itemValue(spot: Spot): string | null {
  const { item } = spot.field;
  const maker = item === null ? undefined : makers[item];
  return maker?.(spot.surroundings, spot) ?? meterPoint(spot) ?? participantValue(spot);
}

/** Names that gas files have for what identifies a meter point. */
const mprnName = /\bMPRN\b|Meter Point Ref|Supply Meter Point$/i;

/** The metering point of a message where no data item says so: by its subject, or by a name gas files have for it. */
function meterPoint({ field, subject, surroundings }: Spot): string | null {
  if (field.item !== null) return null;
  const { scene } = surroundings;
  if (subject === "mpan") return scene.mpan;
  return subject === "mprn" || (subject === null && mprnName.test(field.name)) ? scene.mprn : null;
}

/** Regimes are listed one after the other, also where no register is above them. */
function byIndex(surroundings: SpotSurroundings): SpotSurroundings {
  const { scene, index, count } = surroundings;
  if (count === 1) return surroundings;
  return { ...surroundings, register: index % scene.configuration.registers.length };
}

/** kWh a year. */
function consumption({ scene }: SpotSurroundings): string {
  const kilowattHours = scene.random.whole(15_000, 60_000) / 10;
  return writeNumber(kilowattHours, { kind: "number", digits: 14, decimals: 1, signed: true });
}
