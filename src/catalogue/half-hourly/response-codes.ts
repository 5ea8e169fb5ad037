/**
 * The response codes of half-hourly settlement that a supplier and its services meet, with a sentence each;
 * restated from the Data Integration Platform's interface catalogue 2.1.0. RCP: what a recipient answers. REG:
 * what the registration service answers (IF-032, IF-020, IF-026, IF-039). SP and DS: what a metering or data
 * service answers (IF-034). ECS: what consumption data is refused for (IF-014). MSG: the platform's own.
 */
export const halfHourlyResponseCodes = {
  MSG0000: "The platform took the message.",

  RCP0000: "The message was taken.",
  RCP1001: "The message is not as the interface's schema has it.",
  RCP1003: "The event code is none of the interface's.",
  RCP1005: "The schema version is not one that is in use.",
  RCP1006: "The sender's unique reference is missing, or came before.",
  RCP1008: "The message says that it was sent in the future.",
  RCP1021: "A member that must have a value has none.",
  RCP1022: "A coded value is none of its list.",
  RCP1052: "The response code does not agree with the response messages.",
  RCP1061: "The recipient does not know the metering point.",
  RCP1062: "The publication is not expected in the state that the metering point is in.",
  RCP1063: "The content differs from what was issued.",
  RCP9999: "The signature does not prove the message.",

  REG0000: "The registration service does not know the metering point.",
  REG0005: "The registration id of the switching service is not known.",
  REG0006: "The registration id of the switching service is another supplier's.",
  REG1021: "The sender is not the current supplier.",
  REG1024: "The appointment begins too long ago.",
  REG1025: "The scenario USP needs the current provider.",
  REG1026: "The scenario CSP may not name the current provider.",
  REG1031: "The service is of another market segment than the metering point.",
  REG1032: "The date does not follow on the one before, or is no local midnight.",
  REG1033: "The appointment scenario does not fit.",
  REG1034: "A prospective appointment may not begin in the past.",
  REG1038: "The metering point is a linked export point, which has no appointment of its own here.",
  REG1039:
    "The metering point is a related secondary point, which has no appointment of its own here.",
  REG1082: "The change of meter data retriever comes too late.",
  REG1089: "A later request took the place of this one.",
  REG1090: "The supplier's participant id is not that of its DIP id.",
  REG1091: "The metering service's participant id is not that of its DIP id.",
  REG1092: "The data service's participant id is not that of its DIP id.",
  REG1099: "The date is further ahead than it may be.",
  REG9003: "The meter may not be updated before the metering point has migrated.",
  REG9004: "A switch by a third party is in progress.",
  REG9005: "The scenario MCA is for the current supplier alone.",
  REG9006: "The scenario MCS is not for the current supplier.",
  REG9007: "The metering point has migrated already.",
  REG9008: "The supplier is not qualified for half-hourly settlement.",
  REG9009: "The scenario is of half-hourly settlement, and the metering point has not migrated.",
  REG9010: "A guard of the migration refuses the request; the response messages say which.",
  REG9011: "A guard of the migration refuses the request; the response messages say which.",

  SP000: "The service accepts the appointment.",
  SP001: "The service has no contract for it.",
  SP002: "The contract reference is missing.",
  SP003: "The contract reference is not valid.",
  SP004: "The service does not serve the connection type.",
  SP005: "The service does not serve the market segment.",
  SP006: "The service does not serve the meter type.",
  SP007: "The service does not serve the area.",
  SP008: "The address is not enough.",
  SP009: "The meter is not enrolled with the DCC.",
  SP010: "The domestic premises indicator is wrong.",
  SP011: "The notice is too short.",
  SP099: "The service refuses for another reason.",
  DS001: "The data service cannot use the nominated meter data retriever.",
  DS003: "The data service cannot read as often as the fall-back frequency asks.",
  DS004: "The change of meter data retriever is refused.",
  DS005: "The change of meter data retriever is refused for its date.",
  DS006: "The change of meter data retriever is refused for the retriever named.",

  ECS1003: "The final reconciliation run of the settlement day is past.",
  ECS1006: "A settlement period is there twice.",
  ECS1007: "Settlement periods overlap.",
  ECS1008: "Consumption is estimated for a metering point that is not energised.",
  ECS1010: "Consumption is negative.",
  ECS1014: "The settlement day does not begin at 00:00:00 UTC.",
} as const;

/** A response code of half-hourly settlement. */
export type PlatformCode = keyof typeof halfHourlyResponseCodes;

/** What a code means; null for one that is not known. */
export function responseMeaning(code: string): string | null {
  return Object.hasOwn(halfHourlyResponseCodes, code)
    ? halfHourlyResponseCodes[code as PlatformCode]
    : null;
}
