import { isolated, translator, type Language } from '#locales'
import { addresses } from '../addresses.ts'
import { articlePage, section, type ArticlePage } from './article.ts'

/** What is kept, what is not, and what cannot be promised. @param contact where to ask for a remark's removal */
export function privacyPage(language: Language, contact: string | null = null): ArticlePage {
  const t = translator(language)
  const texts = (...keys: readonly string[]) => keys.map(key => t(`chrome:privacy.${key}`))
  return articlePage({
    language,
    name: 'privacy',
    path: addresses.privacy,
    sections: [
      section(t('chrome:privacy.keepTitle'), texts('keep1', 'keep2', 'keep3', 'keep4')),
      section(t('chrome:privacy.notTitle'), texts('not1', 'not2', 'not3', 'not4', 'not5')),
      section(t('chrome:privacy.deviceTitle'), texts('device')),
      section(t('chrome:privacy.resultsTitle'), texts('results1', 'results2')),
      section(t('chrome:privacy.cannotTitle'), texts('cannot', 'cannotYet')),
      section(t('chrome:privacy.changeTitle'), [
        ...texts('change1', 'change2'),
        ...(contact === null ? [] : [t('chrome:privacy.change3', { contact: isolated(contact) })])
      ])
    ]
  })
}
