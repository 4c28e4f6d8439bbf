/** The door: what is asked. */
export {
  ageBands,
  bandsOffered,
  defaultFirstAge,
  editionFor,
  firstAges,
  questionnaireFor,
  type AgeBand
} from './age-bands.ts'
export { answerText } from './answer-text.ts'
export { readAnswers, type Answer, type Answers, type Given } from './answers.ts'
export { attestingRoles, cardsPrinted, mostCards, type AttestingRole } from './card-batch.ts'
export { codeFrom, codeLengths, groupedCode, readCode } from './card-code.ts'
export { check, parseQuestionnaire } from './check.ts'
export { conditionTexts, type ConditionText } from './condition-text.ts'
export { referencesOf } from './conditions.ts'
export {
  codebookOf,
  lowestState,
  pack,
  stateCodes,
  unpack,
  type Codebook,
  type CodebookEntry,
  type Slot
} from './codebook.ts'
export { editionTexts, isProse, type EditionText } from './edition-texts.ts'
export { ddiOf, type DdiInput } from './interchange/ddi/index.ts'
export { importXlsform, type Loss, type Sheet, type XlsformImport } from './interchange/xlsform/index.ts'
export { kindOf } from './kinds/index.ts'
export { optionsPerSlot } from './kinds/multiple.ts'
export { bandsOf, type Band } from './kinds/number.ts'
export { emptyPlace } from './kinds/ranking.ts'
export { largestText, limitOf } from './kinds/text-reading.ts'
export { comparableAnyway, firstWaveOf, firstWaveShape } from './library/digital-literacy/first-wave.ts'
export { digitalLiteracyShape } from './library/digital-literacy/synthetic.ts'
export { gettingHelpShape } from './library/getting-help/synthetic.ts'
export { isReadyName, readyNames, readyQuestionnaire, type ReadyName } from './library/index.ts'
export {
  dateAt,
  dateIn,
  instantsOf,
  isDate,
  isTimeZone,
  statusAt,
  type Schedule,
  type Status
} from './lifecycle.ts'
export { checkMeeting, type Meeting } from './meeting.ts'
export { wordLists } from './own-words/lists.ts'
export { masked } from './own-words/masked.ts'
export { personalDataIn, type PersonalData } from './own-words/personal-data.ts'
export { signsOfHarm } from './own-words/signs-of-harm.ts'
export { vocabularyOf, type Vocabulary, type WordList } from './own-words/vocabulary.ts'
export { problemAt, type Parsed, type Problem } from './problem.ts'
export { countryCodes, profileCodes, profileQuestion } from './profile.ts'
export {
  isChoice,
  isClosed,
  isQuestion,
  ProfileName,
  Questionnaire,
  questionsOf,
  type ChoiceQuestion,
  type ClosedQuestion,
  type Condition,
  type Edition,
  type MultipleQuestion,
  type Note,
  type NumberQuestion,
  type Option,
  type Question,
  type RankingQuestion,
  type ScaleQuestion,
  type Section,
  type SingleQuestion,
  type TextQuestion,
  type Wording,
  Words
} from './questionnaire.ts'
export {
  lixOf,
  longestEasyMean,
  sentenceLengths,
  sentencesIn,
  type Sentence,
  type SentenceLengths
} from './readability.ts'
export { derivedRegion, tabledQuestions, withDerived } from './derived.ts'
export { regionOf } from './regions.ts'
export { settled } from './settled.ts'
export { isSameQuestion, rewordings, type Rewording } from './rewording.ts'
export { joined, shapesOf, type Shape } from './shape.ts'
export { syntheticResponses, type SyntheticResponse, type SyntheticShape } from './synthetic.ts'
export { textsOf, wordsFor } from './texts.ts'
export { tokenBytes, tokenMessage } from './token-message.ts'
export { canonicalQuestionnaire } from './version.ts'
export { lineagesOf, type Lineage } from './wave.ts'
export { waysNotToAnswer } from './ways-not-to-answer.ts'
