import { translator, type Language } from '#locales'
import { addresses } from '../addresses.ts'
import { articlePage, prose, type ArticlePage } from './article.ts'

/** The key that signs for the cards or the room of one consultation. */
export type PublishedKey = {
  /** Of its questionnaire, in the language of the page. */
  readonly title: string
  /** SHA-256 of the key, as it stands behind the square on a card or a screen. */
  readonly fingerprint: string
}

/** The fingerprints of all keys, so that anybody can see that nobody is given a key of their own. */
export function keysPage(language: Language, keys: readonly PublishedKey[]): ArticlePage {
  const t = translator(language)
  return articlePage({
    language,
    heading: t('entry:keys.title'),
    lead: t('entry:keys.lead'),
    path: addresses.keys,
    sections: [
      ...(keys.length === 0 ? [prose(t('entry:keys.listTitle'), [t('entry:keys.none')])] : []),
      ...keys.map(({ title, fingerprint }) => prose(title, [], { names: [fingerprint] })),
      prose(t('entry:keys.whyTitle'), [t('entry:keys.why')], {
        link: { text: t('chrome:footer.privacy'), href: addresses.privacy(language) }
      })
    ]
  })
}
