import {
  formatDate,
  formatList,
  formatNumber,
  isolated,
  languages,
  translator,
  type Language
} from '#locales'
import { questionsOf, withDerived } from '#surveys'
import type { Said, Sentence } from '../narrative/sentence.ts'
import { hasGroups, isBackground, type Material } from './material.ts'

/** The sentences of each paragraph of the introduction: what was asked when, who answered, how to read it. */
export function introductionOf(material: Material): readonly (readonly Sentence[])[] {
  const { release, leads } = material
  // The largest groups; how many answered each of these questions stands in the annex.
  const { questionnaire } = release.version
  const composition = withDerived(questionnaire, questionsOf(questionnaire))
    .filter(question => isBackground(question, release))
    .flatMap(question => {
      const lead = leads.get(question.id)
      return lead === undefined ? [] : [lead.profile ? lead.headline : lead.finding]
    })
  return [
    [consultationSentence(material), languagesSentence(material)],
    [respondentsSentence(material), ...composition],
    [limitsSentence(material, 'limits'), limitsSentence(material, 'noise')],
    [annexesSentence(material)]
  ]
}

/** What was asked, and when. */
export function consultationSentence({ release, language, title }: Material): Sentence {
  const { opensOn, closesOn } = release.consultation
  if (opensOn === closesOn) {
    const day = isolated(formatDate(opensOn, language))
    return plain(language, 'report:introduction.oneDay', { title: isolated(title), day })
  }
  return plain(language, 'report:introduction.consultation', {
    title: isolated(title),
    from: isolated(formatDate(opensOn, language)),
    until: isolated(formatDate(closesOn, language))
  })
}

/** How many answered. */
export function respondentsSentence({ release, language }: Material): Sentence {
  const count = release.responses
  const said: Said = {
    question: null,
    by: [],
    values: [],
    what: 'responses',
    code: null,
    value: count,
    status: ''
  }
  const key = 'report:introduction.respondents'
  const text = translator(language)(key, { count, number: formatNumber(count, language) })
  return { key, text, says: [said] }
}

function annexesSentence(material: Material): Sentence {
  return plain(
    material.language,
    hasGroups(material) ? 'report:introduction.annexesWithGroups' : 'report:introduction.annexes'
  )
}

/** The sentence that stands in the head of everything that is published. */
export function limitsOf({ language }: Material): string {
  return translator(language)('results:limits')
}

function limitsSentence({ language }: Material, which: 'limits' | 'noise'): Sentence {
  return plain(language, which === 'limits' ? 'results:limits' : 'results:noise')
}

function languagesSentence({ release, language }: Material): Sentence {
  const t = translator(language)
  const spoken = languages.filter(each => release.consultation.languages.includes(each))
  return plain(language, 'report:introduction.languages', {
    count: spoken.length,
    list: formatList(
      inOrder(
        spoken.map(each => t(`report:languageInProse.${each}`)),
        language
      ),
      language
    )
  })
}

/** Documents list languages by the alphabet of their own; Chinese keeps to the order of the United Nations. */
function inOrder(names: readonly string[], language: Language): readonly string[] {
  return language === 'zh' ? names : names.toSorted(new Intl.Collator(language).compare)
}

function plain(
  language: Language,
  key: string,
  params: Readonly<Record<string, string | number>> = {}
): Sentence {
  return { key, text: translator(language)(key, params), says: [] }
}
