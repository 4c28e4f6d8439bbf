import { translator, type Language } from '#locales'
import { addresses } from '../addresses.ts'
import { articlePage, prose, section, type ArticlePage } from './article.ts'
import { contactLink } from './contact.ts'

/** Who listens, and what happens with the answers. @param contact whom to write to, if anybody is named */
export function aboutPage(language: Language, contact: string | null): ArticlePage {
  const t = translator(language)
  const texts = (...keys: readonly string[]) => keys.map(key => t(`trust:about.${key}`))
  const link = contactLink(contact)
  return articlePage({
    language,
    heading: t('trust:about.title'),
    lead: t('trust:about.lead'),
    path: addresses.about,
    sections: [
      prose(t('trust:about.whoTitle'), texts('who')),
      section(t('trust:about.useTitle'), texts('use1', 'use2', 'use3', 'use4')),
      prose(t('trust:about.wordsTitle'), texts('words')),
      section(t('trust:about.willNotTitle'), texts('willNot1', 'willNot2', 'willNot3', 'willNot4')),
      prose(t('trust:about.codeTitle'), texts('code')),
      prose(t('trust:about.contactTitle'), [t(`trust:privacy.${link === null ? 'whoNobody' : 'whoWrite'}`)], {
        link
      })
    ]
  })
}
