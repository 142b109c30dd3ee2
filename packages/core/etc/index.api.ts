interface Amount {
  readonly units: bigint;
  readonly step: Fraction;
}

type ApportionmentMethod = RemainderMethod | DivisorMethod | "quota";

interface AreaCoverage extends AreaTotals {
  readonly area: string;
}

interface AreaTotals extends PooledRate {
  readonly units: Count;
  readonly ownOrganisations: Count;
  readonly jointOrganisations: Count;
  readonly coveredByOwn: Count;
  readonly coveredByJoint: Count;
}

interface BandColumns {
  readonly before: readonly (string | undefined)[];
  readonly after: readonly (string | undefined)[];
  readonly order: readonly string[];
}

type BandMove = "up" | "down" | "new" | "gone";

type Bound<Value> = Value | readonly (Value | undefined)[];

interface BrokenDownTarget {
  readonly name: string;
  readonly goal: Count;
  readonly children: readonly BrokenDownTarget[];
  readonly ties: readonly Tie[];
}

declare class CalculationError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly name = "CalculationError";
  readonly calculator: string;
  readonly code: Code;
  readonly details: ErrorDetails[Code];
  readonly requirement: string;
  constructor(calculator: string, code: Code, details: ErrorDetails[Code]);
}

type CalendarDate = string & {
  readonly [brand]: "CalendarDate";
};

interface ChangeColumns {
  readonly group: readonly (string | undefined)[];
  readonly coveredBefore: readonly Reported[];
  readonly eligibleBefore: readonly Reported[];
  readonly coveredAfter: readonly Reported[];
  readonly eligibleAfter: readonly Reported[];
}

type ChangeStatus = "ok" | "over" | "new" | "gone" | "empty" | "missing" | "invalid";

interface ChannelAdmission {
  readonly staff: readonly Reported[];
  readonly staffFrom: Count;
}

interface ChannelCoverage {
  readonly units: Count;
  readonly own: Count;
  readonly joint: Count;
  readonly work: Count;
  readonly none: Count;
  readonly organisationRate: Rate | undefined;
  readonly ownRate: Rate | undefined;
  readonly workRate: Rate | undefined;
  readonly establishmentRate: Rate | undefined;
  readonly leftOut: LeftOut;
}

type ClaimsRule = "proportional" | "equal-awards" | "equal-losses" | "talmud";

interface ClassCoverage extends ChannelCoverage {
  readonly due: CoverageForm;
  readonly sizes: ClassSizes | undefined;
}

interface ClassSizes {
  readonly from: Count;
  readonly to: Count | undefined;
}

interface CodedNames {
  readonly codes: Int32Array;
  readonly names: readonly string[];
}

interface ComparedPart {
  readonly before: Fraction;
  readonly after: Fraction;
  readonly difference: Fraction;
  readonly shareBefore: Fraction | undefined;
  readonly shareAfter: Fraction | undefined;
  readonly points: Fraction | undefined;
}

type Contributions = readonly (readonly number[])[];

type Count = number & {
  readonly [brand]: "Count";
};

interface CountInterval {
  readonly lowest: Count;
  readonly highest: Count;
}

interface CoverageAreas {
  readonly areas: readonly AreaCoverage[];
  readonly total: AreaTotals;
}

interface CoverageAreasInput {
  readonly area: readonly (string | undefined)[];
  readonly unit: readonly (string | undefined)[];
  readonly organisation: readonly (string | undefined)[];
  readonly form?: readonly (OrganisationForm | undefined)[] | undefined;
}

interface CoverageByGroup {
  readonly groups: readonly GroupCoverage[];
  readonly total: ReportedRate;
}

interface CoverageByGroupInput extends ReportedCounts {
  readonly group: Keys;
}

interface CoverageChange {
  readonly groups: readonly GroupChange[];
  readonly total: TotalChange;
  readonly reversal: boolean;
}

interface CoverageChangeInput extends ChangeColumns {
  readonly decimals?: number | undefined;
}

type CoverageChannel = CoverageForm | "none";

interface CoverageChannels {
  readonly classes: readonly ClassCoverage[];
  readonly total: ChannelCoverage;
  readonly outside: number;
}

interface CoverageChannelsInput {
  readonly members: readonly Reported[];
  readonly form: readonly (CoverageChannel | undefined)[];
  readonly policy: CoveragePolicy;
  readonly units?: readonly Reported[] | undefined;
  readonly admission?: ChannelAdmission | undefined;
}

interface CoverageCheckInput {
  readonly group: readonly (string | undefined)[];
  readonly covered: readonly ReportedCell[];
  readonly eligible: readonly ReportedCell[];
  readonly printed?: readonly (PrintedRate | string | undefined)[] | undefined;
  readonly eligibleBefore?: readonly ReportedCell[] | undefined;
  readonly unit?: readonly (string | undefined)[] | undefined;
}

interface CoverageConsistentCountsInput extends PrintedRate {
  readonly eligible: Count;
}

interface CoverageConsistentInput extends CoverageInput, PrintedRate {}

interface CoverageDueInput {
  readonly members: Count;
  readonly policy: CoveragePolicy;
}

type CoverageFinding = RowIssue & {
  readonly row: number;
  readonly group: string | undefined;
};

interface CoverageFindingDetails {
  missing: {
    readonly columns: readonly ("group" | "unit" | "covered" | "eligible")[];
  };
  textNumber: {
    readonly column: NumberColumn;
    readonly text: string;
  };
  notNumber: {
    readonly column: NumberColumn;
    readonly text: string;
  };
  negative: {
    readonly column: NumberColumn;
    readonly value: number;
  };
  notWhole: {
    readonly column: NumberColumn;
    readonly value: number;
  };
  tooLarge: {
    readonly column: NumberColumn;
    readonly value: number;
  };
  noneEligible: {
    readonly covered: Count;
  };
  empty: object;
  over: {
    readonly covered: Count;
    readonly eligible: Count;
  };
  nearKey: {
    readonly column: "group" | "unit";
  } & NearKey;
  repeatedUnit: {
    readonly unit: string;
    readonly firstRow: number;
  };
  unitInTwoGroups: {
    readonly unit: string;
    readonly otherGroup: string;
    readonly otherRow: number;
  };
  printedMismatch: {
    readonly printed: PrintedRate;
    readonly covered: Count;
    readonly eligible: Count;
    readonly rightText: string;
    readonly counts: CountInterval | undefined;
    readonly isHundredfold: boolean;
  };
  printedUnreadable: {
    readonly text: string;
  };
  eligibleJump: {
    readonly before: Count;
    readonly eligible: Count;
    readonly change: number | undefined;
  };
}

type CoverageFindingKind = keyof CoverageFindingDetails;

type CoverageForm = "own" | "joint" | "work";

interface CoverageFunnel {
  readonly groups: readonly FunnelGroup[];
  readonly total: PooledRate;
  readonly baseline: Fraction | undefined;
}

interface CoverageFunnelInput {
  readonly group: readonly (string | undefined)[];
  readonly covered: readonly Reported[];
  readonly eligible: readonly Reported[];
  readonly baseline?: Fraction | undefined;
}

interface CoverageGapInput extends CoverageInput {
  readonly goal: Fraction;
}

interface CoverageImpliedInput {
  readonly added: Count;
  readonly points: Fraction;
  readonly decimals?: number | undefined;
}

interface CoverageInput {
  readonly covered: Count;
  readonly eligible: Count;
}

interface CoverageInterval {
  readonly low: number;
  readonly high: number;
}

interface CoverageIntervalInput {
  readonly covered: Count;
  readonly sample: Count;
  readonly confidence?: Fraction | undefined;
  readonly method?: IntervalMethod | undefined;
  readonly population?: Count | undefined;
}

interface CoveragePolicy {
  readonly ownFrom: Count;
  readonly jointFrom: Count;
}

interface CoverageRollUpInput extends ReportedCounts {
  readonly levels: readonly Keys[];
}

interface CoverageStandardisedInput {
  readonly covered: readonly Reported[];
  readonly eligible: readonly Reported[];
  readonly standard: readonly Weight[];
}

interface CoverageStandardisedRatioInput {
  readonly covered: readonly Reported[];
  readonly eligible: readonly Reported[];
  readonly referenceCovered: readonly Reported[];
  readonly referenceEligible: readonly Reported[];
}

interface CoverageTextInput extends CoverageInput {
  readonly decimals?: number | undefined;
}

interface CrossClassifiedChange {
  readonly before: Rate | undefined;
  readonly after: Rate | undefined;
  readonly points: number | undefined;
  readonly fromRates: number | undefined;
  readonly fromFirst: number | undefined;
  readonly fromSecond: number | undefined;
  readonly status: ChangeStatus;
  readonly leftOut: LeftOut;
}

interface CrossClassifiedChangeInput extends Omit<ChangeColumns, "group"> {
  readonly first: readonly (string | undefined)[];
  readonly second: readonly (string | undefined)[];
}

type DateSystem = 1900 | 1904;

type DifferenceCause = "pot" | "weights" | "bounds" | "rule";

type DivisorMethod = "jefferson" | "webster" | "adams" | "dean" | "huntington-hill";

interface DuesReturn extends ReturnParts {
  readonly group: string | undefined;
}

interface EarlyWarningInput extends TermPolicy {
  readonly unit: readonly (string | undefined)[];
  readonly members: readonly Reported[];
  readonly form: readonly (CoverageChannel | undefined)[];
  readonly lastElection: readonly Term["lastElection"][];
  readonly termYears: number | readonly (number | undefined)[];
  readonly policy: CoveragePolicy;
  readonly history?: RateHistory | undefined;
}

type ErrorCode = keyof ErrorDetails;

interface ErrorDetails {
  divisionByZero: {
    readonly name: string;
  };
  outOfRange: {
    readonly name: string;
    readonly requirement: string;
    readonly found: string;
  };
  invalidValue: {
    readonly name: string;
    readonly requirement: string;
    readonly found: string;
  };
  sizeMismatch: {
    readonly name: string;
    readonly expected: number;
    readonly found: number;
  };
  missingValue: {
    readonly name: string;
    readonly row?: number;
  };
  emptyInput: {
    readonly name: string;
  };
  allZero: {
    readonly name: string;
  };
  notWholeSteps: {
    readonly name: string;
    readonly step: string;
    readonly found: string;
  };
  infeasibleBounds: {
    readonly requirement: string;
    readonly by: string;
  };
  conflict: {
    readonly requirement: string;
  };
}

interface FactCompleteness {
  readonly fact: string;
  readonly rate: Rate;
}

interface FactorContribution {
  readonly name: string;
  readonly standardised: readonly number[];
  readonly contributions: Contributions;
  readonly categories: readonly Contributions[] | undefined;
}

type FairnessMeasure =
  "gallagher" | "loosemore-hanby" | "sainte-lague" | "gini" | "theil" | "jain" | "largest-deviation";

interface FormulaParts {
  readonly base: Amount;
  readonly byHeads: Amount;
  readonly byPerformance: Amount;
  readonly total: Amount;
}

interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

interface FundedNode {
  readonly name: string;
  readonly part: Amount;
  readonly children: readonly FundedNode[];
  readonly ties: readonly Tie[];
}

interface FundingBasePlusInput {
  readonly total: Amount;
  readonly baseEach: Fraction;
  readonly weights: readonly Weight[];
  readonly rule?: RemainderRule | undefined;
}

interface FundingClaims {
  readonly parts: readonly Amount[];
  readonly awards: readonly Fraction[];
  readonly left: Amount;
  readonly ties: readonly Tie[];
}

interface FundingClaimsInput {
  readonly total: Amount;
  readonly claims: readonly Fraction[];
  readonly rule?: ClaimsRule | undefined;
}

interface FundingFormula {
  readonly recipients: readonly FormulaParts[];
  readonly pots: FormulaParts;
  readonly headsTies: readonly Tie[];
  readonly performanceTies: readonly Tie[];
}

interface FundingFormulaInput {
  readonly total: Amount;
  readonly baseEach: Fraction;
  readonly heads: readonly Weight[];
  readonly performance: readonly Weight[];
  readonly performanceShare: Fraction;
}

interface FundingNestedInput {
  readonly total: Amount;
  readonly children: readonly FundingNode[];
  readonly rule?: RemainderRule | undefined;
}

interface FundingNode {
  readonly name: string;
  readonly weight?: Weight | undefined;
  readonly minimum?: Fraction | undefined;
  readonly maximum?: Fraction | undefined;
  readonly children?: readonly FundingNode[] | undefined;
}

interface FundingReturn {
  readonly rows: readonly DuesReturn[];
  readonly total: ReturnParts;
  readonly poolLeft: Fraction | undefined;
  readonly ties: readonly Tie[];
}

interface FundingReturnInput {
  readonly dues: readonly Fraction[];
  readonly share: Fraction;
  readonly step: Fraction;
  readonly minimumEach?: Fraction | undefined;
  readonly pool?: Fraction | undefined;
  readonly group?: readonly string[] | undefined;
}

interface FundingSources {
  readonly sources: readonly SourceDraw[];
  readonly unfunded: Amount;
  readonly ties: readonly Tie[];
}

interface FundingSourcesBy {
  readonly recipients: readonly RecipientFunding[];
  readonly sources: FundingSources;
  readonly ties: readonly Tie[];
  readonly sourceTies: readonly SourceTie[];
}

interface FundingSourcesByInput extends SourceColumns {
  readonly needs: readonly Fraction[];
  readonly step: Fraction;
}

interface FundingSourcesInput extends SourceColumns {
  readonly budget: Amount;
}

interface FundingSplit {
  readonly parts: readonly Amount[];
  readonly ties: readonly Tie[];
}

interface FundingSplitExplanation {
  readonly rows: readonly SplitReason[];
  readonly oddSteps: number;
  readonly ties: readonly Tie[];
}

interface FundingSplitInput {
  readonly total: Amount;
  readonly weights: readonly Weight[];
  readonly rule?: RemainderRule | undefined;
  readonly minimum?: Bound<Fraction> | undefined;
  readonly maximum?: Bound<Fraction> | undefined;
  readonly ties?: TiePolicy | undefined;
}

interface FundingSplitMarginInput extends FundingSplitInput {
  readonly row: number;
  readonly unit?: Fraction | undefined;
}

interface FundingSplitSeparateInput {
  readonly total: Amount;
  readonly weights: readonly Weight[];
  readonly keep?: SeparateRule | undefined;
}

interface FundingSplitTyped {
  readonly parts: Float64Array;
  readonly ties: readonly Tie[];
}

interface FundingSplitTypedInput {
  readonly total: number;
  readonly weights: Float64Array;
  readonly rule?: RemainderRule | undefined;
}

type FunnelFlag = "in limits" | "high 95" | "high 99.8" | "low 95" | "low 99.8";

interface FunnelGroup extends PooledRate, FunnelPlace {
  readonly group: string;
}

interface FunnelLimits {
  readonly low95: number;
  readonly high95: number;
  readonly low998: number;
  readonly high998: number;
}

interface FunnelPlace {
  readonly limits: FunnelLimits | undefined;
  readonly flag: FunnelFlag | undefined;
}

interface Goalposts {
  readonly low: Fraction;
  readonly high: Fraction;
}

interface GradeShare {
  readonly name: string;
  readonly rate: Rate;
}

interface GradingDimension {
  readonly name: string;
  readonly weight: Weight;
}

interface GradingPolicy {
  readonly name: string;
  readonly dimensions: readonly GradingDimension[];
  readonly bands: readonly ScoreBand[];
  readonly tiers: readonly ScoreTier[];
  readonly missing?: MissingScoreRule | undefined;
}

interface GroupChange extends RateChange {
  readonly group: string;
}

interface GroupCoverage extends ReportedRate {
  readonly group: string;
}

interface GroupTerms extends TermCounts {
  readonly group: string;
}

interface GroupUnitsInput {
  readonly park: readonly string[];
  readonly size?: Count | undefined;
  readonly groups?: Count | undefined;
}

interface GrowthBase {
  readonly base: number;
  readonly lowest: number | undefined;
  readonly highest: number | undefined;
}

interface GrowthBaseInput {
  readonly end: Fraction;
  readonly rate: Fraction;
  readonly periods: Count;
  readonly rounding?: GrowthRounding | undefined;
  readonly place?: RoundingPlace | undefined;
}

interface GrowthContractionInput {
  readonly base: Fraction;
  readonly reduction: Fraction;
  readonly periods: Count;
  readonly rounding?: GrowthRounding | undefined;
}

type GrowthMethod = "compound" | "linear";

interface GrowthPathByWeightsInput {
  readonly start: Fraction;
  readonly goal: Fraction;
  readonly weights: readonly Weight[];
  readonly rounding?: GrowthRounding | undefined;
}

interface GrowthPathInput {
  readonly base: Fraction;
  readonly rate: Fraction;
  readonly periods: Count;
  readonly method?: GrowthMethod | undefined;
  readonly rounding?: GrowthRounding | undefined;
  readonly place?: RoundingPlace | undefined;
}

interface GrowthPathToInput {
  readonly start: Fraction;
  readonly goal: Fraction;
  readonly periods: Count;
  readonly method?: GrowthPathToMethod | undefined;
  readonly rounding?: GrowthRounding | undefined;
  readonly ceiling?: Fraction | undefined;
}

type GrowthPathToMethod = GrowthMethod | "logistic";

interface GrowthPeriodsInput {
  readonly start: Fraction;
  readonly end: Fraction;
  readonly rate: Fraction;
}

interface GrowthRateInput {
  readonly start: Fraction;
  readonly end: Fraction;
  readonly periods: Fraction;
}

interface GrowthReading extends GrowthBase {
  readonly baseYear: number;
  readonly firstGrowthYear: number;
}

interface GrowthReadings {
  readonly asBaseYear: GrowthReading;
  readonly asFirstGrowthYear: GrowthReading;
}

interface GrowthReadingsInput extends Omit<GrowthBaseInput, "periods"> {
  readonly year: number;
  readonly from: number;
}

type GrowthRounding = "none" | "nearest" | "up" | "down";

interface GrowthStepsInput {
  readonly base: Fraction;
  readonly rates: readonly Fraction[];
  readonly rounding?: GrowthRounding | undefined;
  readonly place?: RoundingPlace | undefined;
}

interface GrowthYear {
  readonly year: number;
  readonly value: number;
}

interface GrowthYearsInput extends Omit<GrowthPathInput, "periods"> {
  readonly baseYear: number;
  readonly firstGrowthYear?: number | undefined;
  readonly lastYear: number;
}

interface HierarchyAtInput extends Stays {
  readonly date: CalendarDate;
  readonly units: readonly (string | undefined)[];
}

interface ImpliedDenominator {
  readonly exactly: number;
  readonly lowest: Count | undefined;
  readonly highest: Count | undefined;
}

type IndexAggregation = "arithmetic" | "geometric" | "harmonic";

interface IndexItem {
  readonly weight: Weight;
  readonly direction?: 1 | -1 | undefined;
  readonly goalposts?: Goalposts | undefined;
  readonly part?: string | undefined;
}

type IndexNormalisation = "min-max" | "z" | "rank" | "goalposts" | "none";

type IndexStatus = "ok" | "missing" | "not positive";

interface IndexTable {
  readonly values: readonly (readonly (Fraction | undefined)[])[];
  readonly items: readonly IndexItem[];
}

interface IndexValue {
  readonly value: number | undefined;
  readonly status: IndexStatus;
  readonly item?: number;
}

type IntervalMethod = "wilson" | "wilson-continuity" | "clopper-pearson" | "agresti-coull" | "wald";

interface ItemSensitivity {
  readonly share: Fraction;
  readonly lower: WeightBreakpoint | undefined;
  readonly higher: WeightBreakpoint | undefined;
}

type KeyColumn = CodedNames & {
  readonly [brand]: "KeyColumn";
};

type KeyDifference = "width" | "space" | "case";

type Keys = Names | KeyColumn;

interface KnownTerm {
  readonly status: "overdue" | "due-soon" | "in-term";
  readonly dueDate: CalendarDate;
  readonly daysOverdue: Count;
}

interface LedgerCompleteness {
  readonly facts: readonly FactCompleteness[];
  readonly completeUnits: Rate;
  readonly allCells: Rate;
}

interface LedgerCompletenessInput {
  readonly facts: readonly LedgerFact[];
  readonly zero?: ZeroRule | undefined;
}

interface LedgerFact {
  readonly fact: string;
  readonly values: readonly LedgerValue[];
}

type LedgerValue = number | string | boolean | undefined;

interface LeftOut {
  readonly missing: number;
  readonly invalid: number;
}

interface Margin<Part> {
  readonly more: TurningWeight<Part> | undefined;
  readonly less: TurningWeight<Part> | undefined;
  readonly unit: Fraction;
  readonly isNearest: boolean;
}

interface Milestone extends MilestoneProgress {
  readonly kind: string | undefined;
}

interface MilestoneProgress {
  readonly goal: number | undefined;
  readonly reached: number | undefined;
  readonly rate: number | undefined;
  readonly shortfall: number | undefined;
  readonly status: MilestoneState;
}

type MilestoneState = "met" | "open" | "missed" | "no goal" | "missing" | "invalid";

type MissingRule = "skip" | "zero" | "refuse";

type MissingScoreRule = "error" | "reweight" | "zero";

interface MovedUnit {
  readonly unit: string | undefined;
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly steps: number | undefined;
  readonly move: BandMove;
}

interface MovesFromBand {
  readonly band: string;
  readonly to: readonly Count[];
  readonly gone: Count;
  readonly promotions: Count;
  readonly demotions: Count;
}

type Names = readonly (string | undefined)[];

interface NearKey {
  readonly key: string;
  readonly rows: number;
  readonly other: string;
  readonly otherRow: number;
  readonly by: readonly KeyDifference[];
}

type NumberColumn = "covered" | "eligible" | "eligibleBefore";

type Numeric = number | bigint | string;

type OrganisationForm = "own" | "joint";

interface PartDifference {
  readonly pot: Fraction;
  readonly weights: Fraction;
  readonly bounds: Fraction;
  readonly rule: Fraction;
  readonly before: Amount;
  readonly after: Amount;
  readonly difference: Fraction;
}

interface PercentageInput {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly decimals: number;
}

interface PeriodAtDay {
  readonly startDate: CalendarDate;
  readonly endDate: CalendarDate;
  readonly asOf: CalendarDate;
}

interface PeriodToDate {
  readonly periodStart: CalendarDate;
  readonly periodEnd: CalendarDate;
  readonly actual: number | undefined;
  readonly cumulative: number | undefined;
  readonly expected: number | undefined;
  readonly difference: number | undefined;
  readonly rate: number | undefined;
  readonly status: TargetState | "missing";
  readonly leftOut: number;
}

type PeriodUnit = "month" | "quarter" | "half" | "year";

interface PeriodsBetweenInput {
  readonly startDate: CalendarDate;
  readonly endDate: CalendarDate;
  readonly unit: PeriodUnit;
  readonly yearStartMonth?: Count | undefined;
}

interface PooledRate {
  readonly rate: Rate | undefined;
  readonly leftOut: LeftOut;
}

interface PrintedRate {
  readonly printed: Fraction;
  readonly decimals?: number | undefined;
}

interface QuotaApportionInput {
  readonly places: Count;
  readonly weights: readonly Weight[];
  readonly method?: ApportionmentMethod | undefined;
  readonly minimum?: Bound<Count> | undefined;
  readonly maximum?: Bound<Count> | undefined;
  readonly threshold?: Fraction | undefined;
  readonly base?: Count | undefined;
  readonly firstDivisor?: Fraction | undefined;
  readonly ties?: TiePolicy | undefined;
}

interface QuotaApportionTypedInput {
  readonly places: number;
  readonly weights: Float64Array;
  readonly method?: ApportionmentMethod | undefined;
}

interface QuotaApportionment {
  readonly places: readonly Count[];
  readonly ties: readonly Tie[];
}

interface QuotaApportionmentTyped {
  readonly places: Float64Array;
  readonly ties: readonly Tie[];
}

interface QuotaExplanation {
  readonly rows: readonly QuotaReason[];
  readonly ties: readonly Tie[];
  readonly divisor: {
    readonly lowest: number | undefined;
    readonly highest: number | undefined;
  };
}

interface QuotaMarginInput extends QuotaApportionInput {
  readonly row: number;
  readonly unit?: Fraction | undefined;
}

interface QuotaReason {
  readonly quota: Fraction;
  readonly places: Count;
  readonly nextClaim: number | undefined;
  readonly lastClaim: number | undefined;
  readonly nextInLine: boolean;
  readonly bound: "minimum" | "maximum" | undefined;
  readonly belowThreshold: boolean;
}

interface QuotaTwoWayInput {
  readonly weights: readonly (readonly Weight[])[];
  readonly rowPlaces: readonly Count[];
  readonly columnPlaces: readonly Count[];
}

type RankOrder = "descending" | "ascending";

interface Rate {
  readonly numerator: Count;
  readonly denominator: Count;
  readonly status: RateStatus;
}

interface RateChange {
  readonly before: Rate | undefined;
  readonly after: Rate | undefined;
  readonly points: number | undefined;
  readonly fromRates: number | undefined;
  readonly fromStructure: number | undefined;
  readonly contribution: number | undefined;
  readonly status: ChangeStatus;
  readonly leftOut: LeftOut;
}

interface RateDecomposition {
  readonly rates: readonly number[];
  readonly factors: readonly FactorContribution[];
}

interface RateDecompositionInput {
  readonly factors: readonly RateFactor[];
  readonly rate?: ((values: readonly (readonly Fraction[])[]) => Fraction) | undefined;
}

interface RateFactor {
  readonly name: string;
  readonly values: readonly (readonly Fraction[])[];
}

interface RateHistory {
  readonly rates: readonly (readonly Reported[])[];
  readonly fallingFor?: Count | undefined;
}

type RateStatus = "ok" | "empty" | "over" | "invalid";

interface RecipientFunding {
  readonly need: Amount;
  readonly parts: readonly Amount[];
  readonly unfunded: Amount;
}

type RemainderMethod = "largest-remainder" | "droop" | "hagenbach-bischoff";

type RemainderRule = "largest-remainder" | "largest-weight" | "first" | "last";

type Reported = number | undefined;

type ReportedCell = number | string | undefined;

type ReportedColumn = readonly Reported[] | Float64Array;

interface ReportedCounts {
  readonly covered: ReportedColumn;
  readonly eligible: ReportedColumn;
  readonly missing?: MissingRule | undefined;
}

interface ReportedRate extends PooledRate {
  readonly countedAsZero: number;
}

interface ReportingPeriod {
  readonly label: string;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
}

interface ReturnParts {
  readonly dues: Fraction;
  readonly returned: Amount;
  readonly topUp: Amount;
  readonly total: Amount;
}

interface RollUpNode extends ReportedRate {
  readonly level: number;
  readonly path: readonly string[];
}

interface RoundToTotalInput {
  readonly values: readonly Fraction[];
  readonly step: Fraction;
  readonly total?: Fraction | undefined;
}

interface RoundedColumn {
  readonly values: readonly Amount[];
  readonly total: Amount;
  readonly ties: readonly Tie[];
}

type RoundingPlace = "end" | "each";

type RoundingRule =
  "half-away-from-zero" | "half-to-even" | "ceiling" | "floor" | "toward-zero" | "away-from-zero";

type RowIssue = {
  [Kind in CoverageFindingKind]: {
    readonly kind: Kind;
    readonly details: CoverageFindingDetails[Kind];
  };
}[CoverageFindingKind];

interface ScoreBand {
  readonly name: string;
  readonly lowerBound: Fraction;
}

interface ScoreBandInput {
  readonly score: Fraction;
  readonly bands: readonly ScoreBand[];
}

interface ScoreCombineInput {
  readonly scores: readonly (Fraction | undefined)[];
  readonly shares: readonly Weight[];
  readonly kind?: readonly string[] | undefined;
  readonly missing?: MissingScoreRule | undefined;
}

interface ScoreGrades {
  readonly units: readonly UnitGrade[];
  readonly bands: readonly GradeShare[];
  readonly tiers: readonly GradeShare[];
  readonly graded: Count;
  readonly ungraded: Count;
  readonly belowBands: Count;
}

interface ScoreGradesInput {
  readonly policy: GradingPolicy;
  readonly scores: readonly (readonly (Fraction | undefined)[])[];
}

interface ScoreIndex {
  readonly parts: readonly string[];
  readonly units: readonly UnitIndex[];
}

interface ScoreIndexInput extends IndexTable {
  readonly normalise?: IndexNormalisation | undefined;
  readonly aggregate?: IndexAggregation | undefined;
  readonly missing?: MissingScoreRule | undefined;
}

interface ScoreIndexSensitivity {
  readonly first: readonly number[];
  readonly items: readonly ItemSensitivity[];
  readonly smallestMove: Fraction | undefined;
}

interface ScoreIndexSensitivityInput extends IndexTable {
  readonly normalise?: IndexNormalisation | undefined;
}

interface ScoreMoves {
  readonly bands: readonly MovesFromBand[];
  readonly new: readonly Count[];
  readonly promotions: Count;
  readonly demotions: Count;
  readonly unchanged: Count;
  readonly leftOut: Count;
}

type ScoreMovesInput = BandColumns;

interface ScoreMovesListInput extends BandColumns {
  readonly unit: readonly (string | undefined)[];
}

interface ScoreRankInput {
  readonly scores: readonly (Fraction | undefined)[];
  readonly ties?: TieRule | undefined;
  readonly order?: RankOrder | undefined;
}

interface ScoreRankTypedInput {
  readonly scores: Float64Array;
  readonly ties?: TieRule | undefined;
  readonly order?: RankOrder | undefined;
}

interface ScoreRanks {
  readonly ranks: readonly (number | undefined)[];
  readonly ranked: Count;
  readonly unranked: Count;
}

interface ScoreTier {
  readonly name: string;
  readonly share: Weight;
}

interface ScoreTiers {
  readonly tiers: readonly (string | undefined)[];
  readonly cutOffs: readonly TierCutOff[];
  readonly ranked: Count;
  readonly unranked: Count;
}

interface ScoreTiersInput {
  readonly scores: readonly (Fraction | undefined)[];
  readonly tiers: readonly ScoreTier[];
  readonly order?: RankOrder | undefined;
}

interface ScoreWeightedInput {
  readonly scores: readonly (Fraction | undefined)[];
  readonly weights: readonly Weight[];
  readonly missing?: MissingScoreRule | undefined;
}

type SeparateRule = "odd-steps" | "odd-blocks";

interface SeparateSplit {
  readonly parts: readonly Amount[];
  readonly left: Amount;
}

interface SourceColumns {
  readonly limit: readonly SourceLimit[];
  readonly priority?: readonly Fraction[] | undefined;
  readonly share?: readonly Weight[] | undefined;
  readonly cap?: Bound<Fraction> | undefined;
}

interface SourceDraw {
  readonly drawn: Amount;
  readonly left: Fraction | undefined;
}

type SourceLimit = Fraction | "none";

interface SourceTie extends Tie {
  readonly source: number;
}

interface Span {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

interface SplitCompareInput {
  readonly before: readonly Fraction[];
  readonly after: readonly Fraction[];
}

interface SplitComparison {
  readonly rows: readonly ComparedPart[];
  readonly total: ComparedPart;
}

interface SplitDifference {
  readonly rows: readonly PartDifference[];
  readonly total: PartDifference;
  readonly orders: {
    readonly all: number;
    readonly possible: number;
  };
}

interface SplitDifferenceInput {
  readonly before: FundingSplitInput;
  readonly after: FundingSplitInput;
}

interface SplitFairnessInput {
  readonly received: readonly Fraction[];
  readonly weights: readonly Weight[];
  readonly measure?: FairnessMeasure | undefined;
}

interface SplitReason {
  readonly share: Fraction;
  readonly roundedDown: Amount;
  readonly remainder: Fraction;
  readonly rank: number | undefined;
  readonly oddStep: boolean;
  readonly part: Amount;
  readonly bound: "minimum" | "maximum" | undefined;
  readonly nextInLine: boolean;
}

interface StaffingCheck {
  readonly rows: readonly StaffingRow[];
  readonly total: StaffingTotal;
}

interface StaffingCheckInput {
  readonly unit: readonly (string | undefined)[];
  readonly staff: readonly Reported[];
  readonly required: readonly Reported[];
  readonly units?: readonly Reported[] | undefined;
  readonly maximum?: readonly Reported[] | undefined;
}

interface StaffingFigures {
  readonly units: Reported;
  readonly staff: Reported;
  readonly required: Reported;
  readonly shortfall: Count | undefined;
  readonly surplus: Count | undefined;
  readonly unitsPerStaff: Fraction | undefined;
  readonly status: StaffingStatus;
}

interface StaffingRow extends StaffingFigures {
  readonly unit: string | undefined;
}

type StaffingStatus = "ok" | "short" | "over" | "missing" | "invalid";

interface StaffingTotal extends StaffingFigures {
  readonly leftOut: LeftOut;
}

interface StandardisedRatio {
  readonly observed: number;
  readonly expected: number;
  readonly ratio: number;
}

interface Stays {
  readonly unit: readonly string[];
  readonly parent: readonly (string | undefined)[];
  readonly from: readonly (CalendarDate | undefined)[];
  readonly until: readonly (CalendarDate | undefined)[];
}

interface TargetBreakdownInput {
  readonly goal: Count;
  readonly children: readonly TargetNode[];
}

interface TargetCatchUpInput {
  readonly actual: Fraction;
  readonly goal: Fraction;
  readonly periodsLeft: Fraction;
}

interface TargetMilestones {
  readonly milestones: readonly Milestone[];
  readonly total: MilestoneProgress;
  readonly leftOut: number;
}

interface TargetMilestonesInput {
  readonly kind: readonly (string | undefined)[];
  readonly goal: readonly (Fraction | undefined)[];
  readonly reached: readonly (Fraction | undefined)[];
  readonly due?: readonly (CalendarDate | undefined)[] | undefined;
  readonly asOf?: CalendarDate | undefined;
}

interface TargetNode {
  readonly name: string;
  readonly weight?: Weight | undefined;
  readonly minimum?: Count | undefined;
  readonly maximum?: Count | undefined;
  readonly children?: readonly TargetNode[] | undefined;
}

interface TargetProRataInput extends PeriodAtDay {
  readonly goal: Fraction;
}

interface TargetShareOutInput {
  readonly goal: Count;
  readonly weights: readonly Weight[];
  readonly minimum?: Bound<Count> | undefined;
  readonly maximum?: Bound<Count> | undefined;
}

interface TargetShares {
  readonly goals: readonly Count[];
  readonly ties: readonly Tie[];
}

type TargetState = "met" | "missed" | "not started" | "on track" | "behind";

interface TargetStatus {
  readonly expected: number;
  readonly attainment: number | undefined;
  readonly gap: number;
  readonly requiredPerMonth: number;
  readonly status: TargetState;
}

interface TargetStatusInput extends PeriodAtDay {
  readonly start: Fraction;
  readonly goal: Fraction;
  readonly actual: Fraction;
}

interface TargetToDateInput {
  readonly goal: Fraction;
  readonly periodStart: readonly (CalendarDate | undefined)[];
  readonly periodEnd: readonly (CalendarDate | undefined)[];
  readonly actual: readonly (Fraction | undefined)[];
  readonly asOf: CalendarDate;
}

interface TaskShare extends PooledRate {
  readonly name: string;
}

interface TasksProgress {
  readonly owners: readonly TaskShare[];
  readonly categories: readonly TaskShare[];
  readonly total: PooledRate;
}

interface TasksProgressInput {
  readonly owner: readonly (string | undefined)[];
  readonly category: readonly (string | undefined)[];
  readonly done: readonly (boolean | undefined)[];
}

interface Term {
  readonly lastElection: CalendarDate | undefined;
  readonly termYears: number | undefined;
}

interface TermCounts {
  readonly inTerm: Count;
  readonly dueSoon: Count;
  readonly overdue: Count;
  readonly missing: Count;
  readonly shareOverdue: Rate;
}

interface TermPolicy {
  readonly asOf: CalendarDate;
  readonly soonMonths?: Count | undefined;
}

type TermState =
  | KnownTerm
  | {
      readonly status: "missing";
      readonly dueDate?: never;
      readonly daysOverdue?: never;
    };

interface TermStatusInput extends Term, TermPolicy {}

interface TermSummary {
  readonly groups: readonly GroupTerms[];
  readonly total: TermCounts;
}

interface TermSummaryInput extends TermPolicy {
  readonly lastElection: readonly (CalendarDate | undefined)[];
  readonly termYears: number | readonly (number | undefined)[];
  readonly group?: readonly (string | undefined)[] | undefined;
}

interface Tie {
  readonly rows: readonly number[];
  readonly served: readonly number[];
  readonly decided?: TieDecision;
}

interface TieDecision {
  readonly by: "id" | "lot" | "previous-holder";
  readonly order: readonly number[];
  readonly seed?: string;
}

type TiePolicy =
  | {
      readonly by: "order";
    }
  | {
      readonly by: "id";
      readonly ids: readonly string[];
    }
  | {
      readonly by: "lot";
      readonly seed: string;
      readonly ids?: readonly string[] | undefined;
    }
  | {
      readonly by: "previous-holder";
      readonly held: readonly boolean[];
      readonly holder?: "keeps" | "yields" | undefined;
    }
  | {
      readonly by: "error";
      readonly names?: readonly string[] | undefined;
    };

type TieRule = "competition" | "modified-competition" | "dense" | "average" | "ordinal";

interface TierCutOff {
  readonly name: string;
  readonly lastPlace: Fraction;
  readonly units: Count;
}

interface TotalChange extends RateChange {
  readonly relative: number | undefined;
}

interface TurningWeight<Part> {
  readonly weight: Fraction;
  readonly change: Fraction;
  readonly part: Part;
}

interface TwoWayApportionment {
  readonly places: readonly (readonly Count[])[];
  readonly rowDivisors: readonly Fraction[];
  readonly columnDivisors: readonly Fraction[];
  readonly ties: readonly TwoWayTie[];
}

interface TwoWayCell {
  readonly row: number;
  readonly column: number;
}

interface TwoWayTie {
  readonly cells: readonly TwoWayCell[];
  readonly served: readonly TwoWayCell[];
}

interface UnitGrade {
  readonly score: Fraction | undefined;
  readonly band: string | undefined;
  readonly rank: number | undefined;
  readonly tier: string | undefined;
}

interface UnitGroup {
  readonly park: string;
  readonly number: number;
}

interface UnitIndex extends IndexValue {
  readonly parts: readonly IndexValue[];
  readonly completeness: number;
}

type Warning = WarningReason & {
  readonly row: number;
  readonly unit: string | undefined;
};

type WarningReason =
  | {
      readonly reason: "too-few-members";
      readonly form: "own" | "joint";
      readonly members: Count;
      readonly required: Count;
    }
  | {
      readonly reason: "term-overdue" | "term-due-soon";
      readonly term: KnownTerm;
    }
  | {
      readonly reason: "rate-falling";
      readonly rates: readonly number[];
    };

type Weight = Fraction & {
  readonly [brand]: "Weight";
};

interface WeightBreakpoint {
  readonly share: Fraction;
  readonly weight: Fraction;
  readonly move: Fraction;
  readonly units: readonly number[];
}

interface WeightedScore {
  readonly score: Fraction | undefined;
  readonly completeness: Fraction;
}

type ZeroRule = "known" | "missing";

declare function addDays(date: CalendarDate, days: number): CalendarDate;

declare function addMonths(date: CalendarDate, months: number): CalendarDate;

declare function addYears(date: CalendarDate, years: number): CalendarDate;

declare function amount(value: Numeric, step: Numeric): Amount;

declare function amountNumber(value: Amount): number;

declare function amountOf(value: Fraction, step: Fraction, name?: string): Amount;

declare function amountText(value: Amount): string;

declare function amountValue({ units, step }: Amount): Fraction;

declare function calendarDate(text: string, name?: string): CalendarDate;

declare function compareFractions(a: Fraction, b: Fraction): number;

declare function comparePowers(a: Fraction, p: number, b: Fraction, q: number): number;

declare function compareRates(a: Rate, b: Rate): number;

declare function count(value: number, name?: string): Count;

declare function coverageAreas(input: CoverageAreasInput): CoverageAreas;

declare function coverageByGroup({ group, ...counts }: CoverageByGroupInput): CoverageByGroup;

declare function coverageChange({ decimals, ...input }: CoverageChangeInput): CoverageChange;

declare function coverageChannels(input: CoverageChannelsInput): CoverageChannels;

declare function coverageCheck(input: CoverageCheckInput): readonly CoverageFinding[];

declare function coverageConsistent(input: CoverageConsistentInput): boolean;

declare function coverageConsistentCounts(input: CoverageConsistentCountsInput): CountInterval | undefined;

declare function coverageDue({ members, policy }: CoverageDueInput): CoverageForm;

declare function coverageFunnel({ group, covered, eligible, baseline }: CoverageFunnelInput): CoverageFunnel;

declare function coverageGap({ covered, eligible, goal }: CoverageGapInput): Count;

declare function coverageImplied({ added, points, decimals }: CoverageImpliedInput): ImpliedDenominator;

declare function coverageInterval({
  covered,
  sample,
  confidence,
  method,
  population,
}: CoverageIntervalInput): CoverageInterval;

declare function coverageRate({ covered, eligible }: CoverageInput): Rate;

declare function coverageRollUp({ levels, ...counts }: CoverageRollUpInput): readonly RollUpNode[];

declare function coverageStandardised({ covered, eligible, standard }: CoverageStandardisedInput): number;

declare function coverageStandardisedRatio(input: CoverageStandardisedRatioInput): StandardisedRatio;

declare function coverageText({ covered, eligible, decimals }: CoverageTextInput): string;

declare function crossClassifiedChange(input: CrossClassifiedChangeInput): CrossClassifiedChange;

declare function dateOfSerial(serial: number, system?: DateSystem): CalendarDate;

declare function daysBetween({ from, to }: Span): number;

declare function decimalText({ numerator, denominator }: Fraction, decimals: number): string;

declare function decimalsOf({ denominator }: Fraction): number | undefined;

declare function earlyWarning(input: EarlyWarningInput): readonly Warning[];

declare function elapsedShare(period: PeriodAtDay): Fraction;

declare function exact(value: Numeric): Fraction;

declare function exactText(value: Fraction): string;

declare function fraction(numerator: bigint, denominator?: bigint): Fraction;

declare function fundingBasePlus({ total, baseEach, weights, rule }: FundingBasePlusInput): FundingSplit;

declare function fundingClaims({ total, claims: given, rule }: FundingClaimsInput): FundingClaims;

declare function fundingFormula({
  total,
  baseEach,
  heads,
  performance,
  performanceShare,
}: FundingFormulaInput): FundingFormula;

declare function fundingNested({ total, children, rule }: FundingNestedInput): FundedNode;

declare function fundingReturn(input: FundingReturnInput): FundingReturn;

declare function fundingSources({ budget, ...sources }: FundingSourcesInput): FundingSources;

declare function fundingSourcesBy({ needs, step, ...columns }: FundingSourcesByInput): FundingSourcesBy;

declare function fundingSplit(input: FundingSplitInput): FundingSplit;

declare function fundingSplitExplain(input: FundingSplitInput): FundingSplitExplanation;

declare function fundingSplitMargin({ row, unit, ...split }: FundingSplitMarginInput): Margin<Amount>;

declare function fundingSplitSeparate({
  total,
  weights: given,
  keep,
}: FundingSplitSeparateInput): SeparateSplit;

declare function fundingSplitTyped({ total, weights, rule }: FundingSplitTypedInput): FundingSplitTyped;

declare function groupUnits({ park, size, groups }: GroupUnitsInput): readonly UnitGroup[];

declare function growthBase({ end, rate, periods, rounding, place }: GrowthBaseInput): GrowthBase;

declare function growthContraction({
  base,
  reduction,
  periods,
  rounding,
}: GrowthContractionInput): readonly number[];

declare function growthPath({
  base,
  rate,
  periods,
  method,
  rounding,
  place,
}: GrowthPathInput): readonly number[];

declare function growthPathByWeights({
  start,
  goal,
  weights,
  rounding,
}: GrowthPathByWeightsInput): readonly number[];

declare function growthPathTo({
  start,
  goal,
  periods,
  method,
  rounding,
  ceiling,
}: GrowthPathToInput): readonly number[];

declare function growthPeriods({ start, end, rate }: GrowthPeriodsInput): number;

declare function growthRate({ start, end, periods }: GrowthRateInput): number;

declare function growthReadings({ year, from, ...value }: GrowthReadingsInput): GrowthReadings;

declare function growthSteps({ base, rates, rounding, place }: GrowthStepsInput): readonly number[];

declare function growthYears({
  baseYear,
  firstGrowthYear,
  lastYear,
  ...growth
}: GrowthYearsInput): readonly GrowthYear[];

declare function hierarchyAt(input: HierarchyAtInput): readonly (readonly (string | undefined)[])[];

declare function isCount(value: number): value is Count;

declare function keyColumn(values: Names): KeyColumn;

declare function ledgerCompleteness({ facts, zero }: LedgerCompletenessInput): LedgerCompleteness;

declare function minus(a: Fraction, b: Fraction): Fraction;

declare function monthsLeft(period: PeriodAtDay): number;

declare function monthsTouched({ from, to }: Span): number;

declare function over(a: Fraction, b: Fraction): Fraction;

declare function percentageText({ numerator, denominator, decimals }: PercentageInput): string;

declare function periodsBetween({
  startDate,
  endDate,
  unit,
  yearStartMonth,
}: PeriodsBetweenInput): readonly ReportingPeriod[];

declare function plus(a: Fraction, b: Fraction): Fraction;

declare function quotaApportion(input: QuotaApportionInput): QuotaApportionment;

declare function quotaApportionTyped({
  places,
  weights,
  method,
}: QuotaApportionTypedInput): QuotaApportionmentTyped;

declare function quotaExplain(input: QuotaApportionInput): QuotaExplanation;

declare function quotaMargin({ row, unit, ...contest }: QuotaMarginInput): Margin<Count>;

declare function quotaTwoWay(input: QuotaTwoWayInput): TwoWayApportionment;

declare function rate({
  numerator,
  denominator,
}: {
  readonly numerator: Count;
  readonly denominator: Count;
}): Rate;

declare function rateDecomposition({ factors, rate }: RateDecompositionInput): RateDecomposition;

declare function rateText({ numerator, denominator }: Rate, decimals?: number): string;

declare function rateValue({ numerator, denominator }: Rate): number;

declare function round({ numerator, denominator }: Fraction, rule: RoundingRule): bigint;

declare function roundToTotal({ values, step, total: asked }: RoundToTotalInput): RoundedColumn;

declare function scoreBand({ score, bands }: ScoreBandInput): string | undefined;

declare function scoreCombine({ scores, shares, kind, missing }: ScoreCombineInput): WeightedScore;

declare function scoreGrades({ policy, scores }: ScoreGradesInput): ScoreGrades;

declare function scoreIndex(input: ScoreIndexInput): ScoreIndex;

declare function scoreIndexSensitivity(input: ScoreIndexSensitivityInput): ScoreIndexSensitivity;

declare function scoreMoves(input: ScoreMovesInput): ScoreMoves;

declare function scoreMovesList(input: ScoreMovesListInput): readonly MovedUnit[];

declare function scoreRank({ scores, ties, order }: ScoreRankInput): ScoreRanks;

declare function scoreRankTyped({ scores, ties, order }: ScoreRankTypedInput): Float64Array;

declare function scoreTiers({ scores, tiers, order }: ScoreTiersInput): ScoreTiers;

declare function scoreWeighted({ scores, weights, missing }: ScoreWeightedInput): WeightedScore;

declare function serialOfDate(date: CalendarDate, system?: DateSystem): number;

declare function splitCompare({ before, after }: SplitCompareInput): SplitComparison;

declare function splitDifference({ before, after }: SplitDifferenceInput): SplitDifference;

declare function splitFairness({ received, weights, measure }: SplitFairnessInput): number;

declare function staffingCheck({ unit, staff, required, units, maximum }: StaffingCheckInput): StaffingCheck;

declare function targetBreakdown({ goal, children }: TargetBreakdownInput): BrokenDownTarget;

declare function targetCatchUp({ actual, goal, periodsLeft }: TargetCatchUpInput): number;

declare function targetMilestones(input: TargetMilestonesInput): TargetMilestones;

declare function targetProRata({ goal, ...period }: TargetProRataInput): number;

declare function targetShareOut({ goal, weights, minimum, maximum }: TargetShareOutInput): TargetShares;

declare function targetStatus({ start, goal, actual, ...period }: TargetStatusInput): TargetStatus;

declare function targetToDate(input: TargetToDateInput): readonly PeriodToDate[];

declare function tasksProgress({ owner, category, done }: TasksProgressInput): TasksProgress;

declare function termStatus({ lastElection, termYears, asOf, soonMonths }: TermStatusInput): TermState;

declare function termSummary({
  lastElection,
  termYears,
  asOf,
  group,
  soonMonths,
}: TermSummaryInput): TermSummary;

declare function times(a: Fraction, b: Fraction): Fraction;

declare function toNumber({ numerator, denominator }: Fraction): number;

declare function weight(value: Numeric): Weight;

declare function weightOf(value: Fraction): Weight;

declare function wholeWeights(weights: readonly Weight[]): bigint[];
