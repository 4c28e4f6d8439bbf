import { languages, translator, type Language } from '#locales'
import type { Edition } from '#surveys'
import { addresses } from '../addresses.ts'
import type { OwnWordsTexts } from './script-contract.ts'

/** What the script says of own words. All languages' lists are offered: people write in more than the page's. */
export function ownWordsTexts(language: Language, edition: Edition): OwnWordsTexts {
  const t = translator(language, edition)
  return {
    lists: Object.fromEntries(languages.map(each => [each, addresses.wordList(each)])),
    found: {
      email: t('ownWords:found.email'),
      phone: t('ownWords:found.phone'),
      handle: t('ownWords:found.handle'),
      address: t('ownWords:found.address'),
      school: t('ownWords:found.school'),
      name: t('ownWords:found.name')
    },
    takeOut: t('ownWords:takeOut'),
    hard: [t('ownWords:hard.lead'), t('ownWords:hard.limits'), t('ownWords:hard.goOn')],
    reminderTitle: t('ownWords:reminderTitle'),
    reminder: t('ownWords:reminder')
  }
}
