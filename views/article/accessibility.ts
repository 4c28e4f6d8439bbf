import { formatDate, isolated, translator, type Language } from '#locales'
import { addresses } from '../addresses.ts'
import { articlePage, prose, section, type ArticlePage } from './article.ts'
import { contactLink } from './contact.ts'

/**
 * The day on which somebody last held every sentence of the statement against the site and the tests that it names:
 * `tests/stories/` for keyboard, script, sizes and axe, `tests/views/contrast.test.ts` for colours. Move it with them.
 */
export const statedOn = '2026-11-29'

/** What everybody can count on, what is missing, and how we know. @param contact where to report what does not work */
export function accessibilityPage(language: Language, contact: string | null): ArticlePage {
  const t = translator(language)
  const texts = (...keys: readonly string[]) => keys.map(key => t(`trust:accessibility.${key}`))
  const link = contactLink(contact)
  return articlePage({
    language,
    heading: t('trust:accessibility.title'),
    lead: t('trust:accessibility.lead'),
    path: addresses.accessibility,
    sections: [
      section(
        t('trust:accessibility.doTitle'),
        texts('do1', 'do2', 'do3', 'do4', 'do5', 'do6', 'do7', 'do8')
      ),
      prose(t('trust:accessibility.standardTitle'), texts('standard')),
      section(t('trust:accessibility.testTitle'), texts('test1', 'test2', 'test3', 'test4')),
      section(t('trust:accessibility.notTitle'), texts('not1', 'not2', 'not3', 'not4', 'not5', 'not6')),
      prose(t('trust:accessibility.tellTitle'), texts(link === null ? 'tellNobody' : 'tell'), { link }),
      prose(t('trust:accessibility.dateTitle'), [
        t('trust:accessibility.date', { date: isolated(formatDate(statedOn, language)) })
      ])
    ]
  })
}
