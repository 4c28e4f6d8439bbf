/** The door: in which words. */
export {
  formatDate,
  formatDateRange,
  formatList,
  formatNumber,
  formatTenths,
  formatPercent,
  formatSize,
  joinSentences
} from './format.ts'
export { isolated, unisolated } from './isolate.ts'
export { factsOf, isLanguage, languages, type Language, type LanguageFacts } from './languages.ts'
export { countryName, languageName, nameOrder } from './names.ts'
export { translator, type Translate } from './translate.ts'
