import { isolated, translator, type Language } from '#locales'
import { addresses } from '../addresses.ts'
import { articlePage, section, type ArticlePage } from './article.ts'

/** What everybody can count on, and what is missing. @param contact where to report what does not work */
export function accessibilityPage(language: Language, contact: string | null = null): ArticlePage {
  const t = translator(language)
  const texts = (...keys: readonly string[]) => keys.map(key => t(`trust:accessibility.${key}`))
  return articlePage({
    language,
    heading: t('trust:accessibility.title'),
    lead: t('trust:accessibility.lead'),
    path: addresses.accessibility,
    sections: [
      section(t('trust:accessibility.doTitle'), texts('do1', 'do2', 'do3', 'do4', 'do5', 'do6')),
      section(t('trust:accessibility.notTitle'), texts('not1', 'not2')),
      section(t('trust:accessibility.tellTitle'), [
        contact === null
          ? t('trust:accessibility.tellNobody')
          : t('trust:accessibility.tell', { contact: isolated(contact) })
      ])
    ]
  })
}
