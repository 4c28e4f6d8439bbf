import { plain, words } from './folded.ts'

/** What a file of `lists/` holds. How its phrases are written stands in docs/own-words.md. */
export type WordList = {
  readonly language: string
  /** Words that may stand for one another, under a name: `<who>` in a phrase is any word of `who`. */
  readonly sets: Readonly<Record<string, string>>
  /** Phrases in which someone tells a name, a user name, where somebody lives, a school. */
  readonly name: readonly string[]
  readonly handle: readonly string[]
  readonly address: readonly string[]
  readonly school: readonly string[]
  /** Phrases that sound as if something hard is happening, by what it may be. */
  readonly harm: Readonly<Record<string, readonly string[]>>
  /** Phrases that only sound like one of the others. */
  readonly harmless: readonly string[]
}

const listed = ['name', 'handle', 'address', 'school'] as const
export type ListedKind = (typeof listed)[number]

/** One or more lists, ready to be looked for. */
export type Vocabulary = {
  readonly told: readonly (readonly [ListedKind, RegExp])[]
  readonly harm: RegExp
  readonly harmless: RegExp
}

/** Makes lists ready; a text is looked through for all of them, since people write in more than one language. */
export function vocabularyOf(lists: readonly WordList[]): Vocabulary {
  // Lists are made plain as texts are, so that editors may write as they are used to.
  const plainLists: readonly WordList[] = lists.map(list => JSON.parse(plain(JSON.stringify(list))))
  const any = (phrasesOf: (list: WordList) => readonly string[]) => {
    const patterns = plainLists.flatMap(list => phrasesOf(list).map(phrase => pattern(phrase, list)))
    return new RegExp(patterns.join('|') || '(?!)', 'g')
  }
  return {
    told: listed.map(kind => [kind, any(list => list[kind])]),
    harm: any(list => Object.values(list.harm).flat()),
    harmless: any(list => list.harmless)
  }
}

/** A text as phrases are looked for in it, without what is harmless. @param text as `plain` returns it */
export function toldIn(text: string, { harmless }: Vocabulary): string {
  return words(text).replace(harmless, ' .')
}

/** What may stand before an Arabic word and is written with it: and, by, to, will, the. */
const joinedBefore = '[وف]?[بلكسهح]?(?:ال|ل)?'

/**
 * A phrase as a regular expression over `words`. No repetition can go on where the next one begins, and gaps are
 * short, so that matching takes a time in proportion to the text.
 */
function pattern(phrase: string, { language, sets }: WordList): string {
  // Chinese is written without spaces: a word is found wherever its characters stand.
  const joined = language === 'zh'
  const before = joined ? '' : language === 'ar' ? ` ${joinedBefore}` : ' '
  const signs: Readonly<Record<string, string>> = {
    '*': joined ? '[^ .]' : '[^ .]+',
    '#': '\\d+',
    '.': '\\.'
  }
  const gap = joined ? '[^ .]{0,5}' : '(?: [^ .]+){0,4}'
  const userName = 'enfres'.includes(language)
    ? ' [^ .\\d_]{3}[^ .\\d_]*[\\d_][^ .]*'
    : ' ?[a-z_][a-z\\d_]{2,}'
  const spelled = (text: string): string =>
    text.replace(/<(\w+)>/g, (_, set: string) => spelled(sets[set] ?? ''))
  const tokens = spelled(phrase)
    .split(' ')
    .map(token => {
      if (token === '...') return gap
      if (token === '~') return userName
      const choices = token.replace('?', '').split('|')
      const chosen = choices.map(choice => signs[choice] ?? choice.replace('*', '[^ .]*')).join('|')
      return token.endsWith('?') ? `(?:${before}(?:${chosen}))?` : `${before}(?:${chosen})`
    })
  return tokens.join('') + (joined ? '' : '(?= )')
}
