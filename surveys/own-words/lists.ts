import type { Language } from '#locales'
import ar from './lists/ar.json' with { type: 'json' }
import en from './lists/en.json' with { type: 'json' }
import es from './lists/es.json' with { type: 'json' }
import fr from './lists/fr.json' with { type: 'json' }
import ru from './lists/ru.json' with { type: 'json' }
import zh from './lists/zh.json' with { type: 'json' }
import type { WordList } from './vocabulary.ts'

/** The lists of phrases, one a language; the browser fetches those it wants, and does not hold this file. */
export const wordLists: Readonly<Record<Language, WordList>> = { ar, zh, en, fr, ru, es }
