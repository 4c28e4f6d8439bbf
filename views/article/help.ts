import { translator, type Language } from '#locales'
import { addresses } from '../addresses.ts'
import { articlePage, section, type ArticlePage } from './article.ts'

/** Help without a number that nobody has verified: trusted adults, and the two numbers many countries share. */
export function helpPage(language: Language): ArticlePage {
  const t = translator(language)
  return articlePage({
    language,
    name: 'help',
    path: addresses.help,
    sections: [
      section(t('chrome:help.dangerTitle'), [t('chrome:help.danger')]),
      section(t('chrome:help.talkTitle'), [t('chrome:help.talk1'), t('chrome:help.talk2')]),
      section(t('chrome:help.onlineTitle'), [
        t('chrome:help.online1'),
        t('chrome:help.online2'),
        t('chrome:help.online3')
      ]),
      section(t('chrome:help.limitsTitle'), [t('chrome:help.limits')])
    ]
  })
}
