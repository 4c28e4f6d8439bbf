import arAnswersFile from './ar/answersFile.json' with { type: 'json' }
import arApi from './ar/api.json' with { type: 'json' }
import arChrome from './ar/chrome.json' with { type: 'json' }
import arComposition from './ar/composition.json' with { type: 'json' }
import arEasy from './ar/easy.json' with { type: 'json' }
import arEntry from './ar/entry.json' with { type: 'json' }
import arErrors from './ar/errors.json' with { type: 'json' }
import arHelp from './ar/help.json' with { type: 'json' }
import arImport from './ar/import.json' with { type: 'json' }
import arListening from './ar/listening.json' with { type: 'json' }
import arLive from './ar/live.json' with { type: 'json' }
import arNarrative from './ar/narrative.json' with { type: 'json' }
import arOpenData from './ar/openData.json' with { type: 'json' }
import arOwnWords from './ar/ownWords.json' with { type: 'json' }
import arPartner from './ar/partner.json' with { type: 'json' }
import arReport from './ar/report.json' with { type: 'json' }
import arRespond from './ar/respond.json' with { type: 'json' }
import arResults from './ar/results.json' with { type: 'json' }
import arSeries from './ar/series.json' with { type: 'json' }
import arTrust from './ar/trust.json' with { type: 'json' }
import zhAnswersFile from './zh/answersFile.json' with { type: 'json' }
import zhApi from './zh/api.json' with { type: 'json' }
import zhChrome from './zh/chrome.json' with { type: 'json' }
import zhComposition from './zh/composition.json' with { type: 'json' }
import zhEasy from './zh/easy.json' with { type: 'json' }
import zhEntry from './zh/entry.json' with { type: 'json' }
import zhErrors from './zh/errors.json' with { type: 'json' }
import zhHelp from './zh/help.json' with { type: 'json' }
import zhImport from './zh/import.json' with { type: 'json' }
import zhListening from './zh/listening.json' with { type: 'json' }
import zhLive from './zh/live.json' with { type: 'json' }
import zhNarrative from './zh/narrative.json' with { type: 'json' }
import zhOpenData from './zh/openData.json' with { type: 'json' }
import zhOwnWords from './zh/ownWords.json' with { type: 'json' }
import zhPartner from './zh/partner.json' with { type: 'json' }
import zhReport from './zh/report.json' with { type: 'json' }
import zhRespond from './zh/respond.json' with { type: 'json' }
import zhResults from './zh/results.json' with { type: 'json' }
import zhSeries from './zh/series.json' with { type: 'json' }
import zhTrust from './zh/trust.json' with { type: 'json' }
import enAnswersFile from './en/answersFile.json' with { type: 'json' }
import enApi from './en/api.json' with { type: 'json' }
import enChrome from './en/chrome.json' with { type: 'json' }
import enComposition from './en/composition.json' with { type: 'json' }
import enEasy from './en/easy.json' with { type: 'json' }
import enEntry from './en/entry.json' with { type: 'json' }
import enErrors from './en/errors.json' with { type: 'json' }
import enHelp from './en/help.json' with { type: 'json' }
import enImport from './en/import.json' with { type: 'json' }
import enListening from './en/listening.json' with { type: 'json' }
import enLive from './en/live.json' with { type: 'json' }
import enNarrative from './en/narrative.json' with { type: 'json' }
import enOpenData from './en/openData.json' with { type: 'json' }
import enOwnWords from './en/ownWords.json' with { type: 'json' }
import enPartner from './en/partner.json' with { type: 'json' }
import enReport from './en/report.json' with { type: 'json' }
import enRespond from './en/respond.json' with { type: 'json' }
import enResults from './en/results.json' with { type: 'json' }
import enSeries from './en/series.json' with { type: 'json' }
import enTrust from './en/trust.json' with { type: 'json' }
import frAnswersFile from './fr/answersFile.json' with { type: 'json' }
import frApi from './fr/api.json' with { type: 'json' }
import frChrome from './fr/chrome.json' with { type: 'json' }
import frComposition from './fr/composition.json' with { type: 'json' }
import frEasy from './fr/easy.json' with { type: 'json' }
import frEntry from './fr/entry.json' with { type: 'json' }
import frErrors from './fr/errors.json' with { type: 'json' }
import frHelp from './fr/help.json' with { type: 'json' }
import frImport from './fr/import.json' with { type: 'json' }
import frListening from './fr/listening.json' with { type: 'json' }
import frLive from './fr/live.json' with { type: 'json' }
import frNarrative from './fr/narrative.json' with { type: 'json' }
import frOpenData from './fr/openData.json' with { type: 'json' }
import frOwnWords from './fr/ownWords.json' with { type: 'json' }
import frPartner from './fr/partner.json' with { type: 'json' }
import frReport from './fr/report.json' with { type: 'json' }
import frRespond from './fr/respond.json' with { type: 'json' }
import frResults from './fr/results.json' with { type: 'json' }
import frSeries from './fr/series.json' with { type: 'json' }
import frTrust from './fr/trust.json' with { type: 'json' }
import ruAnswersFile from './ru/answersFile.json' with { type: 'json' }
import ruApi from './ru/api.json' with { type: 'json' }
import ruChrome from './ru/chrome.json' with { type: 'json' }
import ruComposition from './ru/composition.json' with { type: 'json' }
import ruEasy from './ru/easy.json' with { type: 'json' }
import ruEntry from './ru/entry.json' with { type: 'json' }
import ruErrors from './ru/errors.json' with { type: 'json' }
import ruHelp from './ru/help.json' with { type: 'json' }
import ruImport from './ru/import.json' with { type: 'json' }
import ruListening from './ru/listening.json' with { type: 'json' }
import ruLive from './ru/live.json' with { type: 'json' }
import ruNarrative from './ru/narrative.json' with { type: 'json' }
import ruOpenData from './ru/openData.json' with { type: 'json' }
import ruOwnWords from './ru/ownWords.json' with { type: 'json' }
import ruPartner from './ru/partner.json' with { type: 'json' }
import ruReport from './ru/report.json' with { type: 'json' }
import ruRespond from './ru/respond.json' with { type: 'json' }
import ruResults from './ru/results.json' with { type: 'json' }
import ruSeries from './ru/series.json' with { type: 'json' }
import ruTrust from './ru/trust.json' with { type: 'json' }
import esAnswersFile from './es/answersFile.json' with { type: 'json' }
import esApi from './es/api.json' with { type: 'json' }
import esChrome from './es/chrome.json' with { type: 'json' }
import esComposition from './es/composition.json' with { type: 'json' }
import esEasy from './es/easy.json' with { type: 'json' }
import esEntry from './es/entry.json' with { type: 'json' }
import esErrors from './es/errors.json' with { type: 'json' }
import esHelp from './es/help.json' with { type: 'json' }
import esImport from './es/import.json' with { type: 'json' }
import esListening from './es/listening.json' with { type: 'json' }
import esLive from './es/live.json' with { type: 'json' }
import esNarrative from './es/narrative.json' with { type: 'json' }
import esOpenData from './es/openData.json' with { type: 'json' }
import esOwnWords from './es/ownWords.json' with { type: 'json' }
import esPartner from './es/partner.json' with { type: 'json' }
import esReport from './es/report.json' with { type: 'json' }
import esRespond from './es/respond.json' with { type: 'json' }
import esResults from './es/results.json' with { type: 'json' }
import esSeries from './es/series.json' with { type: 'json' }
import esTrust from './es/trust.json' with { type: 'json' }

/** Every text of ours: language, then namespace, then path. A namespace is a file; each stands in all six languages. */
export const resources = {
  ar: {
    answersFile: arAnswersFile,
    api: arApi,
    chrome: arChrome,
    composition: arComposition,
    easy: arEasy,
    entry: arEntry,
    errors: arErrors,
    help: arHelp,
    import: arImport,
    listening: arListening,
    live: arLive,
    narrative: arNarrative,
    openData: arOpenData,
    ownWords: arOwnWords,
    partner: arPartner,
    report: arReport,
    respond: arRespond,
    results: arResults,
    series: arSeries,
    trust: arTrust
  },
  zh: {
    answersFile: zhAnswersFile,
    api: zhApi,
    chrome: zhChrome,
    composition: zhComposition,
    easy: zhEasy,
    entry: zhEntry,
    errors: zhErrors,
    help: zhHelp,
    import: zhImport,
    listening: zhListening,
    live: zhLive,
    narrative: zhNarrative,
    openData: zhOpenData,
    ownWords: zhOwnWords,
    partner: zhPartner,
    report: zhReport,
    respond: zhRespond,
    results: zhResults,
    series: zhSeries,
    trust: zhTrust
  },
  en: {
    answersFile: enAnswersFile,
    api: enApi,
    chrome: enChrome,
    composition: enComposition,
    easy: enEasy,
    entry: enEntry,
    errors: enErrors,
    help: enHelp,
    import: enImport,
    listening: enListening,
    live: enLive,
    narrative: enNarrative,
    openData: enOpenData,
    ownWords: enOwnWords,
    partner: enPartner,
    report: enReport,
    respond: enRespond,
    results: enResults,
    series: enSeries,
    trust: enTrust
  },
  fr: {
    answersFile: frAnswersFile,
    api: frApi,
    chrome: frChrome,
    composition: frComposition,
    easy: frEasy,
    entry: frEntry,
    errors: frErrors,
    help: frHelp,
    import: frImport,
    listening: frListening,
    live: frLive,
    narrative: frNarrative,
    openData: frOpenData,
    ownWords: frOwnWords,
    partner: frPartner,
    report: frReport,
    respond: frRespond,
    results: frResults,
    series: frSeries,
    trust: frTrust
  },
  ru: {
    answersFile: ruAnswersFile,
    api: ruApi,
    chrome: ruChrome,
    composition: ruComposition,
    easy: ruEasy,
    entry: ruEntry,
    errors: ruErrors,
    help: ruHelp,
    import: ruImport,
    listening: ruListening,
    live: ruLive,
    narrative: ruNarrative,
    openData: ruOpenData,
    ownWords: ruOwnWords,
    partner: ruPartner,
    report: ruReport,
    respond: ruRespond,
    results: ruResults,
    series: ruSeries,
    trust: ruTrust
  },
  es: {
    answersFile: esAnswersFile,
    api: esApi,
    chrome: esChrome,
    composition: esComposition,
    easy: esEasy,
    entry: esEntry,
    errors: esErrors,
    help: esHelp,
    import: esImport,
    listening: esListening,
    live: esLive,
    narrative: esNarrative,
    openData: esOpenData,
    ownWords: esOwnWords,
    partner: esPartner,
    report: esReport,
    respond: esRespond,
    results: esResults,
    series: esSeries,
    trust: esTrust
  }
} as const
