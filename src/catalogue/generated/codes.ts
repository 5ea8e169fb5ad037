// Made from the catalogue by `npm run generate:types`; changes here are lost.

/**
 * J0007 Requested Action Code. The list is advisory.
 * - `01`: Obtain reading
 * - `02`: Estimate reading
 * - `03`: Set-up appointment
 * - `04`: Investigate suspected metering/comms fault
 * - `05`: Report to Meter Operator
 * - `06`: Transfer meter technical and commissioning details to new MOP
 * - `07`: Transfer meter technical and commissioning details and meter reading history to new Data Collector
 * - `09`: Transfer site details and MPAN core for new connection
 * - `10`: PP Register readings only
 * - `11`: PP Register readings and settings
 * - `12`: Install Check Meter
 * - `13`: Carry out on-site accuracy tests.
 * - `14`: Outage Enquiry
 * - `15`: Safety Investigation
 * - `16`: Voltage Complaint
 * - `17`: Calculate deemed advance other than on Change of Supplier.
 * - `18`: Reading from faulty metering system have been used in final reconciliation.
 * - `19`: Verify Mapping
 * - `20`: Carry out Validation Test
 * - `21`: Provide Site Technical Details
 * - `22`: New Supplier transfers meter reading history to new Data Collector using D0311 flow.
 * - `23`: Revert to non-smart Change of Supplier process
 * - `24`: Migrated Metering Point (CoA)
 * - `25`: Migrated Metering Point (CoS)
 */
export type J0007 = "01" | "02" | "03" | "04" | "05" | "06" | "07" | "09" | "10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" | "20" | "21" | "22" | "23" | "24" | "25" | (string & {});

/**
 * J0019 Meter Period Number. The list is advisory.
 * - `01`: 00:00:01 to 00:30:00
 * - `02`: 00:30:01 to 01:00:00
 * - `03`: 01:00:01 to 01:30:00
 * - `04`: 01:30:01 to 02:00:00
 * - `05`: 02:00:01 to 02:30:00
 * - `06`: 02:30:01 to 03:00:00
 * - `07`: 03:00:01 to 03:30:00
 * - `08`: 03:30:01 to 04:00:00
 * - `09`: 04:00:01 to 04:30:00
 * - `10`: 04:30:01 to 05:00:00
 * - `11`: 05:00:01 to 05:30:00
 * - `12`: 05:30:01 to 06:00:00
 * - `13`: 06:00:01 to 06:30:00
 * - `14`: 06:30:01 to 07:00:00
 * - `15`: 07:00:01 to 07:30:00
 * - `16`: 07:30:01 to 08:00:00
 * - `17`: 08:00:01 to 08:30:00
 * - `18`: 08:30:01 to 09:00:00
 * - `19`: 09:00:01 to 09:30:00
 * - `20`: 09:30:01 to 10:00:00
 * - `21`: 10:00:01 to 10:30:00
 * - `22`: 10:30:01 to 11:00:00
 * - `23`: 11:00:01 to 11:30:00
 * - `24`: 11:30:01 to 12:00:00
 * - `25`: 12:00:01 to 12:30:00
 * - `26`: 12:30:01 to 13:00:00
 * - `27`: 13:00:01 to 13:30:00
 * - `28`: 13:30:01 to 14:00:00
 * - `29`: 14:00:01 to 14:30:00
 * - `30`: 14:30:01 to 15:00:00
 * - `31`: 15:00:01 to 15:30:00
 * - `32`: 15:30:01 to 16:00:00
 * - `33`: 16:00:01 to 16:30:00
 * - `34`: 16:30:01 to 17:00:00
 * - `35`: 17:00:01 to 17:30:00
 * - `36`: 17:30:01 to 18:00:00
 * - `37`: 18:00:01 to 18:30:00
 * - `38`: 18:30:01 to 19:00:00
 * - `39`: 19:00:01 to 19:30:00
 * - `40`: 19:30:01 to 20:00:00
 * - `41`: 20:00:01 to 20:30:00
 * - `42`: 20:30:01 to 21:00:00
 * - `43`: 21:00:01 to 21:30:00
 * - `44`: 21:30:01 to 22:00:00
 * - `45`: 22:00:01 to 22:30:00
 * - `46`: 22:30:01 to 23:00:00
 * - `47`: 23:00:01 to 23:30:00
 * - `48`: 23:30:01 to 00:00:00
 */
export type J0019 = "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | (string & {});

/**
 * J0020 Actual/Estimated Indicator. The list is advisory.
 * - `A`: Actual
 * - `C`: Long Day/Short Day Indicator
 * - `E`: Estimated
 */
export type J0020 = "A" | "C" | "E" | (string & {});

/**
 * J0022 BSC Validation Status. The list is advisory.
 * - `F`: failed
 * - `U`: not validated
 * - `V`: validated
 */
export type J0022 = "F" | "U" | "V" | (string & {});

/**
 * J0024 Site Visit Check Code. The list is advisory.
 * - `01`: Site occupied
 * - `02`: Site not occupied
 * - `03`: Meter system energised
 * - `04`: Meter system de-energised
 * - `05`: Equipment/meter damage
 * - `06`: Suspected tampering
 * - `07`: Timeswitch stopped
 * - `08`: Phase/fuse failure
 * - `09`: Consumption detected on de-energised meter
 * - `10`: Change of meter
 * - `11`: Zero reading on MD register
 * - `13`: MD register on full scale
 * - `14`: More than 1 MD register reset
 * - `15`: Meter stopped
 * - `16`: Seals damaged
 * - `17`: Seals missing
 * - `18`: Unsafe premises
 * - `19`: Call not made on routine visit
 * - `20`: No access
 * - `21`: Refused access
 * - `22`: Meter blocked
 * - `23`: Wiring dangerous or incomplete
 * - `24`: Token Meter Reset
 * - `25`: Token Meter Not Reset
 * - `26`: Agent failed to keep appointment
 * - `27`: Meter reading modified manually by NHHDC in accordance with BSCPs -site visit not required.
 * - `28`: Unable to gain access due to Insufficient address details
 * - `29`: Customer unable to provide access
 * - `30`: Unable to gain access to HV environment
 * - `31`: Interrogation port unavailable (HH only)
 * - `32`: Wrong meter/outstation password (HH only)
 * - `33`: Handheld failure (HH only)
 * - `34`: Suspected demolished
 * - `35`: Demolished
 * - `36`: Change of occupier
 * - `37`: Unmanned
 * - `38`: Unable to gain access due to key/code being unavailable
 * - `39`: Unable to locate meter at property
 * - `40`: Suspected Energised
 * - `41`: Suspected De-energised
 * - `42`: Site capable of exporting energy
 * - `43`: Supply remotely disabled
 * - `44`: Supply remotely re-armed
 * - `50`: Category A Network Defect Reported
 * - `51`: Category B Network Defect Reported
 * - `52`: Additional equipment required
 * - `53`: Unable to establish WAN
 * - `54`: Unable to establish HAN
 * - `55`: Insufficient space for new meter installation
 * - `56`: Unable to access due to parking restrictions
 * - `57`: Unable to complete installation due to adverse weather conditions
 * - `58`: Unable to complete installation due to height/position of meter
 * - `88`: Request rejected
 * - `89`: Fault resolution completion report
 */
export type J0024 = "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10" | "11" | "13" | "14" | "15" | "16" | "17" | "18" | "19" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "40" | "41" | "42" | "43" | "44" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "57" | "58" | "88" | "89" | (string & {});

/**
 * J0041 MAR Status. The list is advisory.
 * - `A`: Automatically passed
 * - `F`: Validation attempted but failed for some reason
 * - `M`: Manually passed
 * - `O`: Overdue
 */
export type J0041 = "A" | "F" | "M" | "O" | (string & {});

/**
 * J0080 Energisation Status. The list is advisory.
 * - `D`: De-Energised
 * - `E`: Energised
 */
export type J0080 = "D" | "E" | (string & {});

/**
 * J0098 Retrieval Method. The list is advisory.
 * - `H`: Visual
 * - `M`: Manual (Electronic Download to Hand Held Unit)
 * - `N`: Not known at time of appointment or request for meter installation
 * - `R`: Remote reading
 * - `S`: Supplier sourced Half Hourly smart meter readings
 * - `U`: Unmetered reading
 */
export type J0098 = "H" | "M" | "N" | "R" | "S" | "U" | (string & {});

/**
 * J0100 Estimation Reason Code. The list is advisory.
 * - `A`: Faulty Meter
 * - `B`: Hand Held Read Failure
 * - `C`: Meter Not on Site/Metering Protocol not Approved
 * - `D`: Standing Data Incorrect
 * - `E`: No Access to Meter
 * - `F`: Faulty Meter (Intermittent)
 * - `G`: Meter Time/Date Reset
 * - `H`: Outstation Reset
 * - `I`: Meter Change/Meter Maintenance
 * - `J`: Phase Failure
 * - `K`: Meter Recorded Zeros
 * - `L`: Test Data Recorded
 * - `M`: Data Lapse
 * - `N`: Actual Data Manually Keyed
 * - `O`: Proving Test failure
 * - `Z`: Other
 */
export type J0100 = "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | "I" | "J" | "K" | "L" | "M" | "N" | "O" | "Z" | (string & {});

/**
 * J0103 Measurement Quantity Id. The list is advisory.
 * - `AE`: Active Export
 * - `AI`: Active Import
 * - `RE`: Reactive Export
 * - `RI`: Reactive Import
 * - `UN`: Unassigned
 */
export type J0103 = "AE" | "AI" | "RE" | "RI" | "UN" | (string & {});

/**
 * J0107 Rejection Reason Code. The list is advisory.
 * - `1`: Instruction Type Invalid
 * - `10`: Invalid Meter Operator Appointment Dates
 * - `11`: Meter Timeswitch Code Unknown
 * - `12`: Invalid Meter Timeswitch Effective From Dates
 * - `13`: Meter Measurement Class Unknown
 * - `14`: Invalid Meter Measurement Class Effective From Dates
 * - `15`: Meter SSC/Profile Class Unknown
 * - `16`: Invalid SSC/Profile Class Effective From Dates
 * - `17`: Energisation Status Unknown
 * - `18`: Invalid Energisation Status Effective From Dates
 * - `19`: Invalid Supplier Registration Effective From Dates
 * - `2`: MPAN Core Already Exists
 * - `20`: Supplier Not Registered At Metering Point
 * - `21`: Supplier Registration is Currently Objected
 * - `22`: No Registration Exists For Metering Point
 * - `23`: MPAN is Disconnected
 * - `24`: Registration After Disconnection Date
 * - `25`: Only "Old" Supplier Allowed to Raise Objection on This Metering Point
 * - `26`: Metering Point Has No Objection Currently Held Against It
 * - `27`: No Change of Supplier Request Has Been Received For This Metering Point
 * - `28`: Registration Too Soon After Previous
 * - `29`: Registration Pre-Dates Previous
 * - `3`: MPAN Core Unknown
 * - `30`: Objection Received After Objection Period Has Expired
 * - `31`: Profile Class/Standard Settlement Configuration Cannot Exist for HH Meter
 * - `32`: Future Registration Already Exists
 * - `33`: Attempted to Energise Metering Point With Incomplete Set of Data
 * - `34`: Distribution Data Not Supplied
 * - `35`: Transaction Registration Number and Registration EFD's Are Incorrect
 * - `36`: Profile Class Unknown
 * - `37`: Standard Settlement Configuration Unknown
 * - `38`: Incomplete Instruction
 * - `39`: Inconsistency Between Measurement Class and DA/DC Type
 * - `4`: Registration Already Exists
 * - `40`: Data Aggregator Type Unknown
 * - `41`: Data Collector Type Unknown
 * - `42`: Initial Registration - Not All Required Data Provided
 * - `43`: Metering Point is Not 1998 Traded
 * - `44`: Objection Outstanding
 * - `45`: Supplier Already Registered at Metering Point
 * - `46`: Invalid Change of Tenancy Indicator
 * - `47`: Value Provided is the Same as Current
 * - `48`: Pending Change Already Exists
 * - `49`: Supplier not a Green Deal Licensee
 * - `5`: Data Aggregator Unknown/No Longer Active
 * - `50`: Invalid SMSO Id
 * - `51`: Effective From Date {SMSO] invalid
 * - `52`: Invalid IHD Status
 * - `53`: Effective From Date {IHDI} invalid
 * - `54`: Invalid SMETS Version
 * - `55`: Invalid DCC Service Flag
 * - `56`: Effective From Date {DCCF} invalid
 * - `57`: Invalid UPRN
 * - `58`: Invalid Supplier ID
 * - `59`: Only New Supplier Allowed to withdraw from registration
 * - `6`: Invalid Data Aggregator Appointment Dates
 * - `60`: Withdrawal request received after withdrawal period
 * - `61`: Registration has been withdrawn
 * - `62`: MHHS Forward Migration in Progress or Completed
 * - `7`: Data Collector Unknown/No Longer Active
 * - `8`: Invalid Data Collector Appointment Dates
 * - `9`: Meter Operator Unknown/No Longer Active
 */
export type J0107 = "1" | "10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" | "2" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "3" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | "38" | "39" | "4" | "40" | "41" | "42" | "43" | "44" | "45" | "46" | "47" | "48" | "49" | "5" | "50" | "51" | "52" | "53" | "54" | "55" | "56" | "57" | "58" | "59" | "6" | "60" | "61" | "62" | "7" | "8" | "9" | (string & {});

/**
 * J0134 Tele-Switch/Clock Indicator. The list is advisory.
 * - `C`: Clock
 * - `S`: Tele-switch
 */
export type J0134 = "C" | "S" | (string & {});

/**
 * J0137 Tele-Switch Switch Id. The list is advisory.
 * - `A`: Logical Switch 1
 * - `B`: Logical Switch 2
 * - `C`: Logical Switch 3
 * - `D`: Logical Switch 4
 */
export type J0137 = "A" | "B" | "C" | "D" | (string & {});

/**
 * J0146 Settlement Code. The list is advisory.
 * - `DF`: Final Dispute
 * - `DR`: Dispute
 * - `II`: Interim Initial
 * - `R1`: First Reconciliation
 * - `R2`: Second Reconciliation
 * - `R3`: Third Reconciliation
 * - `RF`: Final Reconciliation
 * - `SF`: Initial Settlement
 */
export type J0146 = "DF" | "DR" | "II" | "R1" | "R2" | "R3" | "RF" | "SF" | (string & {});

/**
 * J0161 AA/EAC Indicator. The list is advisory.
 * - `A`: Annualised Advance
 * - `E`: Estimated Annual Consumption
 */
export type J0161 = "A" | "E" | (string & {});

/**
 * J0162 Consumption Component Indicator. The list is advisory.
 * - `C`: Consumption
 * - `L`: Class Specific Line Loss
 * - `M`: Metering System Specific Line Loss
 */
export type J0162 = "C" | "L" | "M" | (string & {});

/**
 * J0163 Data Aggregation Type. The list is advisory.
 * - `H`: Half Hourly
 * - `N`: Non-Half Hourly
 */
export type J0163 = "H" | "N" | (string & {});

/**
 * J0164 Metered/Unmetered Indicator. The list is advisory.
 * - `M`: Metered
 * - `U`: Unmetered
 */
export type J0164 = "M" | "U" | (string & {});

/**
 * J0171 Reading Type. The list is advisory.
 * - `A`: Actual Change of Supplier Read
 * - `C`: Customer own read
 * - `D`: Deemed (Settlement Registers) or Estimated (Non-Settlement Registers)
 * - `F`: Final
 * - `I`: Initial
 * - `M`: MAR
 * - `O`: Old Supplier's Estimated CoS Reading
 * - `P`: Electronically collected via PPMIP
 * - `Q`: Meter Reading modified manually by DC
 * - `R`: Routine
 * - `S`: Special
 * - `T`: Proving Test Reading
 * - `U`: Forward Migration CoA
 * - `V`: Forward Migration CoS
 * - `W`: Withdrawn
 * - `X`: Supplier Agreed Switch Read
 * - `Y`: Reverse Migration CoS
 * - `Z`: Actual Change of Tenancy Read
 */
export type J0171 = "A" | "C" | "D" | "F" | "I" | "M" | "O" | "P" | "Q" | "R" | "S" | "T" | "U" | "V" | "W" | "X" | "Y" | "Z" | (string & {});

/**
 * J0218 Data Collector Type. The list is advisory.
 * - `H`: Half Hourly
 * - `N`: Non-Half Hourly
 */
export type J0218 = "H" | "N" | (string & {});

/**
 * J0277 Regular Reading Cycle. The list is advisory.
 * - `A`: Annually
 * - `B`: Bi-monthly
 * - `D`: Daily
 * - `E`: Eighteen Monthly
 * - `H`: Half Monthly
 * - `M`: Monthly
 * - `N`: No Read Required
 * - `O`: Other
 * - `Q`: Quarterly
 * - `S`: Six Monthly
 * - `T`: Twenty Eight Days Cycle
 * - `W`: Weekly
 * - `Z`: Twenty Four Monthly
 */
export type J0277 = "A" | "B" | "D" | "E" | "H" | "M" | "N" | "O" | "Q" | "S" | "T" | "W" | "Z" | (string & {});

/** J0279 Termination Reason. The list is advisory. */
export type J0279 = "LC" | "OB" | "CA" | "DE" | (string & {});

/**
 * J0332 Meter Reading Reason Code. The list is advisory.
 * - `01`: MSID Incorrect
 * - `02`: Reading Dates
 * - `03`: Negative Consumption
 * - `04`: Inconsistent with slave register advance
 * - `05`: Consumption exceeds twice expected advance
 * - `06`: Meter incorrectly energised
 * - `07`: Meter incorrectly de-energised
 * - `08`: Full Scale MD
 * - `09`: Zero MD
 * - `10`: Number of MD resets >1
 * - `11`: Number of register digits incorrect
 * - `12`: Inconsistent register read date
 * - `13`: Faulty Meter
 * - `14`: Hand Held Read Failure
 * - `15`: Meter Not on Site/Metering protocol not approved
 * - `16`: Standing Data incorrect
 * - `17`: No access to meter
 * - `18`: Meter Time/Date reset
 * - `19`: Outstation reset
 * - `20`: Meter Change/Meter Maintenance
 * - `21`: Phase Failure
 * - `22`: Meters Recording Zeros
 * - `23`: Test Data Recorded
 * - `24`: Data Lapse
 * - `25`: Actual Data Manually Keyed
 * - `26`: Invalid Zero Advances
 * - `27`: Zero Consumption
 */
export type J0332 = "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" | "20" | "21" | "22" | "23" | "24" | "25" | "26" | "27" | (string & {});

/**
 * J0418 Meter COP. The list is advisory.
 * - `1`: CoP 1
 * - `10`: CoP 10
 * - `2`: CoP 2
 * - `3`: CoP 3
 * - `5`: CoP 5
 * - `6a`: CoP 6 (a)
 * - `6b`: CoP 6 (b)
 * - `6c`: CoP 6 (c)
 * - `6d`: CoP 6 (d)
 * - `7`: CoP 7
 * - `8`: CoP 8
 * - `9`: CoP 9
 * - `A`: CoP A
 * - `B`: CoP B
 * - `C`: CoP C
 * - `D`: CoP D
 * - `E`: CoP E
 * - `F`: CoP F
 * - `G`: CoP G
 * - `H`: CoP H
 * - `J`: CoP J
 * - `K1`: CoP K1
 * - `K2`: CoP K2
 * - `N`: Where a dispensation applies or installation is not CoP compliant
 */
export type J0418 = "1" | "10" | "2" | "3" | "5" | "6a" | "6b" | "6c" | "6d" | "7" | "8" | "9" | "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | "J" | "K1" | "K2" | "N" | (string & {});

/**
 * J0419 Meter Location. The list is advisory.
 * - `A`: Attic
 * - `B`: Bedroom
 * - `C`: Cellar/Basement
 * - `D`: Other not specified
 * - `E`: Indoors
 * - `F`: Not known
 * - `G`: Garage/Greenhouse
 * - `H`: Hall
 * - `I`: Cupboard
 * - `J`: Intake
 * - `K`: Kitchen
 * - `L`: Landing
 * - `M`: Sub Station
 * - `N`: TC Chamber
 * - `O`: Outbuilding/Barn
 * - `P`: Pole
 * - `R`: Ladder required
 * - `S`: Understairs
 * - `T`: Toilet
 * - `U`: Upstairs
 * - `V`: Vestry
 * - `W`: Under Window
 * - `X`: Outside Box
 * - `Y`: O/S Box with restricted access
 * - `Z`: Communal Cupboard
 */
export type J0419 = "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | "I" | "J" | "K" | "L" | "M" | "N" | "O" | "P" | "R" | "S" | "T" | "U" | "V" | "W" | "X" | "Y" | "Z" | (string & {});

/**
 * J0451 Tampering Code. The list is advisory.
 * - `01`: ESMA seals damaged or missing
 * - `02`: Terminal cover damaged or missing
 * - `03`: Other seals damaged or missing
 * - `04`: Hole in meter case
 * - `05`: Abnormal marks on meter tails
 * - `06`: Damaged meter case or glass
 * - `07`: Black Box fitted
 * - `08`: Bypass fitted (loop)
 * - `09`: Meter stopped illegally
 * - `10`: Suspected electronic interference
 * - `11`: Tails reversed
 * - `12`: Meter missing
 * - `13`: Illegal connection/disconnection
 * - `14`: Abnormal marks on meter discs
 * - `15`: Loose tails
 * - `16`: Timeswitch irregularity
 * - `17`: Other (details to be given in Additional Information)
 */
export type J0451 = "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | (string & {});

/**
 * J0459 Agent Status. The list is advisory.
 * - `E`: Existing
 * - `N`: New
 * - `O`: Old
 */
export type J0459 = "E" | "N" | "O" | (string & {});

/** J0474 Meter Register Type. The list is advisory. */
export type J0474 = "C" | "M" | "1" | "2" | "3" | "4" | (string & {});

/** J0483 Meter Type. The list is advisory. */
export type J0483 = "CHECK" | "H" | "K" | "LAG" | "LEAD" | "MAIN" | "N" | "NCAMR" | "NSS" | "RCAMR" | "RCAMY" | "S" | "S1" | "S2A" | "S2B" | "S2C" | "S2AD" | "S2BD" | "S2CD" | "S2ADE" | "S2BDE" | "S2CDE" | "SPECL" | "T" | "2ADF" | "2ADEF" | "2AEF" | "2AF" | "2BF" | "2BDF" | "2BDEF" | "2BEF" | "2CDEF" | "2CF" | "2CDF" | "2CEF" | (string & {});

/**
 * J0487 Interruption of Supply Reason Code. The list is advisory.
 * - `FT`: Fault
 * - `MN`: Maintenance
 * - `NB`: New Business
 * - `PR`: Planned repair of earlier faults
 * - `RF`: Reinforcement/Improved Security
 */
export type J0487 = "FT" | "MN" | "NB" | "PR" | "RF" | (string & {});

/**
 * J0533 Source of Transaction. The list is advisory.
 * - `0`: Swipe Card
 * - `1`: Keyed
 * - `2`: Voucher
 */
export type J0533 = "0" | "1" | "2" | (string & {});

/**
 * J0617 Interruption of Supply Status Code. The list is advisory.
 * - `A`: Alteration to previous notification
 * - `C`: Cancellation of previous notification
 * - `N`: New notification
 */
export type J0617 = "A" | "C" | "N" | (string & {});

/**
 * J0650 SAA Settlement Run Type Id. The list is advisory.
 * - `D`: Dispute Final
 * - `F`: Final
 * - `P`: Provisional or Preliminary
 */
export type J0650 = "D" | "F" | "P" | (string & {});

/**
 * J0673 Requested Energisation Status. The list is advisory.
 * - `D`: De-energise (ie Fuse Removal)
 * - `E`: Energise (ie Fuse inserted at connection point)
 */
export type J0673 = "D" | "E" | (string & {});

/**
 * J0675 Meter Operator Type. The list is advisory.
 * - `H`: Half Hourly
 * - `N`: Non Half Hourly
 */
export type J0675 = "H" | "N" | (string & {});

/**
 * J0691 Failure Reason Code. The list is advisory.
 * - `1`: No access to meter position
 * - `2`: Distributor required
 * - `3`: Suspected tampering
 * - `4`: Disconnection refused new tenant
 * - `5`: De Energisation refused new tenant
 * - `6`: Disconnection refused future use identified
 * - `7`: De Energisation refused future use identified
 */
export type J0691 = "1" | "2" | "3" | "4" | "5" | "6" | "7" | (string & {});

/**
 * J0708 Meter Period Reason Code. The list is advisory.
 * - `01`: Alarm Failure
 * - `02`: Main/Check Failure
 * - `03`: Successive Cumulative Failure
 * - `04`: Meter/Outstation Discrepancy
 * - `05`: Meter Multipliers Inconsistent
 * - `06`: Unexpected Zero Consumption
 * - `07`: Phase Failure
 * - `08`: Outstation Date and Time Discrepancy
 */
export type J0708 = "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | (string & {});

/** J0723 Instruction Type. The list is advisory. */
export type J0723 = "SP43" | "SP40" | "SP20" | "SP02" | "SP24" | "SP26" | "SP27" | "SP28" | "SP29" | "SP30" | "SP51" | "SP64" | "SP84" | "SP90" | "NH01" | "NH02" | "NH03" | "NH04" | "NH05" | "NH06" | "NH07" | "NH08" | "NH09" | "HH01" | "HH02" | "HH04" | "HH05" | "HH06" | "HH07" | "HH08" | "DC01" | "DC11" | "DC90" | (string & {});

/**
 * J0727 Direction of Energy Flow. The list is advisory.
 * - `E`: Export
 * - `I`: Import
 */
export type J0727 = "E" | "I" | (string & {});

/**
 * J0775 MS Specific LLF Class Indicator. The list is advisory.
 * - `A`: General LLF Class Import
 * - `B`: Site Specific Import
 * - `C`: General LLF Class Export
 * - `D`: Site Specific Export
 */
export type J0775 = "A" | "B" | "C" | "D" | (string & {});

/**
 * J0841 Tampering Report Source. The list is advisory.
 * - `01`: Data Collector
 * - `02`: Meter Operator
 * - `03`: Fault Reporting Centre
 * - `04`: Supplier
 * - `05`: Prepayment Infrastructure Provider
 * - `06`: Police
 * - `07`: Other Third Party
 * - `08`: Other
 */
export type J0841 = "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | (string & {});

/**
 * J0842 Revenue Protection Priority Level. The list is advisory.
 * - `A`: Visit within 8 hours and resolve within 20 working days
 * - `B`: Visit within 21 working days and resolve within 40 working days
 * - `C`: Visit and resolve within 90 days
 */
export type J0842 = "A" | "B" | "C" | (string & {});

/**
 * J0932 Meter Action Code. The list is advisory.
 * - `1`: Meter Replaced
 * - `2`: Existing Meter Retained
 * - `3`: Meter Removed and Not Replaced
 * - `4`: Request for Meter Operator to Replace Meter
 */
export type J0932 = "1" | "2" | "3" | "4" | (string & {});

/** J1099 Energisation Status Id. The list is advisory. */
export type J1099 = "E" | "D" | (string & {});

/** J1168 Energisation Status (MPAS). The list is advisory. */
export type J1168 = "E" | "D" | (string & {});

/** J1169 Energisation Status (DC). The list is advisory. */
export type J1169 = "E" | "D" | (string & {});

/**
 * J1265 Change of Supplier Reading Rejection Code. The list is advisory.
 * - `01`: Reading too low
 * - `02`: Reading too high
 * - `15`: Cyclic Read received which invalidates CoS Reading
 * - `16`: Customer disputed final account (or amended final account) from Old Supplier
 * - `17`: Customer disputed initial account (or amended initial account) from the New Supplier
 */
export type J1265 = "01" | "02" | "15" | "16" | "17" | (string & {});

/**
 * J1286 MDD Update Status. The list is advisory.
 * - `0`: No Change (record may be needed to show another change)
 * - `1`: Record Added
 * - `2`: Record Changed
 * - `3`: Record Removed
 */
export type J1286 = "0" | "1" | "2" | "3" | (string & {});

/**
 * J1361 Instruction Failure Reason Code. The list is advisory.
 * - `H01`: Instruction numbers inconsistent with those already received
 * - `H02`: Invalid Supplier
 * - `H03`: Invalid Data Collector
 * - `H04`: Invalid GSP group
 * - `H05`: Invalid LLF class
 * - `H06`: Invalid energisation status
 * - `H07`: Invalid measurement class
 * - `H08`: Invalid measurement quantity
 * - `H09`: MPAS Agent not appointed to Distribution Business for the metering system
 * - `H11`: Metering system will have no Data Collector appointment
 * - `H12`: Metering system will have no measurement class
 * - `H13`: Metering system will have no energisation status
 * - `H14`: Metering system will have no measurement quantity
 * - `H15`: Metering system will have no GSP group
 * - `H16`: Metering system will have no LLF class
 * - `H17`: Data for existing Aggregator appointment not included
 * - `H18`: Data for collector appointment in registration does not exist
 * - `H19`: Measurement class in registration does not exist
 * - `H20`: Energisation status in registration does not exist
 * - `H21`: Measurement quantity in registration does not exist
 * - `H22`: MPAS Agent no appointment to Distribution Business
 * - `H23`: Invalid Metering System
 * - `H24`: Metering System does not exist
 * - `H25`: Not appointed Data Aggregator on date of change
 * - `H26`: Supplier Registration not included
 * - `H27`: Invalid Distributor
 * - `N0A`: Refresh accepted with validation errors
 * - `N0B`: Instruction type is not valid for source (Note value is 'N zero B')
 * - `N0D`: Manual discard
 * - `N0F`: Automatic discard due to failure
 * - `N0I`: Invalid instruction
 * - `N0S`: Instruction has been superseded (Note value is 'N zero S')
 * - `N0T`: Refresh totals
 * - `N0W`: Wrong distributor
 * - `N2C`: >1 DC Appt on or before Sig Date
 * - `N2E`: >1 ES on or before Sig Date
 * - `N2G`: >1 GSP Group on or before Sig Date
 * - `N2L`: >1 LLFC on or before Sig Date
 * - `N2M`: >1 MC on or before Sig Date
 * - `N2P`: >1 PC/SSC on or before Sig Date
 * - `N2R`: >1 Registration on or before Sig Date
 * - `N2Y`: >1 EAC on or before Sig Date
 * - `N99`: 99 or more failure reasons
 * - `NAA`: DA Appt end after Registration end
 * - `NAE`: ES Start after Registration End
 * - `NAM`: MC Start after Registration End
 * - `NAP`: PC/SSC Start after Registration End
 * - `NCA`: DA Appt already ends before Sig Date
 * - `NCE`: ES change during MAP
 * - `NCM`: MC change during MAP
 * - `NCR`: Registration change during MAP
 * - `NCS`: SSC change during MAP
 * - `NDC`: Duplicate DC Appt Start
 * - `NDE`: Duplicate ES Start
 * - `NDG`: Duplicate GSP Group Start
 * - `NDL`: Duplicate Line Loss Factor Start
 * - `NDM`: Duplicate MC Start
 * - `NDP`: Duplicate PC/SSC Start
 * - `NDR`: Duplicate Registration Start
 * - `NDY`: Duplicate EAC Start
 * - `NEA`: DA Appt End before Sig Date
 * - `NEB`: DA Appt Start before Registration Start
 * - `NEC`: DC Appt Start before Registration Start
 * - `NEE`: ES Start before Registration Start
 * - `NEM`: MC Start before Registration Start
 * - `NEP`: PC/SSC Start before Registration Start
 * - `NEX`: AA End before Sig Date
 * - `NFE`: No ES for 1st consumption
 * - `NFG`: No GSP Group for 1st consumption
 * - `NFM`: No MC for 1st consumption
 * - `NFP`: No PC/SSC for 1st consumption
 * - `NFR`: No Registration for 1st consumption
 * - `NIA`: Invalid combination of PC, SSC &GSP Group for AFYC
 * - `NIC`: DC ID not found on dB
 * - `NIE`: Invalid ES
 * - `NIG`: GSP Group ID not found on dB
 * - `NIL`: Distributor/LLFC not found on dB
 * - `NIM`: Invalid MC
 * - `NIP`: PC ID not found on dB
 * - `NIR`: Supplier ID not found on dB
 * - `NIS`: SSC ID not found on dB
 * - `NIV`: EAC/AA value outside range permitted by NHHDA software
 * - `NMA`: DAA before Sig Date not on dB
 * - `NMC`: DC Appt before Sig Date not on dB
 * - `NME`: ES before Sig Date not on dB
 * - `NMG`: GSP Group before Sig Date not on dB
 * - `NML`: LLFC before Sig Date not on dB
 * - `NMM`: MC before Sig Date not on dB
 * - `NMP`: PC/SSC before Sig Date not on dB
 * - `NMR`: Registration before Sig Date not on dB
 * - `NMX`: AA before Sig Date not on dB
 * - `NMY`: EAC before Sig Date not on dB
 * - `NNE`: ES not overlapping DA Appt
 * - `NNG`: GSP Group not overlapping a DA Appt
 * - `NNL`: Line Loss Factor not overlapping DA Appt
 * - `NNM`: MC not overlapping a DA Appt
 * - `NNP`: PC/SSC not overlapping DA Appt
 * - `NNR`: No DAA for Registration in instruction
 * - `NOA`: Overlapping DA Appts
 * - `NOX`: Overlapping MAPs
 * - `NRA`: DA Appt references unknown Registration
 * - `NRC`: DC Appt references unknown Registration
 * - `NRE`: ES references unknown Registration
 * - `NRM`: MC references unknown Registration
 * - `NRP`: PC/SSC references unknown Registration
 * - `NSC`: No DC Appt for 1st DAA in Registration
 * - `NSE`: No ES for 1st DA Appt in Registration
 * - `NSG`: No GSP Group before 1st DA Appt
 * - `NSL`: No LLFC before 1st DA Appt
 * - `NSM`: No MC for 1st DA Appt in Registration
 * - `NSP`: No PC/SSC for 1st DAA in Registration
 * - `NTV`: AA with duplicate Time Pattern Regime
 * - `NTW`: EAC with duplicate Time Pattern Regime
 * - `NTX`: AA missing for Measurement Req(s)
 * - `NTY`: EAC missing for Measurement Req(s)
 * - `NUX`: AA where Time Pattern Regime not in SSC
 * - `NUY`: EAC where Time Pattern Regime not in SSC
 * - `NVG`: GSP not appointed to Dist Business
 * - `NVP`: PC/SSC combination not on dB
 * - `NVZ`: MPAS Agent not appointed
 * - `NXA`: DA Appt Start after End
 * - `NXX`: AA Start after End
 * - `NZA`: DAA on dB missing from instruction
 * - `NZC`: DC Appt missing from instruction
 * - `NZE`: ES missing from instruction
 * - `NZG`: GSP Group missing from instruction
 * - `NZL`: LLFC missing from instruction
 * - `NZM`: MC missing from instruction
 * - `NZP`: PC/SSC missing from instruction
 * - `NZR`: Registration missing from instruction
 * - `NZX`: MAP on dB missing from instruction
 */
export type J1361 = "H01" | "H02" | "H03" | "H04" | "H05" | "H06" | "H07" | "H08" | "H09" | "H11" | "H12" | "H13" | "H14" | "H15" | "H16" | "H17" | "H18" | "H19" | "H20" | "H21" | "H22" | "H23" | "H24" | "H25" | "H26" | "H27" | "N0A" | "N0B" | "N0D" | "N0F" | "N0I" | "N0S" | "N0T" | "N0W" | "N2C" | "N2E" | "N2G" | "N2L" | "N2M" | "N2P" | "N2R" | "N2Y" | "N99" | "NAA" | "NAE" | "NAM" | "NAP" | "NCA" | "NCE" | "NCM" | "NCR" | "NCS" | "NDC" | "NDE" | "NDG" | "NDL" | "NDM" | "NDP" | "NDR" | "NDY" | "NEA" | "NEB" | "NEC" | "NEE" | "NEM" | "NEP" | "NEX" | "NFE" | "NFG" | "NFM" | "NFP" | "NFR" | "NIA" | "NIC" | "NIE" | "NIG" | "NIL" | "NIM" | "NIP" | "NIR" | "NIS" | "NIV" | "NMA" | "NMC" | "NME" | "NMG" | "NML" | "NMM" | "NMP" | "NMR" | "NMX" | "NMY" | "NNE" | "NNG" | "NNL" | "NNM" | "NNP" | "NNR" | "NOA" | "NOX" | "NRA" | "NRC" | "NRE" | "NRM" | "NRP" | "NSC" | "NSE" | "NSG" | "NSL" | "NSM" | "NSP" | "NTV" | "NTW" | "NTX" | "NTY" | "NUX" | "NUY" | "NVG" | "NVP" | "NVZ" | "NXA" | "NXX" | "NZA" | "NZC" | "NZE" | "NZG" | "NZL" | "NZM" | "NZP" | "NZR" | "NZX" | (string & {});

/**
 * J1571 Start of Day Tele-Switch on Indicator. The list is advisory.
 * - `F`: standing for False, meaning contact is OFF.
 * - `T`: standing for True, meaning the contact is ON.
 */
export type J1571 = "F" | "T" | (string & {});

/**
 * J1573 Tele-Switch On Indicator. The list is advisory.
 * - `F`: standing for False, meaning contact is OFF.
 * - `T`: standing for True, meaning the contact is ON.
 */
export type J1573 = "F" | "T" | (string & {});

/**
 * J1575 Tele-Switch Contact Rule. The list is advisory.
 * - `0`: meaning the Tele-Switch Register Rule Id is satisfied if the contact is off.
 * - `1`: meaning the Tele-Switch Register Rule Id is satisfied if the contact is on.
 */
export type J1575 = "0" | "1" | (string & {});

/**
 * J1614 MTC Common Code Indicator. The list is advisory.
 * - `F`: Distribution Business Specific Code
 * - `T`: Common Code
 */
export type J1614 = "F" | "T" | (string & {});

/**
 * J1615 MTC Communication Indicator. The list is advisory.
 * - `N`: No
 * - `X`: Not Known
 * - `Y`: Yes
 */
export type J1615 = "N" | "X" | "Y" | (string & {});

/**
 * J1620 MTC Related Metering System Indicator. The list is advisory.
 * - `F`: False
 * - `T`: True
 */
export type J1620 = "F" | "T" | (string & {});

/**
 * J1622 MTC Type Indicator. The list is advisory.
 * - `H`: HH. MTC valid in conjunction with one or more LLFCs, but not defined as valid with any SSC values.
 * - `N`: NHH. MTC valid in conjunction with one or more SSCs, and one or more SSC-LLFC combinations.
 * - `X`: Anomalous metering details (eg no metering installed). MTC valid with any LLFC or SSC values.
 */
export type J1622 = "H" | "N" | "X" | (string & {});

/**
 * J1635 Default BM Unit Reason Code. The list is advisory.
 * - `DF`: No BM Unit provided by Half Hourly Data Aggregator
 * - `N1`: BM Unit not defined on SVAA system
 * - `N2`: BM Unit not valid on Settlement Date
 * - `N3`: BM Unit not valid for GSP Group and Supplier
 * - `ND`: No default BM Unit defined - energy excluded from settlement
 */
export type J1635 = "DF" | "N1" | "N2" | "N3" | "ND" | (string & {});

/**
 * J1646 BM Unit Allocation Rejection Reason Code. The list is advisory.
 * - `01`: Missing/Invalid File Sequence Number
 * - `02`: Missing/Invalid Instruction Number - not in sequence
 * - `03`: Supplier not registered to the metering point as at EFSD {MSBMU}
 * - `04`: Missing/Invalid MPAN core
 * - `05`: HHDA not registered to the metering point as at EFSD {MSBMU}
 * - `06`: Invalid EFD - allocation received after Gate Closure for the first Settlement Period of EFSD {MSBMU}
 * - `07`: Missing/Invalid Supplier/BM Unit combination for this GSP Group
 * - `08`: Invalid BM Unit/Metering Point allocation - allocation is already effective for this metering point
 */
export type J1646 = "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | (string & {});

/**
 * J1648 Disconnection Type. The list is advisory.
 * - `A`: Logical disconnection (redundancy of an additional MPAN)
 * - `P`: Physical disconnection (main service cable to be severed via site visit)
 * - `U`: Logical disconnection (changes to UMS Inventory)
 */
export type J1648 = "A" | "P" | "U" | (string & {});

/**
 * J1660 Status of Proposed Reading(s). The list is advisory.
 * - `A`: Alternative reading proposed because reading submitted by initiating Supplier is unacceptable
 * - `D`: Disagreed, reading proposed by NS is unacceptable or missing. Request to obtain actual reading
 * - `M`: Reading proposed by OS is unacceptable or missing. NS is obtaining a further meter reading
 * - `P`: Proposed reading submitted by Supplier
 * - `R`: Reading requested when initiaiting Supplier unable to provide
 * - `U`: Unacceptable, DC can not accept proposed reading as a valid meter reading
 * - `Y`: The reading proposed by the other Supplier is agreed
 */
export type J1660 = "A" | "D" | "M" | "P" | "R" | "U" | "Y" | (string & {});

/**
 * J1670 Customer Requests No Contact. The list is advisory.
 * - `Y`: Customer requests no contact
 */
export type J1670 = "Y" | (string & {});

/**
 * J1671 Reason for Return. The list is advisory.
 * - `A`: Forgery - PROVEN
 * - `B`: Misleading Information / Suspected Fraudulent Marketing Practice and / or Training Issues
 * - `C`: Cancelled Contract Not Actioned
 * - `D`: Incorrect MPAN Selected
 * - `E`: Customer Service Returners
 * - `F`: Technical Issues
 */
export type J1671 = "A" | "B" | "C" | "D" | "E" | "F" | (string & {});

/**
 * J1672 Status of Erroneous Transfer. The list is advisory.
 * - `A`: Proposed by New Supplier
 * - `B`: Accepted by New Supplier
 * - `C`: Rejected by New Supplier
 * - `D`: Proposed by Old Supplier
 * - `E`: Accepted by Old Supplier
 * - `F`: Rejected by Old Supplier
 * - `G`: Cancelled by New Supplier
 * - `H`: Cancelled by Old Supplier
 */
export type J1672 = "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | (string & {});

/**
 * J1683 Standard Settlement Configuration Type. The list is advisory.
 * - `E`: Export
 * - `I`: Import
 */
export type J1683 = "E" | "I" | (string & {});

/**
 * J1684 Feeder Status. The list is advisory.
 * - `A`: Active
 * - `I`: Inactive
 */
export type J1684 = "A" | "I" | (string & {});

/**
 * J1689 Event Indicator. The list is advisory.
 * - `A`: New Connection
 * - `B`: Addition of Meter(s) and/or Outstation(s)
 * - `C`: Removal of Meter(s) and/or Outstation(s)
 * - `D`: Replacement of Meter(s) and/or Outstation(s)
 * - `E`: Configuration/Password Change
 * - `F`: Addition of Comms
 * - `G`: Removal of Comms
 * - `H`: Replacement of Comms
 * - `I`: Change of Agent
 * - `J`: Change of Supplier
 * - `K`: Coincident Change of Agent and Supplier
 * - `L`: Request from Agent
 * - `M`: Request from Supplier
 * - `N`: Change of Feeder Status
 * - `O`: Total Replacement of Meter(s) and/or Outstation(s)
 * - `P`: Addition of Meter and Password Change
 * - `Q`: Change of Agent (No Meter at Site)
 * - `R`: Change of Supplier (No Meter at Site)
 * - `S`: Both CoA and CoS (No Meter at Site)
 * - `T`: Request from Agent (No Meter at Site)
 * - `U`: Request from Supplier (No Meter at Site)
 * - `Z`: Other
 */
export type J1689 = "A" | "B" | "C" | "D" | "E" | "F" | "G" | "H" | "I" | "J" | "K" | "L" | "M" | "N" | "O" | "P" | "Q" | "R" | "S" | "T" | "U" | "Z" | (string & {});

/**
 * J1690 Dial In/ Dial Out Indicator. The list is advisory.
 * - `I`: Instation
 * - `O`: Outstation
 */
export type J1690 = "I" | "O" | (string & {});

/**
 * J1699 Priority Services Category. The list is advisory.
 * - `01`: Nebuliser and apnoea monitor
 * - `02`: Heart, lung & ventilator
 * - `03`: Dialysis, feeding pump and automated medication
 * - `04`: Oxygen concentrator
 * - `08`: Blind
 * - `09`: Partially sighted
 * - `10`: Do Not Use
 * - `12`: Stair lift, hoist, electric bed
 * - `14`: Pensionable age
 * - `15`: Physical impairment
 * - `17`: Unable to communicate in English
 * - `18`: Developmental condition
 * - `19`: Unable to answer door
 * - `20`: Dementia(s)/Cognitive impairment
 * - `22`: Chronic/serious illness
 * - `23`: Medically dependent showering/bathing
 * - `24`: Careline/telecare system
 * - `25`: Medicine refrigeration
 * - `26`: Oxygen Use
 * - `27`: Poor sense of smell/taste
 * - `28`: Restricted hand movement
 * - `29`: Families with young children 5 or under
 * - `30`: Mental health
 * - `31`: Additional presence preferred
 * - `32`: Temporary - Life changes
 * - `33`: Temporary - Post hospital recovery
 * - `34`: Temporary - Young adult householder (
 * - `35`: Hearing impairment (inc. Deaf)
 * - `36`: Speech impairment
 * - `37`: Water dependent
 */
export type J1699 = "01" | "02" | "03" | "04" | "08" | "09" | "10" | "12" | "14" | "15" | "17" | "18" | "19" | "20" | "22" | "23" | "24" | "25" | "26" | "27" | "28" | "29" | "30" | "31" | "32" | "33" | "34" | "35" | "36" | "37" | (string & {});

/**
 * J1701 Database Update Only. The list is advisory.
 * - `N`: MOP/PPMIP send device and PPMIP update database
 * - `Y`: PPMIP - update database only
 */
export type J1701 = "N" | "Y" | (string & {});

/**
 * J1702 Settlement Details Failure Reason Code. The list is advisory.
 * - `01`: Data Collector is not appointed to this Metering System
 * - `02`: EFSD {REGI} inconsistent with previous Supplier Start Date given
 * - `03`: Profile Class not in MDD
 * - `04`: Standard Settlement Configuration not in MDD
 * - `05`: GSP Group ID not in MDD
 * - `06`: EFSD {MSGGDC} earlier than EFSD of GSP Group Distributor in MDD
 * - `07`: Invalid Profile Class/SSC/GSP Group combination
 * - `08`: Measurement Class not in MDD or not Valid for NHH Metering System
 * - `09`: Time Pattern Regime not associated with SSC in MDD
 * - `10`: Missing Time Pattern Regime for SSC
 * - `11`: Duplicate Time Pattern Regime records
 * - `12`: Standard Settlement Configuration Id inconsistent with that on D0150
 * - `13`: Flow not processed. No Change to existing data or no requirement for D0052
 * - `14`: EFSD of GSP Group is earlier than latest date held for the GSP Group.
 * - `15`: EFSD of Mesurement Class is earlier than latest date held for the Measurement Class
 * - `16`: EFSD of Profile Class is earlier than latest date held for the Profile Class
 * - `17`: EFSD of SSC is earlier than latest date held for the SSC
 * - `18`: Mismatch of Effective From Settlement Date of SSC
 * - `19`: Change is outside Supplier registration period
 * - `20`: D0149/D0150 not received when expected by NHHDC
 * - `98`: D0052 not received when expected by NHHDC
 * - `99`: Other
 */
export type J1702 = "01" | "02" | "03" | "04" | "05" | "06" | "07" | "08" | "09" | "10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" | "20" | "98" | "99" | (string & {});

/**
 * J1811 GDCC Response Code. The list is advisory.
 * - `101`: Request processed successfully
 * - `201`: Debt on account exceeds agreed lower threshold
 * - `202`: Meter Type does not support remote application of Green Deal charges
 * - `203`: Debt on account exceeds agreed upper threshold
 * - `204`: No change to status in MPAS required
 * - `205`: GD Customer Site Reference Mismatch
 * - `301`: Not all mandatory data provided
 * - `302`: PRN invalid format
 * - `303`: EPC report reference invalid
 * - `304`: EPC report reference not valid for PRN
 * - `305`: EPC report reference not latest for PRN
 * - `306`: EPC report reference not valid for Green Deal
 * - `307`: EPC Register indicator invalid
 * - `309`: MPAN Core invalid
 * - `311`: Post Code invalid format
 * - `312`: MPAN Core LLFC not valid for import meter
 * - `313`: Valid MPAN Cores not all registered to same Supplier
 * - `314`: Supplier not Green Deal Licensee
 * - `315`: Electricity Account Number not found
 * - `316`: No current Bill Payer
 * - `317`: Green Deal MPAN Core not found
 * - `318`: MPAN Core not associated with the Electricity Account Number presented
 * - `319`: Green Deal Plan ID invalid
 * - `320`: Green Deal Plan record not at correct status
 * - `321`: Invalid Initial GD Plan Proposed End Date provided
 * - `323`: Invalid Default Bill Payer details
 * - `327`: Invalid reason code provided
 * - `328`: Invalid identifiers for Remittance Processor for EFD
 * - `329`: Daily Charge Amount outside permitted parameters
 * - `330`: Daily Charge EFD outside permitted parameters
 * - `331`: Daily Charge ETD outside permitted parameters
 * - `332`: An erroneous Registration is in the process of being resolved
 * - `333`: MPAN Core not associated with the Green Deal Plan ID presented
 * - `334`: Green Deal Licensee not the registered Supplier for the MPAN Core
 * - `335`: MPAN Core not associated with Green Deal Plan for ETD requested
 * - `336`: Requested end date not less than existing
 * - `337`: Invalid effective date for Provider transfer
 * - `338`: Gaining Green Deal Provider has no valid MPID for transfer EFD
 * - `339`: Green Deal Plan record not associated to GD Provider
 * - `340`: Green Deal Plan ETD less than requested transfer EFD
 * - `341`: MPAN Core not at correct registration status
 * - `342`: Invalid request to change Green Deal MPAN Core
 * - `343`: Proposed Green Deal MPAN Core LLFC not valid for import meter
 * - `344`: Proposed Green Deal MPAN Core not at correct registration status
 * - `345`: Supplier for proposed Green Deal MPAN Core not Green Deal Licensee
 * - `346`: Green Deal Provider Registration Reference not valid
 * - `347`: GD Provider Plan Creator value invalid
 * - `348`: GD Provider Reassignment Type value invalid
 * - `349`: Green Deal Provider Registration Reference not valid with GD Provider MPID for sender
 * - `350`: Invalid Party Instruction Number
 * - `351`: EPC PRN type indicator invalid
 * - `352`: Unexpected data for Reason Code provided
 * - `353`: Invalid GD MPAN Core EFD
 * - `354`: Invalid GD MPAN Core ETD
 * - `355`: Duplicate request to notify Bill Payer of pending Green Deal
 * - `356`: Data provided not permitted for current Green Deal Plan record status
 * - `357`: Update attempted before initial data population
 * - `358`: Remittance Processor not associated with GD Provider for EFD
 * - `359`: Invalid Bill Payer Details provided
 * - `360`: Invalid GD Plan Actual End Date requested
 * - `361`: Future Registration to Supplier who is not Green Deal Licensee
 * - `362`: EPC PRN reference not found on register
 * - `363`: Required EPC Data not present on the Register
 * - `364`: GD Remittance Processor EFD not the same as first GD Daily Charge EFD
 * - `365`: Both GDCC and Party Instruction Numbers populated
 * - `366`: Invalid Change of Account Indicator value provided
 * - `367`: Combination of MPID and Market Role not valid in GDMD for Sender for EFD
 * - `368`: Requested GDAA Finance Party has no valid MPID for transfer EFD
 * - `369`: Green Deal Licensee not associated to Green Deal MPAN Core for Registration EFSD provided
 * - `370`: No Green Deal Plan record at the correct status associated to GD MPAN Core provided
 * - `371`: As defined in MAP18
 * - `372`: A GD Plan is at PENDNG status for EPC PRN
 * - `373`: GD Remittance Processor EFD outside permitted parameters
 * - `374`: As defined in MAP18
 * - `375`: As defined in MAP18
 * - `376`: As defined in MAP18
 * - `377`: As defined in MAP18
 * - `378`: As defined in MAP18
 * - `379`: As defined in MAP18
 */
export type J1811 = "101" | "201" | "202" | "203" | "204" | "205" | "301" | "302" | "303" | "304" | "305" | "306" | "307" | "309" | "311" | "312" | "313" | "314" | "315" | "316" | "317" | "318" | "319" | "320" | "321" | "323" | "327" | "328" | "329" | "330" | "331" | "332" | "333" | "334" | "335" | "336" | "337" | "338" | "339" | "340" | "341" | "342" | "343" | "344" | "345" | "346" | "347" | "348" | "349" | "350" | "351" | "352" | "353" | "354" | "355" | "356" | "357" | "358" | "359" | "360" | "361" | "362" | "363" | "364" | "365" | "366" | "367" | "368" | "369" | "370" | "371" | "372" | "373" | "374" | "375" | "376" | "377" | "378" | "379" | (string & {});

/**
 * J1823 Asset Condition Clearance Code. The list is advisory.
 * - `C`: Cleared - defect cleared and Asset Condition Category as reported
 * - `D`: Disputed - no defect identified that prevents meter installation
 * - `R`: Resolved - defect cleared but Asset Condition Category less serious than reported
 * - `U`: Unable to Resolve
 */
export type J1823 = "C" | "D" | "R" | "U" | (string & {});

/**
 * J1824 Asset Condition Code. The list is advisory.
 * - `A01`: DB equipment operating hot (signs of overheating)
 * - `A02`: Only to be used by SFIC - Service cable currently operating hot
 * - `A03`: Defective/weakened fuse carrier
 * - `A04`: Physical damage to DB equipment requiring immediate action
 * - `A05`: Sign of DB equipment burning, smoking or arcing
 * - `A06`: Only to be used by SFIC - Audible sounds of arcing
 * - `A07`: Exposed live conductor
 * - `A08`: Only to be used by SFIC - Broken fuse carrier - access to live components
 * - `A10`: DB earthing issue at existing installation which presents an immediate risk to Customer/MO
 * - `A12`: Damaged asbestos component in DB equipment
 * - `A14`: Polarity identified as incorrect at DB equipment
 * - `A15`: Immediate risk to the public or Customer due to current service position location
 * - `A17`: Live unearthed DB metal-encased equipment
 * - `A19`: Surface voltage found on plastic cut-out
 * - `B01`: Fuse carrier welded in to cut-out base
 * - `B02`: Cut-out loose
 * - `B03`: Damaged/missing phase barriers in DB equipment
 * - `B04`: Damaged/broken cut-out terminal including missing terminal screws
 * - `B05`: Non-withdrawable fuse by design
 * - `B06`: Only to be used by SFIC - Cut-out unable to accept 16mm² meter tails
 * - `B07`: DB equipment issue preventing installation/replacement of meter tails
 * - `B08`: Unhinged metal cut-out cover over un-insulated conductors
 * - `B10`: Unearthed DB metal-encased equipment
 * - `B11`: Cut-out with a fused neutral
 * - `B12`: DB owned CT metering equipment issue
 * - `C02`: Signs of bitumen compound leaking
 * - `C03`: Lower rating fuse or cut-out (less than 60A)
 * - `C06`: Metal-encased cut-out
 * - `C07`: DB equipment unable to be securely sealed
 * - `C11`: Asbestos component identified in DB equipment
 * - `C14`: Fed from distribution board - local/remote from meter
 * - `C15`: DB cable terminating into DB equipment is VIR/MICC
 * - `C16`: DB equipment mounted on asbestos board
 * - `C17`: Black plastic cut-out
 * - `C18`: Rewirable cut-out fuse
 * - `C19`: Single insulated DB conductor (phase or non-PME neutral)
 * - `C20`: Missing combined neutral-earth cover on DB equipment
 * - `C21`: Non-standard PME connection arrangement
 */
export type J1824 = "A01" | "A02" | "A03" | "A04" | "A05" | "A06" | "A07" | "A08" | "A10" | "A12" | "A14" | "A15" | "A17" | "A19" | "B01" | "B02" | "B03" | "B04" | "B05" | "B06" | "B07" | "B08" | "B10" | "B11" | "B12" | "C02" | "C03" | "C06" | "C07" | "C11" | "C14" | "C15" | "C16" | "C17" | "C18" | "C19" | "C20" | "C21" | (string & {});

/** J1888 Reading Method. The list is advisory. */
export type J1888 = "N" | "P" | (string & {});

/** J2177 Smart CoS Process Indicator. The list is advisory. */
export type J2177 = "Y" | "N" | (string & {});

/**
 * J2329 Market Segment Indicator. The list is advisory.
 * - `A`: Advanced
 * - `S`: Smart including Traditional
 * - `U`: Unmetered
 */
export type J2329 = "A" | "S" | "U" | (string & {});
