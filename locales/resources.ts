import arAnswersFile from './ar/answersFile.json' with { type: 'json' }
import arChrome from './ar/chrome.json' with { type: 'json' }
import arErrors from './ar/errors.json' with { type: 'json' }
import arImport from './ar/import.json' with { type: 'json' }
import arNarrative from './ar/narrative.json' with { type: 'json' }
import arReport from './ar/report.json' with { type: 'json' }
import arRespond from './ar/respond.json' with { type: 'json' }
import arResults from './ar/results.json' with { type: 'json' }
import zhAnswersFile from './zh/answersFile.json' with { type: 'json' }
import zhChrome from './zh/chrome.json' with { type: 'json' }
import zhErrors from './zh/errors.json' with { type: 'json' }
import zhImport from './zh/import.json' with { type: 'json' }
import zhNarrative from './zh/narrative.json' with { type: 'json' }
import zhReport from './zh/report.json' with { type: 'json' }
import zhRespond from './zh/respond.json' with { type: 'json' }
import zhResults from './zh/results.json' with { type: 'json' }
import enAnswersFile from './en/answersFile.json' with { type: 'json' }
import enChrome from './en/chrome.json' with { type: 'json' }
import enErrors from './en/errors.json' with { type: 'json' }
import enImport from './en/import.json' with { type: 'json' }
import enNarrative from './en/narrative.json' with { type: 'json' }
import enReport from './en/report.json' with { type: 'json' }
import enRespond from './en/respond.json' with { type: 'json' }
import enResults from './en/results.json' with { type: 'json' }
import frAnswersFile from './fr/answersFile.json' with { type: 'json' }
import frChrome from './fr/chrome.json' with { type: 'json' }
import frErrors from './fr/errors.json' with { type: 'json' }
import frImport from './fr/import.json' with { type: 'json' }
import frNarrative from './fr/narrative.json' with { type: 'json' }
import frReport from './fr/report.json' with { type: 'json' }
import frRespond from './fr/respond.json' with { type: 'json' }
import frResults from './fr/results.json' with { type: 'json' }
import ruAnswersFile from './ru/answersFile.json' with { type: 'json' }
import ruChrome from './ru/chrome.json' with { type: 'json' }
import ruErrors from './ru/errors.json' with { type: 'json' }
import ruImport from './ru/import.json' with { type: 'json' }
import ruNarrative from './ru/narrative.json' with { type: 'json' }
import ruReport from './ru/report.json' with { type: 'json' }
import ruRespond from './ru/respond.json' with { type: 'json' }
import ruResults from './ru/results.json' with { type: 'json' }
import esAnswersFile from './es/answersFile.json' with { type: 'json' }
import esChrome from './es/chrome.json' with { type: 'json' }
import esErrors from './es/errors.json' with { type: 'json' }
import esImport from './es/import.json' with { type: 'json' }
import esNarrative from './es/narrative.json' with { type: 'json' }
import esReport from './es/report.json' with { type: 'json' }
import esRespond from './es/respond.json' with { type: 'json' }
import esResults from './es/results.json' with { type: 'json' }

/** Every text of ours: language, then namespace, then path. A namespace is a file; each stands in all six languages. */
export const resources = {
  ar: {
    answersFile: arAnswersFile,
    chrome: arChrome,
    errors: arErrors,
    import: arImport,
    narrative: arNarrative,
    report: arReport,
    respond: arRespond,
    results: arResults
  },
  zh: {
    answersFile: zhAnswersFile,
    chrome: zhChrome,
    errors: zhErrors,
    import: zhImport,
    narrative: zhNarrative,
    report: zhReport,
    respond: zhRespond,
    results: zhResults
  },
  en: {
    answersFile: enAnswersFile,
    chrome: enChrome,
    errors: enErrors,
    import: enImport,
    narrative: enNarrative,
    report: enReport,
    respond: enRespond,
    results: enResults
  },
  fr: {
    answersFile: frAnswersFile,
    chrome: frChrome,
    errors: frErrors,
    import: frImport,
    narrative: frNarrative,
    report: frReport,
    respond: frRespond,
    results: frResults
  },
  ru: {
    answersFile: ruAnswersFile,
    chrome: ruChrome,
    errors: ruErrors,
    import: ruImport,
    narrative: ruNarrative,
    report: ruReport,
    respond: ruRespond,
    results: ruResults
  },
  es: {
    answersFile: esAnswersFile,
    chrome: esChrome,
    errors: esErrors,
    import: esImport,
    narrative: esNarrative,
    report: esReport,
    respond: esRespond,
    results: esResults
  }
} as const
