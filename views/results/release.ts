import { assertProtected, countryComparisons, identityOf, marks, methodOf, type Release } from '#analytics'
import { formatDateRange, formatNumber, isolated, translator, type Language } from '#locales'
import { wordsFor } from '#surveys'
import { addresses } from '../addresses.ts'
import { frameOf, standaloneFrame, type Frame } from '../frame.ts'
import { meetingLine } from '../respond/consultation.ts'
import { chartsOf } from './charts.ts'
import { compositionView, type CompositionView } from './composition.ts'
import { partsOf, type ResultsPart } from './parts.ts'

export type ResultsPage = Frame & {
  readonly meeting: string | null
  readonly heading: string
  readonly where: string
  readonly facts: readonly { readonly value: string; readonly label: string }[]
  readonly limits: readonly string[]
  readonly marks: readonly { readonly mark: string; readonly meaning: string }[]
  readonly contents: readonly { readonly href: string; readonly text: string }[]
  readonly composition: CompositionView | null
  readonly parts: readonly ResultsPart[]
  readonly method: readonly string[]
  readonly identity: ReturnType<typeof identityOf>
  /** The release to take away and to check; null on a page that travels as a file. */
  readonly proof: {
    readonly package: string
    readonly csv: string
    readonly codebook: string
    readonly ddi: string
    readonly hash: string
    readonly command: string
  } | null
  /** Where programs are told how they read it; null on a page that travels as a file. */
  readonly programs: string | null
  /** Where this release stands beside others, or its countries beside each other; null on a page that travels as a file. */
  readonly compared: { readonly series: string | null; readonly countries: string | null } | null
  readonly downloads: Readonly<Record<'report' | 'word' | 'csv' | 'dictionary', string>> | null
  /** Where this page is published, on a page that travels as a file. */
  readonly publishedAt: string | null
}

export type ResultsInput = {
  readonly release: Release
  /** SHA-256 of the release's canonical bytes, hexadecimal. */
  readonly hash: string
  readonly language: Language
  /** Short name of the series it belongs to, if any. */
  readonly series?: string | null
  /** A page that is one file: no script, nothing to load, no link but `publishedAt`. */
  readonly standalone?: boolean
  readonly publishedAt?: string
}

/** The results of one release, from the release alone. @throws RangeError for what did not pass the protector */
export function resultsPage(input: ResultsInput): ResultsPage {
  const { release, hash, language, standalone = false } = input
  const { consultation, number } = release
  const { slug } = consultation
  const questionnaire = release.version.questionnaire
  const t = translator(language)
  for (const table of [...release.tables, ...(release.declared ?? [])]) assertProtected(table)
  const heading = wordsFor(questionnaire.title, language, 'standard')
  const parts = partsOf(release, language, question =>
    standalone ? null : addresses.picture(language, slug, number, question)
  )
  const frame = frameOf({
    language,
    title: t('results:title', { title: isolated(heading) }),
    path: other => addresses.release(other, slug, number),
    languages: consultation.languages,
    slug,
    style: 'results',
    script: 'results',
    data: chartsOf(release, language),
    demonstration: consultation.demonstration
  })
  return {
    ...(standalone ? standaloneFrame(frame) : frame),
    meeting: meetingLine(consultation, language),
    heading,
    where: t('results:where', { number }),
    facts: [
      { value: formatNumber(release.responses, language), label: t('results:facts.respondents') },
      {
        value: formatDateRange(consultation.opensOn, consultation.closesOn, language),
        label: t('results:facts.open')
      },
      {
        value: formatNumber(consultation.languages.length, language),
        label: t('results:facts.languages', { count: consultation.languages.length })
      }
    ],
    limits: [t('results:limits'), t('results:noise')],
    marks: marks.map(mark => ({ mark: `[${mark}]`, meaning: t(`results:legend.${mark}`) })),
    contents: parts.flatMap(part =>
      part.entries.flatMap(({ figure, missing, written }) => {
        const entry = figure ?? missing ?? written
        return entry === null ? [] : [{ href: `#${entry.id}`, text: entry.heading }]
      })
    ),
    composition: compositionView(release, language),
    parts,
    method: methodOf(release, language),
    identity: identityOf(release, hash, language),
    proof: standalone
      ? null
      : {
          package: addresses.package(slug, number),
          csv: addresses.data(language, slug, number),
          codebook: addresses.codebook(language, slug, number),
          ddi: addresses.ddi(slug, number),
          hash,
          command: `earshot verify-release ${slug}-${number}-package.zip`
        },
    programs: standalone ? null : addresses.api(language),
    compared: standalone ? null : comparedLinks(input),
    downloads: standalone
      ? null
      : {
          report: addresses.report(language, slug, number),
          word: addresses.word(language, slug, number),
          csv: addresses.data(language, slug, number),
          dictionary: addresses.dictionary(slug, number)
        },
    publishedAt: input.publishedAt ?? null
  }
}

function comparedLinks({ release, language, series = null }: ResultsInput): ResultsPage['compared'] {
  const { slug } = release.consultation
  const byCountry = countryComparisons(release).length > 0
  return {
    series: series === null ? null : addresses.series(language, series),
    countries: byCountry ? addresses.countries(language, slug, release.number) : null
  }
}
