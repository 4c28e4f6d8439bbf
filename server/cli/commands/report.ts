import { Option, type Command } from 'commander'
import { questionsWithCharts, reportOf, type BoxForm, type Report } from '#analytics'
import { languages, type Language } from '#locales'
import type { ChartPainter } from '../../charts/index.ts'
import { reportHtmlOf } from '../../reports/html.ts'
import type { StoredRelease } from '../../releases/store.ts'
import { formWordsFor } from '../../reports/form-words.ts'
import { loadViews } from '../../views.ts'
import { writeNamed } from '../files.ts'
import { languageNamed } from '../language.ts'
import { Mistake } from '../mistake.ts'
import { releaseNamed } from '../released.ts'
import { withDatabase, type Session } from '../session.ts'
import { documentNumber, listOf, releaseNumber } from '../values.ts'

type Options = {
  language: string
  format: 'docx' | 'html'
  out: string
  box: BoxForm
  original: Language
  documentNumber?: string
  charts?: string
  release?: number
}

/** Stands in the name of the file for each language of `--language all`. */
const languageInName = '{language}'

export function reportCommand(program: Command): void {
  program
    .command('report')
    .description('write the document of a release in Council form, with its sentences, charts and tables')
    .argument('<slug>', 'short name of the consultation')
    .requiredOption(
      '--language <language>',
      `language of the document; “all” for each of the consultation, with ${languageInName} in the name of the file`
    )
    .addOption(
      new Option('--format <format>', 'docx (Word) or html').choices(['docx', 'html']).makeOptionMandatory()
    )
    .requiredOption('--out <file>', 'where to write')
    .option(
      '--document-number <number>',
      'number of the document without its language, such as CWG-COP-24/3 (default: a placeholder)',
      documentNumber
    )
    .addOption(
      new Option(
        '--box <form>',
        'summary: Summary, Action required, References; purpose: the newer form with five entries'
      )
        .choices(['summary', 'purpose'])
        .default('summary')
    )
    .option(
      '--charts <list>',
      'questions whose charts stand in the main part, such as obstacles,girls (default: the two clearest findings)'
    )
    .addOption(
      new Option('--original <language>', 'language the document was first written in')
        .choices([...languages])
        .default('en')
    )
    .option('--release <n>', 'number of the release (default: the latest)', releaseNumber)
    .action((slug: string, options: Options) =>
      withDatabase(async session => {
        const found = await releaseNamed(session, slug, options.release)
        const charts = chartsNamed(found, options.charts)
        // Drawing and Word take a second to load, which no other command should wait for.
        const { chartPainter } = await import('../../charts/index.ts')
        const painter = chartPainter()
        try {
          for (const language of languagesNamed(found, options)) {
            const report = await documentOf(session, found, { ...options, language, charts })
            const content = await written(report, found, options.format, painter)
            await writeNamed(options.out.replaceAll(languageInName, language), content)
          }
        } finally {
          await painter.close()
        }
      })
    )
}

function languagesNamed({ release }: StoredRelease, { language, out }: Options): readonly Language[] {
  if (language !== 'all') return [languageNamed(release.consultation, language)]
  if (!out.includes(languageInName)) throw new Mistake([{ at: '--out', code: 'report.oneFile' }])
  return release.consultation.languages
}

/** @throws Mistake that lists the questions which have charts */
function chartsNamed({ release }: StoredRelease, list: string | undefined): readonly string[] | undefined {
  if (list === undefined) return undefined
  const there = questionsWithCharts(release)
  const charts = listOf(list)
  const unknown = charts.filter(id => !there.includes(id))
  if (unknown.length > 0) {
    throw new Mistake(
      unknown.map(question => ({
        at: '--charts',
        code: 'report.noChart',
        params: { question, questions: there.join(', ') }
      }))
    )
  }
  return charts
}

async function documentOf(
  session: Session,
  { release, hash }: StoredRelease,
  options: Omit<Options, 'charts' | 'language'> & {
    readonly language: Language
    readonly charts: readonly string[] | undefined
  }
): Promise<Report> {
  const { language, box, original, charts } = options
  const formWords = await formWordsFor(session.database.db, release.consultation.meeting)
  return reportOf({
    release,
    hash,
    language,
    box,
    original,
    charts,
    formWords,
    documentNumber: options.documentNumber
  })
}

async function written(
  report: Report,
  { release }: StoredRelease,
  format: Options['format'],
  painter: ChartPainter
): Promise<string | Buffer> {
  if (format === 'docx') {
    const { docxOf } = await import('../../reports/docx.ts')
    return docxOf(report, painter)
  }
  const { slug, languages: spoken } = release.consultation
  const { renderer } = await loadViews()
  return reportHtmlOf(renderer, painter, report, { slug, number: release.number, languages: spoken })
}
