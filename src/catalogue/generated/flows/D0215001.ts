// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0215 version 001: Provision of Site Technical Details.
 * A message is an occurrence of group 490 MPAN Cores.
 */
export type D0215001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0443 Supply Voltage, NUM(3). */
  readonly supplyVoltage: string;
  /** J0456 Supply Capacity, NUM(6). */
  readonly supplyCapacity: string;
  /** J0427 Number of Phases, NUM(1). */
  readonly numberOfPhases: string;
  /** J0454 CT Ratio, CHAR(6). */
  readonly ctRatio?: string;
  /** J0505 CT Class, CHAR(4). */
  readonly ctClass?: string;
  /** J0506 CT Rating, NUM(6,2). */
  readonly ctRating?: string;
  /** J0455 VT Ratio, CHAR(10). */
  readonly vtRatio?: string;
  /** J0677 VT Class, CHAR(4). */
  readonly vtClass?: string;
  /** J0678 VT Rating, NUM(3). */
  readonly vtRating?: string;
  /** J1025 Meter Equipment/Service Location, CHAR(30). */
  readonly meterEquipmentServiceLocation?: string;
};
