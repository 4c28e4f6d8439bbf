import { translator, type Language } from '#locales'
import { addresses } from '../addresses.ts'
import { articlePage, section, type ArticlePage } from './article.ts'

/** Help without a number that nobody has verified: trusted adults, and the two numbers many countries share. */
export function helpPage(language: Language): ArticlePage {
  const t = translator(language)
  return articlePage({
    language,
    heading: t('help:title'),
    lead: t('help:lead'),
    path: addresses.help,
    sections: [
      section(t('help:dangerTitle'), [t('help:danger')]),
      section(t('help:talkTitle'), [t('help:talk1'), t('help:talk2')]),
      section(t('help:onlineTitle'), [t('help:online1'), t('help:online2'), t('help:online3')]),
      section(t('help:limitsTitle'), [t('help:limits')])
    ]
  })
}
