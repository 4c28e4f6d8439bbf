import { translator, type Language } from '#locales'
import { explained } from '../article/stored.ts'
import type { PartialExample } from '../gallery/partial.ts'
import { danger, talk } from '../help/help.ts'
import { lineOf } from '../help/line.ts'
import { homePage } from '../home/home.ts'
import { signView } from '../media.ts'
import { reportPage } from '../report/report.ts'
import { questionnairePage } from '../respond/questionnaire.ts'
import { compositionView } from '../results/composition.ts'
import { resultsPage } from '../results/release.ts'
import { seriesPage } from '../series/series.ts'
import type { PartialName } from '../templates.ts'
import { codeView, entryView } from '../respond/entry.ts'
import { exampleAsked, exampleEntries, exampleFacts, exampleProblems, exampleValues } from './consultation.ts'
import { exampleHelplines } from './helplines.ts'
import { exampleMedia } from './listening-pages.ts'
import { exampleQuestionnaire } from './questionnaire.ts'
import { exampleRelease } from './release.ts'
import { examplePicture, exampleReport } from './report.ts'
import { exampleSeries } from './series.ts'
import { exampleStored } from './stored.ts'

/** Every partial with what it is shown with: cut out of the example pages, so that it is what a page really gives it. */
export function partialExamples(language: Language): Readonly<Record<PartialName, PartialExample>> {
  const questions = exampleQuestions(language)
  const { figures, breakdowns, printed, bars } = exampleFigures(language)
  return {
    mark: { style: 'respond', within: 'mark', models: [{}] },
    passage: { style: 'help', models: [danger(language), talk(language)] },
    helpline: { style: 'help', models: exampleHelplines.map(each => lineOf(each, language)) },
    card: { style: 'respond', models: exampleCards(language) },
    question: { style: 'respond', models: questions },
    choice: {
      style: 'respond',
      within: 'options',
      models: questions.flatMap(({ choices, aside }) => [...(choices ?? []), ...aside]).slice(0, 8)
    },
    printed: { style: 'results', models: printed },
    meter: { style: 'results', models: bars },
    figure: { style: 'results', models: figures.slice(0, 2).map(figure => ({ ...figure, breakdowns: [] })) },
    breakdown: { style: 'results', models: breakdowns.slice(0, 3) },
    composition: { style: 'results', models: exampleComposition(language) },
    compared: { style: 'series', models: seriesPage(exampleSeries(language)).figures.slice(0, 2) },
    block: { style: 'report', within: 'document', models: exampleBlocks(language) },
    stored: { style: 'article', models: explained(exampleStored.ofRespondents, translator(language)) },
    recording: { style: 'respond', models: questions.flatMap(({ recording }) => recording ?? []) },
    entry: {
      style: 'respond',
      models: exampleEntries.slice(0, 1).flatMap(each => entryView(each, language, 'standard') ?? [])
    },
    code: {
      style: 'respond',
      models: exampleEntries
        .slice(0, 1)
        .flatMap(each => codeView(each, '', { at: 'code', code: 'code.empty' }, language, 'standard') ?? [])
    },
    sign: {
      style: 'respond',
      models: [signView(exampleMedia(language), 'landing', language)].flatMap(each => each ?? [])
    }
  }
}

/** Every kind of question, some of them with a problem. */
export function exampleQuestions(language: Language) {
  const filledIn = { values: exampleValues, problems: exampleProblems }
  const asked = { ...exampleAsked(language), media: exampleMedia(language) }
  return questionnairePage(asked, filledIn).parts.flatMap(({ steps }) =>
    steps.map(({ question }) => question)
  )
}

export function exampleCards(language: Language) {
  const one = { consultation: exampleFacts, questionnaire: exampleQuestionnaire }
  const { open, results } = homePage({
    language,
    open: [one],
    results: [{ ...one, releasedOn: '2026-03-30', responses: 1364 }]
  })
  return [...open, ...results]
}

function exampleComposition(language: Language) {
  return [compositionView(exampleRelease(), language)].filter(view => view !== null)
}

function exampleFigures(language: Language) {
  const { parts } = resultsPage({ release: exampleRelease(), hash: 'ab12'.repeat(16), language })
  const figures = parts.flatMap(({ entries }) => entries.flatMap(({ figure }) => figure ?? []))
  const rows = figures.flatMap(figure => figure.rows)
  const marked = figures.flatMap(figure =>
    figure.breakdowns.flatMap(each => each.blocks.flatMap(({ rows: all }) => all))
  )
  return {
    figures,
    breakdowns: figures.flatMap(figure => figure.breakdowns),
    printed: [...rows.slice(0, 2), ...marked.filter(({ n }) => n.mark !== null).slice(0, 2)].map(
      ({ n }) => n
    ),
    bars: rows.slice(0, 4)
  }
}

/** One block of each kind, the first there is. */
function exampleBlocks(language: Language) {
  const { sections, annexes } = reportPage({
    report: exampleReport(language),
    slug: exampleFacts.slug,
    number: 2,
    languages: exampleFacts.languages,
    pictureOf: () => examplePicture
  })
  const blocks = [...sections, ...annexes].flatMap(each => each.blocks)
  const kindOf = (block: (typeof blocks)[number]) =>
    Object.entries(block).find(([, value]) => value !== null)?.[0]
  return [...new Map(blocks.toReversed().map(block => [kindOf(block), block])).values()].toReversed()
}
