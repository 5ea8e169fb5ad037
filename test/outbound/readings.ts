import type { Catalogue } from "../../src/catalogue/definition.ts";
import {
  type OutboundFolder,
  outboundDefaults,
} from "../../src/config/channel/outbound-channel.ts";
import type { FileEffect } from "../../src/core/define/effect.ts";
import { readDocument } from "../../src/formats/recognise.ts";
import { mpan } from "../promises/flow-files.ts";

/** A channel for every flow, of a collector of readings. */
export function marketChannel(filter: Partial<OutboundFolder> = {}): OutboundFolder {
  return {
    ...outboundDefaults,
    name: "market",
    kind: "folder",
    direction: "out",
    from: { role: "D", participant: "DCOL" },
    path: "/srv/out/{toParticipant}",
    base: "/srv/out",
    ...filter,
  };
}

/** A meter reading to be sent as a message of a D0010, told by its number. */
export function reading(number: number, participant = "SUPP", value = "1042.0"): FileEffect {
  const registerReadings = [
    {
      meterRegisterId: "S",
      readingDateTime: "20240131000000",
      registerReading: value,
      meterReadingFlag: "T",
      readingMethod: "N",
    },
  ];
  const meterReadingTypes = [{ meterId: "K14X 00917", readingType: "D", registerReadings }];
  const data = { mpanCore: mpan(number), bscValidationStatus: "V", meterReadingTypes };
  return { kind: "file", flow: "D0010", to: { role: "X", participant }, data };
}

/** The numbers that the readings in a file were told by, in order; throws when the file is not right. */
export function numbersIn(bytes: Uint8Array, catalogue: Catalogue): number[] {
  const { items, problems } = readDocument(bytes, catalogue);
  const wrong = [...problems, ...items.flatMap((item) => item.problems)];
  if (wrong.length > 0) throw new Error(wrong.map(({ message }) => message).join(" "));
  return items.map(({ subject }) => Number(subject?.key.slice(2, -1)));
}
