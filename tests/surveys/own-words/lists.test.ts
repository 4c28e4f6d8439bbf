import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { languages } from '#locales'
import { vocabularyOf, wordLists, type WordList } from '#surveys'
import { plain, words } from '../../../surveys/own-words/folded.ts'

const longestFile = 6_000
const folder = new URL('../../../surveys/own-words/lists/', import.meta.url)

/** A gap, a user name, or words of which one has to stand there, with signs for any word, a number and the end of a sentence. */
const token = /^(…|~|([\p{L}\p{M}\p{N}'’]+\*?|<\w+>|[*#.])(\|([\p{L}\p{M}\p{N}'’]+\*?|<\w+>|[*#.]))*\??)$/u

function phrasesOf(list: WordList): string[] {
  const harm = Object.values(list.harm).flat()
  return [...list.name, ...list.handle, ...list.address, ...list.school, ...harm, ...list.harmless]
}

describe.each(languages)('the list of %s', language => {
  const list = wordLists[language]
  const phrases = phrasesOf(list)
  const setNames = (text: string) => [...text.matchAll(/<(\w+)>/g)].map(([, name]) => name ?? '')

  it('is small enough for a bad connection', () => {
    expect(readFileSync(new URL(`${language}.json`, folder)).length).toBeLessThanOrEqual(longestFile)
  })

  it('says whose it is, and has signs of each kind', () => {
    expect(list.language).toBe(language)
    expect(Object.keys(list.harm)).toEqual(Object.keys(wordLists.en.harm))
    for (const kind of [list.name, list.handle, list.address, list.school, ...Object.values(list.harm)]) {
      expect(kind.length).toBeGreaterThan(0)
    }
  })

  it('is written as docs/own-words.md says', () => {
    const wrong = phrases.filter(phrase => !phrase.split(' ').every(part => token.test(part)))
    expect(wrong).toEqual([])
  })

  it('names sets that are there, uses each, and puts no set into itself', () => {
    const names = Object.keys(list.sets)
    const used = [...phrases, ...Object.values(list.sets)].flatMap(setNames)
    expect([...new Set(used)].sort()).toEqual([...names].sort())
    for (const inner of Object.values(list.sets).flatMap(setNames)) {
      expect(setNames(list.sets[inner] ?? '')).toEqual([])
    }
  })

  it('has no phrase twice, and none that every text would hold', () => {
    expect(phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at)).toEqual([])
    const empty = phrases.filter(phrase =>
      phrase.split(' ').every(part => part === '…' || part.endsWith('?'))
    )
    expect(empty).toEqual([])
  })

  it('finds what each of its phrases says', () => {
    const unlooked = { ...list, harmless: [] }
    const lost = Object.values(list.harm)
      .flat()
      .filter(phrase => !vocabularyOf([unlooked]).harm.test(words(plain(sampleOf(phrase, list)))))
    expect(lost).toEqual([])
  })

  it('can be looked for in a time in proportion to the text', () => {
    expect(phrases.filter(phrase => phrase.split('…').length > 3)).toEqual([])
    const { told, harm, harmless } = vocabularyOf([list])
    for (const { source } of [...told.map(([, phrases]) => phrases), harm, harmless]) {
      // No group is repeated without a bound, and a run of letters without one ends where a word does.
      expect(source).not.toMatch(/\)[*+]|\)\{\d+,\}/)
      expect(source.replace(/\[\^ \.\][*+](?=[|)]| |\(\?= )/g, '')).not.toMatch(/\[\^ \.\][*+]/)
    }
  })
})

/** A text that a phrase means: the first of its words each time, nothing in its gaps. */
function sampleOf(phrase: string, { language, sets }: WordList): string {
  const spelled = (text: string): string =>
    text.replace(/<(\w+)>/g, (_, name: string) => spelled(sets[name] ?? ''))
  const parts = spelled(phrase)
    .split(' ')
    .flatMap(part => {
      if (part === '…') return []
      if (part === '~') return ['nina_07']
      const first = part.replace('?', '').split('|')[0] ?? ''
      return [({ '*': '好', '#': '3', '.': '.' } as Record<string, string>)[first] ?? first.replace('*', '')]
    })
  return parts.join(language === 'zh' ? '' : ' ')
}
