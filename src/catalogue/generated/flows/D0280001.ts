// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J1575 } from "../codes.ts";

/**
 * D0280 version 001: Teleswitch Contact to Register Mapping File.
 * The whole file is one message.
 */
export type D0280001 = {
  /** TTP Tele-Switch Time Pattern Regime Details, any number. */
  readonly teleSwitchTimePatternRegimeDetails?: readonly TeleSwitchTimePatternRegimeDetails[];
};

/** Group TTP Tele-Switch Time Pattern Regime Details. */
export type TeleSwitchTimePatternRegimeDetails = {
  /** J1214 Time Pattern Regime Id, CHAR(5). */
  readonly timePatternRegimeId: string;
  /** J0135 Tele-Switch User Id, NUM(2). */
  readonly teleSwitchUserId: string;
  /** J0136 Tele-Switch Group Id, NUM(4). */
  readonly teleSwitchGroupId: string;
  /** TCR Tele-Switch Contact Rules, 1 or more. */
  readonly teleSwitchContactRules: readonly TeleSwitchContactRules[];
};

/** Group TCR Tele-Switch Contact Rules. */
export type TeleSwitchContactRules = {
  /** J1574 Tele-Switch Register Rule Id, NUM(2). */
  readonly teleSwitchRegisterRuleId: string;
  /** J1570 Tele-Switch Contact Code, CHAR(1). */
  readonly teleSwitchContactCode: string;
  /** J1575 Tele-Switch Contact Rule, CHAR(1). */
  readonly teleSwitchContactRule: J1575;
};
