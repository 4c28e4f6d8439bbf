import { isolated, translator, type Language } from '#locales'
import { addresses } from '../addresses.ts'
import { articlePage, section, type ArticlePage } from './article.ts'

/** What is kept, what is not, and what cannot be promised. @param contact where to ask for a remark's removal */
export function privacyPage(language: Language, contact: string | null = null): ArticlePage {
  const t = translator(language)
  const texts = (...keys: readonly string[]) => keys.map(key => t(`trust:privacy.${key}`))
  return articlePage({
    language,
    heading: t('trust:privacy.title'),
    lead: t('trust:privacy.lead'),
    path: addresses.privacy,
    sections: [
      section(t('trust:privacy.keepTitle'), texts('keep1', 'keep2', 'keep3', 'keep4')),
      section(t('trust:privacy.notTitle'), texts('not1', 'not2', 'not3', 'not4', 'not5')),
      section(t('trust:privacy.deviceTitle'), texts('device')),
      section(t('trust:privacy.resultsTitle'), texts('results1', 'results2')),
      section(t('trust:privacy.cannotTitle'), texts('cannot', 'cannotYet')),
      section(t('trust:privacy.changeTitle'), [
        ...texts('change1', 'change2'),
        ...(contact === null ? [] : [t('trust:privacy.change3', { contact: isolated(contact) })])
      ])
    ]
  })
}
