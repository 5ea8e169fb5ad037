// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0459 } from "../codes.ts";

/**
 * D0148 version 001: Notification of Change to Other Parties.
 * A message is an occurrence of group 270 MPAN Cores.
 */
export type D0148001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0049 Effective from Settlement Date {REGI}, DATE. */
  readonly effectiveFromSettlementDateRegi: string;
  /** 271 Data Collector Appointment or Termination Details, any number. */
  readonly dataCollectorAppointmentOrTerminationDetails?: readonly DataCollectorAppointmentOrTerminationDetails[];
  /** 274 Meter Operator Appointment or Termination Details, any number. */
  readonly meterOperatorAppointmentOrTerminationDetails?: readonly MeterOperatorAppointmentOrTerminationDetails[];
  /** 277 Data Aggregator Appointment or Termination Details, any number. */
  readonly dataAggregatorAppointmentOrTerminationDetails?: readonly DataAggregatorAppointmentOrTerminationDetails[];
};

/** Group 271 Data Collector Appointment or Termination Details. */
export type DataCollectorAppointmentOrTerminationDetails = {
  /** J0205 Data Collector Id, CHAR(4), inferred. */
  readonly dataCollectorId: string;
  /** J0459 Agent Status, CHAR(1). */
  readonly agentStatus: J0459;
  /** 272 Effective from Date, 0 or 1. */
  readonly effectiveFromDate?: EffectiveFromDate;
  /** 273 Effective to Date, 0 or 1. */
  readonly effectiveToDate?: EffectiveToDate;
};

/** Group 272 Effective from Date. */
export type EffectiveFromDate = {
  /** J0219 Effective from Date {DCA}, DATE. */
  readonly effectiveFromDateDca: string;
};

/** Group 273 Effective to Date. */
export type EffectiveToDate = {
  /** J0399 Effective to Date {DCA}, DATE. */
  readonly effectiveToDateDca?: string;
};

/** Group 274 Meter Operator Appointment or Termination Details. */
export type MeterOperatorAppointmentOrTerminationDetails = {
  /** J0178 Meter Operator Id, CHAR(4). */
  readonly meterOperatorId: string;
  /** J0459 Agent Status, CHAR(1). */
  readonly agentStatus: J0459;
  /** 275 Effective from Date, 0 or 1. */
  readonly effectiveFromDate?: EffectiveFromDate275;
  /** 276 Effective to Date, 0 or 1. */
  readonly effectiveToDate?: EffectiveToDate276;
};

/** Group 275 Effective from Date. */
export type EffectiveFromDate275 = {
  /** J0210 Effective from Date {MOA}, DATE. */
  readonly effectiveFromDateMoa: string;
};

/** Group 276 Effective to Date. */
export type EffectiveToDate276 = {
  /** J0360 Effective to Date {MOA}, DATE. */
  readonly effectiveToDateMoa?: string;
};

/** Group 277 Data Aggregator Appointment or Termination Details. */
export type DataAggregatorAppointmentOrTerminationDetails = {
  /** J0183 Data Aggregator Id, CHAR(4), inferred. */
  readonly dataAggregatorId: string;
  /** J0459 Agent Status, CHAR(1). */
  readonly agentStatus: J0459;
  /** 278 Effective from Date, 0 or 1. */
  readonly effectiveFromDate?: EffectiveFromDate278;
  /** 279 Effective to Date, 0 or 1. */
  readonly effectiveToDate?: EffectiveToDate279;
};

/** Group 278 Effective from Date. */
export type EffectiveFromDate278 = {
  /** J0334 Effective from Settlement Date {DAA}, DATE. */
  readonly effectiveFromSettlementDateDaa: string;
};

/** Group 279 Effective to Date. */
export type EffectiveToDate279 = {
  /** J0340 Effective to Settlement Date {DAA}, DATE. */
  readonly effectiveToSettlementDateDaa?: string;
};
