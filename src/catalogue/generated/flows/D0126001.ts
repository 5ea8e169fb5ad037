// Made from the catalogue by `npm run generate:types`; changes here are lost.
import type { J1823, J1824 } from "../codes.ts";

/**
 * D0126 version 001: Asset Condition Report Response / Clearance.
 * A message is an occurrence of group 250 MPAN Cores.
 */
export type D0126001 = {
  /** J0003 MPAN Core, NUM(13). */
  readonly mpanCore: string;
  /** J0008 Nature of Maintenance, CHAR(200). */
  readonly natureOfMaintenance: string;
  /** J0012 Additional Information, CHAR(200). */
  readonly additionalInformation?: string;
  /** 61H Asset Condition Response, 1. */
  readonly assetConditionResponse: AssetConditionResponse;
};

/** Group 61H Asset Condition Response. */
export type AssetConditionResponse = {
  /** J1825 Asset Condition Report Date, DATE. */
  readonly assetConditionReportDate: string;
  /** J1824 Asset Condition Code, CHAR(3). */
  readonly assetConditionCode: J1824;
  /** J1823 Asset Condition Clearance Code, CHAR(1). */
  readonly assetConditionClearanceCode: J1823;
  /** J1822 Asset Condition Clearance Date, DATE. */
  readonly assetConditionClearanceDate: string;
};
