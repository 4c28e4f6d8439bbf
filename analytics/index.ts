/** The door: what may be said about the answers. */
export { compositionTables, weightingLines, type CompositionTable } from './composition/words.ts'
export { compositionOf, questionOf, type CompositionPart } from './composition/composition.ts'
export { dimensions, Target, targetDate, type Dimension, type TargetMargin } from './composition/target.ts'
export { coarsen, coarseningLimits } from './disclosure/coarsen.ts'
export {
  audit,
  publishedOf,
  type AuditFinding,
  type AuditProgress,
  type PublishedBefore,
  type PublishedShares,
  type ToAudit
} from './disclosure/audit/audit.ts'
export { leaveOut, type Audited, type ToLeaveOut } from './disclosure/audit/leave-out.ts'
export type { Population } from './disclosure/groups.ts'
export type { Prf } from './disclosure/perturbation.ts'
export { defaultPolicy, Policy } from './disclosure/policy.ts'
export {
  assertProtected,
  assertProtectedCount,
  assertProtectedLive,
  protect,
  protectCount,
  protectLive,
  reopen,
  reopenAny,
  reopenLive,
  type ProtectedCount,
  type ProtectedLive,
  type ProtectedLiveTable,
  type ProtectedTable
} from './disclosure/protect.ts'
export { alwaysWaiting, nextThreshold, thresholdReached } from './disclosure/schedule.ts'
export { countryComparisons, countryFindings, type CountryComparison } from './countries.ts'
export { comparableShare, comparedFrom, differenceOf } from './difference.ts'
export type { Entry } from './entry.ts'
export { cellsOf, cellText, placesCounted } from './cells.ts'
export { extrasOf, firstChoice, placesOf, topTwo } from './extras.ts'
export { figureWordsOf } from './figure-words.ts'
export { figureOf, palette, type Figure, type FigureWords } from './figures.ts'
export { groupText } from './group-text.ts'
export { liveMethodOf } from './live/method.ts'
export { liveQuestionsOf, oneOfTwoIn } from './live/plan.ts'
export { isLive, type AnyRelease, type LiveRelease, type LiveRule } from './live/release.ts'
export { liveRuleOf } from './live/rule.ts'
export { StoredLiveRelease } from './live/schema.ts'
export {
  liveTellings,
  liveWords,
  type LiveCell,
  type LiveStatus,
  type LiveTable,
  type LiveTelling,
  type LiveWord
} from './live/table.ts'
export { identityOf, methodOf } from './method.ts'
export { leadsOf, type Lead } from './narrative/lead.ts'
export { narrate } from './narrative/narrate.ts'
export { pointsInProse } from './narrative/prose.ts'
export type { Narrative, Said, Sentence, Unsaid } from './narrative/sentence.ts'
export { answerCodesOf } from './open-data/answer-codes.ts'
export { dataColumns, dataRows, type DataColumn } from './open-data/data-rows.ts'
export { leftOutNote } from './left-out.ts'
export { leftOutCode } from './open-data/left-out-rows.ts'
export { longColumns, longRows, pairSign, type LongRow } from './open-data/long-form.ts'
export { plannedTables } from './plan.ts'
export { canonicalRelease, mayFollow, type LeftOut, type Release, type ReleaseMeeting } from './release.ts'
export { gatherResponses, totalKey, type CodedResponses, type ResponseBlock } from './responses.ts'
export { StoredRelease } from './release-schema.ts'
export { closedQuestionsOf, figureNumberOf, isDerived, wholeTableOf } from './release-parts.ts'
export { marks, printedCount, printedRow, printedText, type Printed, type PrintedRow } from './printed.ts'
export { readingNote, readingNotes, splitName } from './question-words.ts'
export { mostChartsInMainPart, questionsWithCharts, reportOf, type ReportInput } from './report.ts'
export { FormWords, formWordsOf, OwnFormWords, placeName } from './report/form-words.ts'
export { figuresIn } from './report/document.ts'
export type {
  AnnexBlock,
  BoxEntry,
  BoxForm,
  MainBlock,
  Report,
  ReportAnnex,
  ReportFigure,
  ReportHead,
  ReportSection,
  ReportTable
} from './report/document.ts'
export {
  notGiven,
  states,
  type Extra,
  type PrintedCell,
  type PrintedColumn,
  type PrintedCount,
  type PrintedTable,
  type State,
  type Status
} from './table.ts'
export { tabulate } from './tabulate.ts'
export { verifyChain, type Link } from './verify/chain.ts'
export type { Finding, Rule } from './verify/finding.ts'
export { verifyRelease, type Verified } from './verify/release.ts'
export { verifyRows } from './verify/rows.ts'
export { weightedCells, type WeightedCell } from './weighting/weighted-cells.ts'
export { weightingLimits, weightingOf, type Weighted, type Weighting } from './weighting/weighting.ts'
export { declaredName, declaredTables, isDeclared } from './tabulate/declared.ts'
export { trendFindings, type TrendFinding } from './waves/findings.ts'
export { spreadOf } from './waves/spread.ts'
export { stretchesOf } from './waves/stretches.ts'
export { trendColumns, trendRows, type TrendRow } from './waves/trend-rows.ts'
export { trendsOf, type Trend, type TrendPoint } from './waves/trends.ts'
export { inTime, waveParts, type Comparability, type Wave } from './waves/wave.ts'
