import { Option, type Command } from 'commander'
import {
  mostChartsInMainPart,
  questionsWithCharts,
  reportOf,
  type BoxForm,
  type ReportInput
} from '#analytics'
import { languages, type Language } from '#locales'
import { reportHtmlOf } from '../../reports/html.ts'
import type { StoredRelease } from '../../releases/store.ts'
import { formWordsFor } from '../../reports/form-words.ts'
import { loadViews } from '../../views.ts'
import { NotMade, openWorkshop, type Workshop } from '../../workshop/index.ts'
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
        if ((charts?.length ?? 0) > mostChartsInMainPart)
          console.log('With so many charts the main part may be longer than four pages.')
        const wanted = await wantedOf(session, found, { ...options, charts })
        const workshop = openWorkshop()
        try {
          for (const language of languagesNamed(found, options)) {
            const content = await written(workshop, options.format, found, { ...wanted, language })
            await writeNamed(options.out.replaceAll(languageInName, language), content)
          }
        } catch (error) {
          throw error instanceof NotMade ? mistakeOf(error) : error
        } finally {
          await workshop.close()
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

/** What is the same in all languages. */
async function wantedOf(
  session: Session,
  { release, hash }: StoredRelease,
  options: Omit<Options, 'charts'> & { readonly charts: readonly string[] | undefined }
): Promise<Omit<ReportInput, 'release' | 'language'>> {
  const { box, original, charts, documentNumber } = options
  const formWords = await formWordsFor(session.secretariat, release.consultation.meeting)
  return { hash, box, original, charts, documentNumber, formWords }
}

function written(
  workshop: Workshop,
  format: Options['format'],
  { release, body }: StoredRelease,
  wanted: Omit<ReportInput, 'release'>
): Promise<string | Uint8Array> {
  return format === 'docx' ? workshop.word({ ...wanted, body }) : html(workshop, { ...wanted, release })
}

async function html(workshop: Workshop, input: ReportInput): Promise<string> {
  const { slug, languages: spoken } = input.release.consultation
  const { renderer } = await loadViews()
  const about = { slug, number: input.release.number, languages: spoken }
  return reportHtmlOf(renderer, workshop, reportOf(input), about)
}

/** What npm left out can be put right; anything else is a fault of ours. */
function mistakeOf(error: NotMade): Error {
  if (error.code === 'noFont') return new Mistake([{ at: '@fontsource', code: 'report.noFont' }])
  if (error.code !== 'noCanvas') return error
  const params = { platform: `${process.platform}-${process.arch}` }
  return new Mistake([{ at: '@napi-rs/canvas', code: 'report.noCanvas', params }])
}
