import { translator, type Language } from '#locales'
import { isQuestion, type Questionnaire } from '../../questionnaire.ts'
import { wordsFor } from '../../texts.ts'
import { variablesOf, type Variable } from './variables.ts'
import { inEach, wording } from './words.ts'
import { documentOf, element, type Xml } from './xml.ts'

export type DdiInput = {
  readonly questionnaire: Questionnaire
  /** The languages of the consultation; the first is that of the titles. */
  readonly languages: readonly [Language, ...Language[]]
  /** Short name of the consultation. */
  readonly slug: string
  /** Made-up answers. */
  readonly demonstration: boolean
  /** First and last day of answering, `YYYY-MM-DD`. */
  readonly opensOn: string
  readonly closesOn: string
  readonly version: { readonly number: number; readonly hash: string }
  /** The release it is handed out with. @see `Release` */
  readonly release: { readonly number: number; readonly releasedOn: string; readonly hash: string }
  readonly licence: { readonly title: string; readonly path: string }
}

/**
 * A questionnaire as an archive takes it in: DDI-Codebook 2.5, every text in all languages of the consultation. Answers
 * are not in it.
 *
 * @see https://ddialliance.org/Specification/DDI-Codebook/2.5/
 */
export function ddiOf(input: DdiInput): string {
  const [first] = input.languages
  return documentOf(
    element(
      'codeBook',
      { xmlns: 'ddi:codebook:2_5', version: '2.5', 'xml:lang': first },
      element('docDscr', {}, citation(input)),
      study(input),
      data(input)
    )
  )
}

function citation(input: DdiInput, ...more: readonly Xml[]): Xml {
  const { questionnaire, slug, languages, release } = input
  const [first, ...others] = languages
  const title = (language: Language) => wordsFor(questionnaire.title, language, 'standard')
  const { number, releasedOn } = release
  return element(
    'citation',
    {},
    element(
      'titlStmt',
      {},
      element('titl', { 'xml:lang': first }, title(first)),
      ...inEach('parTitl', others, title),
      element('IDNo', {}, `${slug}/${number}`)
    ),
    element('prodStmt', {}, element('software', {}, 'Earshot')),
    element('distStmt', {}, element('distDate', { date: releasedOn }, releasedOn)),
    ...more
  )
}

function study(input: DdiInput): Xml {
  const { questionnaire, languages, opensOn, closesOn, version, release, licence, demonstration } = input
  const { introduction } = questionnaire
  const say = (key: string) => (language: Language) => translator(language)(key)
  return element(
    'stdyDscr',
    {},
    citation(
      input,
      element('verStmt', {}, element('version', { type: 'questionnaire' }, String(version.number))),
      element('notes', { type: 'sha256', subject: 'questionnaire' }, version.hash),
      element('notes', { type: 'sha256', subject: 'release' }, release.hash)
    ),
    element(
      'stdyInfo',
      {},
      ...(introduction === undefined ? [] : wording('abstract', languages, introduction)),
      element(
        'sumDscr',
        {},
        element('collDate', { event: 'start', date: opensOn }, opensOn),
        element('collDate', { event: 'end', date: closesOn }, closesOn)
      ),
      ...inEach('notes', languages, say('results:limits')),
      ...(demonstration ? inEach('notes', languages, say('report:demonstration')) : [])
    ),
    element(
      'dataAccs',
      {},
      element('useStmt', {}, element('conditions', {}, `${licence.title}: ${licence.path}`))
    )
  )
}

function data({ questionnaire, languages }: DdiInput): Xml {
  const variables = variablesOf(questionnaire, languages)
  return element(
    'dataDscr',
    {},
    ...sectionGroups(questionnaire, languages, variables),
    ...choiceGroups(questionnaire, languages, variables),
    ...variables.map(({ xml }) => xml)
  )
}

function sectionGroups(
  questionnaire: Questionnaire,
  languages: readonly Language[],
  variables: readonly Variable[]
): Xml[] {
  return questionnaire.sections.flatMap((section, index) => {
    const own = section.items.filter(isQuestion).map(({ id }) => id)
    const members = variables.filter(({ question }) => own.includes(question))
    if (members.length === 0) return []
    return [
      element(
        'varGrp',
        { ID: `S${index + 1}`, type: 'section', name: section.id, var: idsOf(members) },
        ...(section.title === undefined ? [] : wording('labl', languages, section.title))
      )
    ]
  })
}

/** The variables of a multiple choice or a ranking belong together. */
function choiceGroups(
  questionnaire: Questionnaire,
  languages: readonly Language[],
  variables: readonly Variable[]
): Xml[] {
  return questionnaire.sections
    .flatMap(({ items }) => items.filter(isQuestion))
    .filter(({ kind }) => kind === 'multiple' || kind === 'ranking')
    .map((question, index) => {
      const members = variables.filter(variable => variable.question === question.id)
      return element(
        'varGrp',
        { ID: `C${index + 1}`, type: 'multipleResp', name: question.id, var: idsOf(members) },
        ...wording('labl', languages, question.text)
      )
    })
}

function idsOf(variables: readonly Variable[]): string {
  return variables.map(({ id }) => id).join(' ')
}
