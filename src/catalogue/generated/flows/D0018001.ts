// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * D0018 version 001: Daily Profile Data Report.
 * The whole file is one message.
 */
export type D0018001 = {
  /** ZPD Data File Additional Header, 1. */
  readonly dataFileAdditionalHeader: DataFileAdditionalHeader;
  /** RDT , 1. */
  readonly groupRdt: GroupRdt;
  /** HDR Daily Profile Data Report Header, 1. */
  readonly dailyProfileDataReportHeader: DailyProfileDataReportHeader;
  /** GSP GSP Group, any number. */
  readonly gspGroup?: readonly GspGroup[];
};

/** Group ZPD Data File Additional Header. */
export type DataFileAdditionalHeader = {
  /** J0073 Settlement Date, DATE. */
  readonly settlementDate: string;
  /** J1086 Run Type Code, CHAR(2). */
  readonly runTypeCode: string;
  /** J1087 Run Number, NUM(7). */
  readonly runNumber: string;
};

/** Group RDT. */
export type GroupRdt = {
  /** J1089 User Name, CHAR(8). */
  readonly userName: string;
  /** J1090 Report Parameters, CHAR(30). */
  readonly reportParameters: string;
  /** J1090 Report Parameters, CHAR(30). */
  readonly reportParameters3: string;
};

/** Group HDR Daily Profile Data Report Header. */
export type DailyProfileDataReportHeader = {
  /** J1091 Profile Production Date, DATE, inferred. */
  readonly profileProductionDate: string;
  /** J1092 Profile Production Time, any text. */
  readonly profileProductionTime: string;
};

/** Group GSP GSP Group. */
export type GspGroup = {
  /** J0066 GSP Group Id, CHAR(2). */
  readonly gspGroupId: string;
  /** J0062 Actual Noon Temperature, ±NUM(4,1). */
  readonly actualNoonTemperature: string;
  /** J0068 Noon Effective Temperature, ±NUM(4,1). */
  readonly noonEffectiveTemperature: string;
  /** J0077 Time of Sunset, TIME. */
  readonly timeOfSunset: string;
  /** J0875 Sunset Variable, CHAR(5). */
  readonly sunsetVariable: string;
  /** PCL Profile Class Details, any number. */
  readonly profileClassDetails?: readonly ProfileClassDetails[];
};

/** Group PCL Profile Class Details. */
export type ProfileClassDetails = {
  /** J0071 Profile Class Id, NUM(2). */
  readonly profileClassId: string;
  /** PFL Profile Details, any number. */
  readonly profileDetails?: readonly ProfileDetails[];
  /** SSC Standard Settlement Configuration Details, any number. */
  readonly standardSettlementConfigurationDetails?: readonly StandardSettlementConfigurationDetails[];
};

/** Group PFL Profile Details. */
export type ProfileDetails = {
  /** J0072 Profile Id, NUM(2). */
  readonly profileId: string;
  /** BPP Basic Period Profile Coefficients, 1. */
  readonly basicPeriodProfileCoefficients: BasicPeriodProfileCoefficients;
};

/** Group BPP Basic Period Profile Coefficients. */
export type BasicPeriodProfileCoefficients = {
  /** J0069 Period Profile Coefficient Value (Settlement Period 01), ±NUM(14,13). */
  readonly periodProfileCoefficientValueSettlementPeriod01: string;
  /** J1362 Period Profile Coefficient Value (Settlement Period 02), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod02?: string;
  /** J1363 Period Profile Coefficient Value (Settlement Period 03), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod03?: string;
  /** J1364 Period Profile Coefficient Value (Settlement Period 04), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod04?: string;
  /** J1365 Period Profile Coefficient Value (Settlement Period 05), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod05?: string;
  /** J1366 Period Profile Coefficient Value (Settlement Period 06), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod06?: string;
  /** J1367 Period Profile Coefficient Value (Settlement Period 07), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod07?: string;
  /** J1368 Period Profile Coefficient Value (Settlement Period 08), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod08?: string;
  /** J1369 Period Profile Coefficient Value (Settlement Period 09), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod09?: string;
  /** J1370 Period Profile Coefficient Value (Settlement Period 10), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod10?: string;
  /** J1371 Period Profile Coefficient Value (Settlement Period 11), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod11?: string;
  /** J1372 Period Profile Coefficient Value (Settlement Period 12), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod12?: string;
  /** J1373 Period Profile Coefficient Value (Settlement Period 13), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod13?: string;
  /** J1374 Period Profile Coefficient Value (Settlement Period 14), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod14?: string;
  /** J1375 Period Profile Coefficient Value (Settlement Period 15), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod15?: string;
  /** J1376 Period Profile Coefficient Value (Settlement Period 16), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod16?: string;
  /** J1377 Period Profile Coefficient Value (Settlement Period 17), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod17?: string;
  /** J1378 Period Profile Coefficient Value (Settlement Period 18), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod18?: string;
  /** J1379 Period Profile Coefficient Value (Settlement Period 19), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod19?: string;
  /** J1380 Period Profile Coefficient Value (Settlement Period 20), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod20?: string;
  /** J1381 Period Profile Coefficient Value (Settlement Period 21), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod21?: string;
  /** J1382 Period Profile Coefficient Value (Settlement Period 22), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod22?: string;
  /** J1383 Period Profile Coefficient Value (Settlement Period 23), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod23?: string;
  /** J1384 Period Profile Coefficient Value (Settlement Period 24), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod24?: string;
  /** J1385 Period Profile Coefficient Value (Settlement Period 25), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod25?: string;
  /** J1386 Period Profile Coefficient Value (Settlement Period 26), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod26?: string;
  /** J1387 Period Profile Coefficient Value (Settlement Period 27), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod27?: string;
  /** J1388 Period Profile Coefficient Value (Settlement Period 28), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod28?: string;
  /** J1389 Period Profile Coefficient Value (Settlement Period 29), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod29?: string;
  /** J1390 Period Profile Coefficient Value (Settlement Period 30), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod30?: string;
  /** J1391 Period Profile Coefficient Value (Settlement Period 31), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod31?: string;
  /** J1392 Period Profile Coefficient Value (Settlement Period 32), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod32?: string;
  /** J1393 Period Profile Coefficient Value (Settlement Period 33), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod33?: string;
  /** J1394 Period Profile Coefficient Value (Settlement Period 34), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod34?: string;
  /** J1395 Period Profile Coefficient Value (Settlement Period 35), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod35?: string;
  /** J1396 Period Profile Coefficient Value (Settlement Period 36), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod36?: string;
  /** J1397 Period Profile Coefficient Value (Settlement Period 37), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod37?: string;
  /** J1398 Period Profile Coefficient Value (Settlement Period 38), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod38?: string;
  /** J1399 Period Profile Coefficient Value (Settlement Period 39), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod39?: string;
  /** J1400 Period Profile Coefficient Value (Settlement Period 40), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod40?: string;
  /** J1401 Period Profile Coefficient Value (Settlement Period 41), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod41?: string;
  /** J1402 Period Profile Coefficient Value (Settlement Period 42), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod42?: string;
  /** J1403 Period Profile Coefficient Value (Settlement Period 43), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod43?: string;
  /** J1404 Period Profile Coefficient Value (Settlement Period 44), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod44?: string;
  /** J1405 Period Profile Coefficient Value (Settlement Period 45), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod45?: string;
  /** J1406 Period Profile Coefficient Value (Settlement Period 46), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod46?: string;
  /** J1407 Period Profile Coefficient Value (Settlement Period 47), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod47?: string;
  /** J1408 Period Profile Coefficient Value (Settlement Period 48), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod48?: string;
  /** J1409 Period Profile Coefficient Value (Settlement Period 49), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod49?: string;
  /** J1410 Period Profile Coefficient Value (Settlement Period 50), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod50?: string;
};

/** Group SSC Standard Settlement Configuration Details. */
export type StandardSettlementConfigurationDetails = {
  /** J0076 Standard Settlement Configuration (SSC) Id, CHAR(4). */
  readonly standardSettlementConfigurationSscId: string;
  /** CPP Combined Period Profile Coefficients, 0 or 1. */
  readonly combinedPeriodProfileCoefficients?: CombinedPeriodProfileCoefficients;
  /** VMR Valid Measurement Requirement, any number. */
  readonly validMeasurementRequirement?: readonly ValidMeasurementRequirement[];
};

/** Group CPP Combined Period Profile Coefficients. */
export type CombinedPeriodProfileCoefficients = {
  /** J0876 Low Register Profile Coefficient (Settlement Period 01), ±NUM(14,13). */
  readonly lowRegisterProfileCoefficientSettlementPeriod01: string;
  /** J0877 Normal Register Profile Coefficient (Settlement Period 01), ±NUM(14,13). */
  readonly normalRegisterProfileCoefficientSettlementPeriod01: string;
  /** J1460 Low Register Profile Coefficient (Settlement Period 02), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod02: string;
  /** J1509 Normal Register Profile Coefficient (Settlement Period 02), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod02: string;
  /** J1461 Low Register Profile Coefficient (Settlement Period 03), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod03: string;
  /** J1510 Normal Register Profile Coefficient (Settlement Period 03), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod03: string;
  /** J1462 Low Register Profile Coefficient (Settlement Period 04), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod04: string;
  /** J1511 Normal Register Profile Coefficient (Settlement Period 04), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod04: string;
  /** J1463 Low Register Profile Coefficient (Settlement Period 05), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod05: string;
  /** J1512 Normal Register Profile Coefficient (Settlement Period 05), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod05: string;
  /** J1464 Low Register Profile Coefficient (Settlement Period 06), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod06: string;
  /** J1513 Normal Register Profile Coefficient (Settlement Period 06), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod06: string;
  /** J1465 Low Register Profile Coefficient (Settlement Period 07), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod07: string;
  /** J1514 Normal Register Profile Coefficient (Settlement Period 07), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod07: string;
  /** J1466 Low Register Profile Coefficient (Settlement Period 08), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod08: string;
  /** J1515 Normal Register Profile Coefficient (Settlement Period 08), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod08: string;
  /** J1467 Low Register Profile Coefficient (Settlement Period 09), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod09: string;
  /** J1516 Normal Register Profile Coefficient (Settlement Period 09), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod09: string;
  /** J1468 Low Register Profile Coefficient (Settlement Period 10), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod10: string;
  /** J1517 Normal Register Profile Coefficient (Settlement Period 10), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod10: string;
  /** J1469 Low Register Profile Coefficient (Settlement Period 11), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod11: string;
  /** J1518 Normal Register Profile Coefficient (Settlement Period 11), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod11: string;
  /** J1470 Low Register Profile Coefficient (Settlement Period 12), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod12: string;
  /** J1519 Normal Register Profile Coefficient (Settlement Period 12), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod12: string;
  /** J1471 Low Register Profile Coefficient (Settlement Period 13), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod13: string;
  /** J1520 Normal Register Profile Coefficient (Settlement Period 13), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod13: string;
  /** J1472 Low Register Profile Coefficient (Settlement Period 14), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod14: string;
  /** J1521 Normal Register Profile Coefficient (Settlement Period 14), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod14: string;
  /** J1473 Low Register Profile Coefficient (Settlement Period 15), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod15: string;
  /** J1522 Normal Register Profile Coefficient (Settlement Period 15), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod15: string;
  /** J1474 Low Register Profile Coefficient (Settlement Period 16), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod16: string;
  /** J1523 Normal Register Profile Coefficient (Settlement Period 16), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod16: string;
  /** J1475 Low Register Profile Coefficient (Settlement Period 17), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod17: string;
  /** J1524 Normal Register Profile Coefficient (Settlement Period 17), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod17: string;
  /** J1476 Low Register Profile Coefficient (Settlement Period 18), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod18: string;
  /** J1525 Normal Register Profile Coefficient (Settlement Period 18), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod18: string;
  /** J1477 Low Register Profile Coefficient (Settlement Period 19), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod19: string;
  /** J1526 Normal Register Profile Coefficient (Settlement Period 19), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod19: string;
  /** J1478 Low Register Profile Coefficient (Settlement Period 20), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod20: string;
  /** J1527 Normal Register Profile Coefficient (Settlement Period 20), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod20: string;
  /** J1479 Low Register Profile Coefficient (Settlement Period 21), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod21: string;
  /** J1528 Normal Register Profile Coefficient (Settlement Period 21), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod21: string;
  /** J1480 Low Register Profile Coefficient (Settlement Period 22), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod22: string;
  /** J1529 Normal Register Profile Coefficient (Settlement Period 22), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod22: string;
  /** J1481 Low Register Profile Coefficient (Settlement Period 23), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod23: string;
  /** J1530 Normal Register Profile Coefficient (Settlement Period 23), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod23: string;
  /** J1482 Low Register Profile Coefficient (Settlement Period 24), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod24: string;
  /** J1531 Normal Register Profile Coefficient (Settlement Period 24), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod24: string;
  /** J1483 Low Register Profile Coefficient (Settlement Period 25), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod25: string;
  /** J1532 Normal Register Profile Coefficient (Settlement Period 25), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod25: string;
  /** J1484 Low Register Profile Coefficient (Settlement Period 26), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod26: string;
  /** J1533 Normal Register Profile Coefficient (Settlement Period 26), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod26: string;
  /** J1485 Low Register Profile Coefficient (Settlement Period 27), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod27: string;
  /** J1534 Normal Register Profile Coefficient (Settlement Period 27), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod27: string;
  /** J1486 Low Register Profile Coefficient (Settlement Period 28), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod28: string;
  /** J1535 Normal Register Profile Coefficient (Settlement Period 28), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod28: string;
  /** J1487 Low Register Profile Coefficient (Settlement Period 29), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod29: string;
  /** J1536 Normal Register Profile Coefficient (Settlement Period 29), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod29: string;
  /** J1488 Low Register Profile Coefficient (Settlement Period 30), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod30: string;
  /** J1537 Normal Register Profile Coefficient (Settlement Period 30), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod30: string;
  /** J1489 Low Register Profile Coefficient (Settlement Period 31), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod31: string;
  /** J1538 Normal Register Profile Coefficient (Settlement Period 31), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod31: string;
  /** J1490 Low Register Profile Coefficient (Settlement Period 32), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod32: string;
  /** J1539 Normal Register Profile Coefficient (Settlement Period 32), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod32: string;
  /** J1491 Low Register Profile Coefficient (Settlement Period 33), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod33: string;
  /** J1540 Normal Register Profile Coefficient (Settlement Period 33), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod33: string;
  /** J1492 Low Register Profile Coefficient (Settlement Period 34), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod34: string;
  /** J1541 Normal Register Profile Coefficient (Settlement Period 34), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod34: string;
  /** J1493 Low Register Profile Coefficient (Settlement Period 35), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod35: string;
  /** J1542 Normal Register Profile Coefficient (Settlement Period 35), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod35: string;
  /** J1494 Low Register Profile Coefficient (Settlement Period 36), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod36: string;
  /** J1543 Normal Register Profile Coefficient (Settlement Period 36), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod36: string;
  /** J1495 Low Register Profile Coefficient (Settlement Period 37), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod37: string;
  /** J1544 Normal Register Profile Coefficient (Settlement Period 37), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod37: string;
  /** J1496 Low Register Profile Coefficient (Settlement Period 38), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod38: string;
  /** J1545 Normal Register Profile Coefficient (Settlement Period 38), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod38: string;
  /** J1497 Low Register Profile Coefficient (Settlement Period 39), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod39: string;
  /** J1546 Normal Register Profile Coefficient (Settlement Period 39), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod39: string;
  /** J1498 Low Register Profile Coefficient (Settlement Period 40), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod40: string;
  /** J1547 Normal Register Profile Coefficient (Settlement Period 40), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod40: string;
  /** J1499 Low Register Profile Coefficient (Settlement Period 41), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod41: string;
  /** J1548 Normal Register Profile Coefficient (Settlement Period 41), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod41: string;
  /** J1500 Low Register Profile Coefficient (Settlement Period 42), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod42: string;
  /** J1549 Normal Register Profile Coefficient (Settlement Period 42), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod42: string;
  /** J1501 Low Register Profile Coefficient (Settlement Period 43), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod43: string;
  /** J1550 Normal Register Profile Coefficient (Settlement Period 43), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod43: string;
  /** J1502 Low Register Profile Coefficient (Settlement Period 44), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod44: string;
  /** J1551 Normal Register Profile Coefficient (Settlement Period 44), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod44: string;
  /** J1503 Low Register Profile Coefficient (Settlement Period 45), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod45: string;
  /** J1552 Normal Register Profile Coefficient (Settlement Period 45), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod45: string;
  /** J1504 Low Register Profile Coefficient (Settlement Period 46), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod46: string;
  /** J1553 Normal Register Profile Coefficient (Settlement Period 46), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod46: string;
  /** J1505 Low Register Profile Coefficient (Settlement Period 47), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod47?: string;
  /** J1554 Normal Register Profile Coefficient (Settlement Period 47), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod47?: string;
  /** J1506 Low Register Profile Coefficient (Settlement Period 48), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod48?: string;
  /** J1555 Normal Register Profile Coefficient (Settlement Period 48), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod48?: string;
  /** J1507 Low Register Profile Coefficient (Settlement Period 49), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod49?: string;
  /** J1556 Normal Register Profile Coefficient (Settlement Period 49), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod49?: string;
  /** J1508 Low Register Profile Coefficient (Settlement Period 50), NUM(14,13), inferred. */
  readonly lowRegisterProfileCoefficientSettlementPeriod50?: string;
  /** J1557 Normal Register Profile Coefficient (Settlement Period 50), NUM(14,13), inferred. */
  readonly normalRegisterProfileCoefficientSettlementPeriod50?: string;
};

/** Group VMR Valid Measurement Requirement. */
export type ValidMeasurementRequirement = {
  /** J0078 Time Pattern Regime, CHAR(5), inferred. */
  readonly timePatternRegime: string;
  /** PPC Period Profile Coefficients, 1. */
  readonly periodProfileCoefficients: PeriodProfileCoefficients;
};

/** Group PPC Period Profile Coefficients. */
export type PeriodProfileCoefficients = {
  /** J0069 Period Profile Coefficient Value (Settlement Period 01), ±NUM(14,13). */
  readonly periodProfileCoefficientValueSettlementPeriod01: string;
  /** J0070 Period Register on State Indicator (Settlement Period 01), BOOLEAN. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod01: "T" | "F";
  /** J1362 Period Profile Coefficient Value (Settlement Period 02), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod02: string;
  /** J1411 Period Register on State Indicator (Settlement Period 02), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod02: string;
  /** J1363 Period Profile Coefficient Value (Settlement Period 03), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod03: string;
  /** J1412 Period Register on State Indicator (Settlement Period 03), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod03: string;
  /** J1364 Period Profile Coefficient Value (Settlement Period 04), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod04: string;
  /** J1413 Period Register on State Indicator (Settlement Period 04), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod04: string;
  /** J1365 Period Profile Coefficient Value (Settlement Period 05), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod05: string;
  /** J1414 Period Register on State Indicator (Settlement Period 05), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod05: string;
  /** J1366 Period Profile Coefficient Value (Settlement Period 06), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod06: string;
  /** J1415 Period Register on State Indicator (Settlement Period 06), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod06: string;
  /** J1367 Period Profile Coefficient Value (Settlement Period 07), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod07: string;
  /** J1416 Period Register on State Indicator (Settlement Period 07), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod07: string;
  /** J1368 Period Profile Coefficient Value (Settlement Period 08), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod08: string;
  /** J1417 Period Register on State Indicator (Settlement Period 08), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod08: string;
  /** J1369 Period Profile Coefficient Value (Settlement Period 09), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod09: string;
  /** J1418 Period Register on State Indicator (Settlement Period 09), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod09: string;
  /** J1370 Period Profile Coefficient Value (Settlement Period 10), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod10: string;
  /** J1419 Period Register on State Indicator (Settlement Period 10), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod10: string;
  /** J1371 Period Profile Coefficient Value (Settlement Period 11), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod11: string;
  /** J1420 Period Register on State Indicator (Settlement Period 11), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod11: string;
  /** J1372 Period Profile Coefficient Value (Settlement Period 12), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod12: string;
  /** J1421 Period Register on State Indicator (Settlement Period 12), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod12: string;
  /** J1373 Period Profile Coefficient Value (Settlement Period 13), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod13: string;
  /** J1422 Period Register on State Indicator (Settlement Period 13), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod13: string;
  /** J1374 Period Profile Coefficient Value (Settlement Period 14), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod14: string;
  /** J1423 Period Register on State Indicator (Settlement Period 14), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod14: string;
  /** J1375 Period Profile Coefficient Value (Settlement Period 15), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod15: string;
  /** J1424 Period Register on State Indicator (Settlement Period 15), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod15: string;
  /** J1376 Period Profile Coefficient Value (Settlement Period 16), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod16: string;
  /** J1425 Period Register on State Indicator (Settlement Period 16), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod16: string;
  /** J1377 Period Profile Coefficient Value (Settlement Period 17), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod17: string;
  /** J1426 Period Register on State Indicator (Settlement Period 17), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod17: string;
  /** J1378 Period Profile Coefficient Value (Settlement Period 18), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod18: string;
  /** J1427 Period Register on State Indicator (Settlement Period 18), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod18: string;
  /** J1379 Period Profile Coefficient Value (Settlement Period 19), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod19: string;
  /** J1428 Period Register on State Indicator (Settlement Period 19), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod19: string;
  /** J1380 Period Profile Coefficient Value (Settlement Period 20), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod20: string;
  /** J1429 Period Register on State Indicator (Settlement Period 20), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod20: string;
  /** J1381 Period Profile Coefficient Value (Settlement Period 21), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod21: string;
  /** J1430 Period Register on State Indicator (Settlement Period 21), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod21: string;
  /** J1382 Period Profile Coefficient Value (Settlement Period 22), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod22: string;
  /** J1431 Period Register on State Indicator (Settlement Period 22), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod22: string;
  /** J1383 Period Profile Coefficient Value (Settlement Period 23), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod23: string;
  /** J1432 Period Register on State Indicator (Settlement Period 23), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod23: string;
  /** J1384 Period Profile Coefficient Value (Settlement Period 24), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod24: string;
  /** J1433 Period Register on State Indicator (Settlement Period 24), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod24: string;
  /** J1385 Period Profile Coefficient Value (Settlement Period 25), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod25: string;
  /** J1434 Period Register on State Indicator (Settlement Period 25), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod25: string;
  /** J1386 Period Profile Coefficient Value (Settlement Period 26), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod26: string;
  /** J1435 Period Register on State Indicator (Settlement Period 26), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod26: string;
  /** J1387 Period Profile Coefficient Value (Settlement Period 27), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod27: string;
  /** J1436 Period Register on State Indicator (Settlement Period 27), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod27: string;
  /** J1388 Period Profile Coefficient Value (Settlement Period 28), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod28: string;
  /** J1437 Period Register on State Indicator (Settlement Period 28), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod28: string;
  /** J1389 Period Profile Coefficient Value (Settlement Period 29), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod29: string;
  /** J1438 Period Register on State Indicator (Settlement Period 29), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod29: string;
  /** J1390 Period Profile Coefficient Value (Settlement Period 30), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod30: string;
  /** J1439 Period Register on State Indicator (Settlement Period 30), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod30: string;
  /** J1391 Period Profile Coefficient Value (Settlement Period 31), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod31: string;
  /** J1440 Period Register on State Indicator (Settlement Period 31), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod31: string;
  /** J1392 Period Profile Coefficient Value (Settlement Period 32), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod32: string;
  /** J1441 Period Register on State Indicator (Settlement Period 32), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod32: string;
  /** J1393 Period Profile Coefficient Value (Settlement Period 33), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod33: string;
  /** J1442 Period Register on State Indicator (Settlement Period 33), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod33: string;
  /** J1394 Period Profile Coefficient Value (Settlement Period 34), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod34: string;
  /** J1443 Period Register on State Indicator (Settlement Period 34), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod34: string;
  /** J1395 Period Profile Coefficient Value (Settlement Period 35), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod35: string;
  /** J1444 Period Register on State Indicator (Settlement Period 35), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod35: string;
  /** J1396 Period Profile Coefficient Value (Settlement Period 36), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod36: string;
  /** J1445 Period Register on State Indicator (Settlement Period 36), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod36: string;
  /** J1397 Period Profile Coefficient Value (Settlement Period 37), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod37: string;
  /** J1446 Period Register on State Indicator (Settlement Period 37), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod37: string;
  /** J1398 Period Profile Coefficient Value (Settlement Period 38), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod38: string;
  /** J1447 Period Register on State Indicator (Settlement Period 38), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod38: string;
  /** J1399 Period Profile Coefficient Value (Settlement Period 39), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod39: string;
  /** J1448 Period Register on State Indicator (Settlement Period 39), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod39: string;
  /** J1400 Period Profile Coefficient Value (Settlement Period 40), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod40: string;
  /** J1449 Period Register on State Indicator (Settlement Period 40), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod40: string;
  /** J1401 Period Profile Coefficient Value (Settlement Period 41), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod41: string;
  /** J1450 Period Register on State Indicator (Settlement Period 41), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod41: string;
  /** J1402 Period Profile Coefficient Value (Settlement Period 42), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod42: string;
  /** J1451 Period Register on State Indicator (Settlement Period 42), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod42: string;
  /** J1403 Period Profile Coefficient Value (Settlement Period 43), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod43: string;
  /** J1452 Period Register on State Indicator (Settlement Period 43), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod43: string;
  /** J1404 Period Profile Coefficient Value (Settlement Period 44), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod44: string;
  /** J1453 Period Register on State Indicator (Settlement Period 44), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod44: string;
  /** J1405 Period Profile Coefficient Value (Settlement Period 45), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod45: string;
  /** J1454 Period Register on State Indicator (Settlement Period 45), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod45: string;
  /** J1406 Period Profile Coefficient Value (Settlement Period 46), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod46: string;
  /** J1455 Period Register on State Indicator (Settlement Period 46), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod46: string;
  /** J1407 Period Profile Coefficient Value (Settlement Period 47), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod47?: string;
  /** J1456 Period Register on State Indicator (Settlement Period 47), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod47?: string;
  /** J1408 Period Profile Coefficient Value (Settlement Period 48), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod48?: string;
  /** J1457 Period Register on State Indicator (Settlement Period 48), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod48?: string;
  /** J1409 Period Profile Coefficient Value (Settlement Period 49), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod49?: string;
  /** J1458 Period Register on State Indicator (Settlement Period 49), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod49?: string;
  /** J1410 Period Profile Coefficient Value (Settlement Period 50), NUM(14,13), inferred. */
  readonly periodProfileCoefficientValueSettlementPeriod50?: string;
  /** J1459 Period Register on State Indicator (Settlement Period 50), BOOLEAN, inferred. */
  readonly periodRegisterOnStateIndicatorSettlementPeriod50?: string;
};
