import { languages, type Language } from '#locales'
import type { Wording } from '#surveys'
import ar from './words/ar.json' with { type: 'json' }
import en from './words/en.json' with { type: 'json' }
import es from './words/es.json' with { type: 'json' }
import fr from './words/fr.json' with { type: 'json' }
import ru from './words/ru.json' with { type: 'json' }
import zh from './words/zh.json' with { type: 'json' }

export type ExampleWord = keyof typeof en

const texts: Readonly<Record<Language, Readonly<Record<ExampleWord, string>>>> = { ar, zh, en, fr, ru, es }

/** A made-up text in six languages; `number` takes the place of `%n`. */
export function words(name: ExampleWord, number = 0): Wording {
  return {
    standard: Object.fromEntries(
      languages.map(language => [language, texts[language][name].replace('%n', String(number))])
    )
  }
}
