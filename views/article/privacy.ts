import { translator, type Language } from '#locales'
import { addresses } from '../addresses.ts'
import { privacyAddress } from '../frame.ts'
import { articlePage, prose, section, type ArticlePage } from './article.ts'
import { contactLink } from './contact.ts'
import { answeringSection, type PrivacyOf } from './answering.ts'
import { explained, type Stored } from './stored.ts'

/**
 * What is kept, what is not, what others see, and what cannot be promised.
 *
 * @param stored what the database can hold: the list at the end is made of it, so nothing can be missing there
 * @param contact whom to write to; null where the installation names nobody
 * @param of the consultation whose page it is; without one it says what holds everywhere
 */
export function privacyPage(
  language: Language,
  stored: Stored,
  contact: string | null,
  of?: PrivacyOf
): ArticlePage {
  const t = translator(language)
  const texts = (...keys: readonly string[]) => keys.map(key => t(`trust:privacy.${key}`))
  const link = contactLink(contact)
  const removal = contactLink(of?.assured?.contact ?? contact)
  const slug = of?.consultation.slug
  return articlePage({
    language,
    heading: t('trust:privacy.title'),
    lead: t('trust:privacy.lead'),
    other: { text: t('trust:privacy.toEasy'), href: privacyAddress(language, 'easy', slug) },
    path: other => privacyAddress(other, 'standard', slug),
    consultation: of?.consultation,
    sections: [
      ...(of === undefined ? [] : answeringSection(of, t, 'privacy', everyAssurance)),
      prose(t('trust:privacy.whoTitle'), texts('who', link === null ? 'whoNobody' : 'whoWrite'), { link }),
      section(t('trust:privacy.keepTitle'), texts('keep1', 'keep2', 'keep3', 'keep4', 'keep5', 'keepAll')),
      section(
        t('trust:privacy.wayTitle'),
        texts('way1', 'way2', ...(of?.live === true ? ['wayLive'] : []), 'way3', 'way4', 'way5')
      ),
      section(t('trust:privacy.notTitle'), texts('not1', 'not2', 'not3', 'not4', 'not5')),
      section(t('trust:privacy.deviceTitle'), texts('device1', 'device2', 'device3', 'device4', 'device5')),
      section(t('trust:privacy.resultsTitle'), texts('results1', 'results2')),
      prose(
        t('trust:privacy.wordsTitle'),
        texts(
          'words1',
          ...(of?.assured?.safeguardingKey === undefined ? [] : ['wordsLead']),
          'words2',
          removal === null ? 'wordsNobody' : 'wordsWrite'
        ),
        { link: removal }
      ),
      section(
        t('trust:privacy.cannotTitle'),
        texts(
          'cannot',
          'cannotTime',
          ...(of === undefined || of.access === 'open' ? ['cannotFlood'] : []),
          ...(of === undefined || of.access === 'cards' ? ['cannotCards'] : []),
          'cannotStaff',
          'cannotNetwork',
          'cannotDelete'
        )
      ),
      prose(t('entry:keys.title'), [t('entry:keys.lead')], {
        link: { text: t('entry:keys.link'), href: addresses.keys(language) }
      }),
      section(t('trust:privacy.changeTitle'), texts('change1', 'change2')),
      prose(t('trust:privacy.storedTitle'), texts('storedLead'), {
        tables: explained(stored.ofRespondents, t)
      }),
      prose(t('trust:privacy.othersTitle'), texts('othersLead'), { names: stored.others })
    ]
  })
}

const everyAssurance = [
  'controller',
  'contact',
  'lawfulBasis',
  'assessment',
  'ethics',
  'safeguardingLead',
  'safeguardingProcedure'
] as const
