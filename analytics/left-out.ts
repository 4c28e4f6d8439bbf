import { formatList, translator, type Language } from '#locales'
import { splitName } from './question-words.ts'
import { closedQuestionsOf } from './release-parts.ts'
import type { Release } from './release.ts'

/**
 * What stands under a question of which the audit left tables out: by what they split it, or that nothing of it is there.
 * Null where everything planned is printed.
 */
export function leftOutNote(release: Release, question: string, language: Language): string | null {
  const own = (release.leftOut ?? []).filter(each => each.question === question)
  if (own.length === 0) return null
  const t = translator(language)
  if (own.some(({ by }) => by.length === 0)) return t('results:figure.leftOutAll')
  const questions = closedQuestionsOf(release)
  const tables = own.map(({ by }) => {
    const splits = by.flatMap(id => questions.get(id) ?? []).map(split => splitName(split, language))
    return t('results:figure.leftOutBy', { names: formatList(splits, language) })
  })
  return t('results:figure.leftOut', { tables: tables.join(t('results:method.topJoin')) })
}
