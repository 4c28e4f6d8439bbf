import { isolated, translator, type Language } from '#locales'
import { addresses } from '../addresses.ts'
import { articlePage, section, type ArticlePage } from './article.ts'

/** What everybody can count on, and what is missing. @param contact where to report what does not work */
export function accessibilityPage(language: Language, contact: string | null = null): ArticlePage {
  const t = translator(language)
  const texts = (...keys: readonly string[]) => keys.map(key => t(`chrome:accessibility.${key}`))
  return articlePage({
    language,
    name: 'accessibility',
    path: addresses.accessibility,
    sections: [
      section(t('chrome:accessibility.doTitle'), texts('do1', 'do2', 'do3', 'do4', 'do5', 'do6')),
      section(t('chrome:accessibility.notTitle'), texts('not1', 'not2')),
      section(t('chrome:accessibility.tellTitle'), [
        contact === null
          ? t('chrome:accessibility.tellNobody')
          : t('chrome:accessibility.tell', { contact: isolated(contact) })
      ])
    ]
  })
}
