import { translator, type Language } from '#locales'
import { addresses } from '../addresses.ts'
import { articlePage, prose, section, type ArticlePage } from './article.ts'
import { contactLink } from './contact.ts'

/** The page on privacy in words for readers of 8 to 12. @param contact whom to write to, if anybody is named */
export function easyPrivacyPage(language: Language, contact: string | null): ArticlePage {
  const t = translator(language, 'easy')
  const texts = (...keys: readonly string[]) => keys.map(key => t(`trust:easyPrivacy.${key}`))
  const link = contact === null ? null : contactLink(contact)
  return articlePage({
    language,
    edition: 'easy',
    heading: t('trust:easyPrivacy.title'),
    lead: t('trust:easyPrivacy.lead'),
    other: { text: t('trust:easyPrivacy.toStandard'), href: addresses.privacy(language) },
    path: addresses.easyPrivacy,
    sections: [
      prose(t('trust:easyPrivacy.whoTitle'), texts('who', link === null ? 'whoNobody' : 'whoWrite'), {
        link
      }),
      section(t('trust:easyPrivacy.keepTitle'), texts('keep1', 'keep2', 'keep3', 'keep4', 'keep5')),
      section(t('trust:easyPrivacy.notTitle'), texts('not1', 'not2', 'not3', 'not4', 'not5')),
      section(
        t('trust:easyPrivacy.deviceTitle'),
        texts('device1', 'device2', 'device3', 'device4', 'device5')
      ),
      section(t('trust:easyPrivacy.othersTitle'), texts('others1', 'others2', 'others3')),
      prose(
        t('trust:easyPrivacy.wordsTitle'),
        texts('words1', 'words2', link === null ? 'wordsNobody' : 'wordsWrite'),
        { link }
      ),
      section(
        t('trust:easyPrivacy.cannotTitle'),
        texts('cannot1', 'cannot2', 'cannot3', 'cannot4', 'cannot5')
      ),
      section(t('trust:easyPrivacy.changeTitle'), texts('change1', 'change2'))
    ]
  })
}
