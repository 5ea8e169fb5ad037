// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J0487, J0617 } from "../codes.ts";

/**
 * D0164 version 001: Notification of New or Changed Interruption of Supply.
 * The whole file is one message.
 */
export type D0164001 = {
  /** 341 Interruption of Supply Information, 1 or more. */
  readonly interruptionOfSupplyInformation: readonly InterruptionOfSupplyInformation[];
};

/** Group 341 Interruption of Supply Information. */
export type InterruptionOfSupplyInformation = {
  /** J0617 Interruption of Supply Status Code, CHAR(1). */
  readonly interruptionOfSupplyStatusCode: J0617;
  /** J0486 Interruption of Supply Reference, CHAR(10). */
  readonly interruptionOfSupplyReference: string;
  /** J0485 Start Date Time, DATETIME. */
  readonly startDateTime: string;
  /** J0487 Interruption of Supply Reason Code, CHAR(2). */
  readonly interruptionOfSupplyReasonCode: J0487;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** 342 End Date Time, 0 or 1, conditional. */
  readonly endDateTime?: EndDateTime;
  /** 343 Estimated End Date Time, 0 or 1, conditional. */
  readonly estimatedEndDateTime?: EstimatedEndDateTime;
  /** 344 Area(s) Affected, 1 or more. */
  readonly areasAffected: readonly AreasAffected[];
};

/** Group 342 End Date Time. */
export type EndDateTime = {
  /** J0488 End Date Time, DATETIME. */
  readonly endDateTime: string;
};

/** Group 343 Estimated End Date Time. */
export type EstimatedEndDateTime = {
  /** J0686 Estimated End Date Time, DATETIME. */
  readonly estimatedEndDateTime: string;
};

/** Group 344 Area(s) Affected. */
export type AreasAffected = {
  /** J0714 Area Affected by Interruption, CHAR(35). */
  readonly areaAffectedByInterruption: string;
};
