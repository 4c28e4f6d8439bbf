import { translator, type Language } from '#locales'
import { privacyAddress } from '../frame.ts'
import { answeringSection, type PrivacyOf } from './answering.ts'
import { articlePage, prose, section, type ArticlePage } from './article.ts'
import { contactLink } from './contact.ts'

/**
 * The page on privacy in words for readers of 8 to 12.
 *
 * @param contact whom to write to, if anybody is named
 * @param of the consultation whose page it is
 */
export function easyPrivacyPage(language: Language, contact: string | null, of?: PrivacyOf): ArticlePage {
  const t = translator(language, 'easy')
  const texts = (...keys: readonly string[]) => keys.map(key => t(`trust:easyPrivacy.${key}`))
  const link = contactLink(contact)
  const removal = contactLink(of?.assured?.contact ?? contact)
  const slug = of?.consultation.slug
  return articlePage({
    language,
    edition: 'easy',
    heading: t('trust:easyPrivacy.title'),
    lead: t('trust:easyPrivacy.lead'),
    other: { text: t('trust:easyPrivacy.toStandard'), href: privacyAddress(language, 'standard', slug) },
    path: other => privacyAddress(other, 'easy', slug),
    consultation: of?.consultation,
    sections: [
      ...(of === undefined
        ? []
        : answeringSection(of, t, 'easyPrivacy', ['controller', 'contact', 'safeguardingLead'])),
      prose(t('trust:easyPrivacy.whoTitle'), texts('who', link === null ? 'whoNobody' : 'whoWrite'), {
        link
      }),
      section(t('trust:easyPrivacy.keepTitle'), texts('keep1', 'keep2', 'keep3', 'keep4', 'keep5')),
      section(
        t('trust:easyPrivacy.wayTitle'),
        texts('way1', 'way2', ...(of?.live === true ? ['wayLive'] : []), 'way3', 'way4', 'way5')
      ),
      section(t('trust:easyPrivacy.notTitle'), texts('not1', 'not2', 'not3', 'not4', 'not5')),
      section(
        t('trust:easyPrivacy.deviceTitle'),
        texts('device1', 'device2', 'device3', 'device4', 'device5')
      ),
      section(t('trust:easyPrivacy.othersTitle'), texts('others1', 'others2', 'others3')),
      prose(
        t('trust:easyPrivacy.wordsTitle'),
        [
          ...texts('words1'),
          ...(of?.assured?.safeguardingKey === undefined ? [] : [t('ownWords:leadReads')]),
          ...texts('words2', removal === null ? 'wordsNobody' : 'wordsWrite')
        ],
        { link: removal }
      ),
      section(
        t('trust:easyPrivacy.cannotTitle'),
        texts('cannot1', 'cannot2', 'cannot3', 'cannot4', 'cannot5')
      ),
      section(t('trust:easyPrivacy.changeTitle'), texts('change1', 'change2'))
    ]
  })
}
