import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languages, type Language } from '#locales'
import { lixOf, longestEasyMean, sentenceLengths, sentencesIn } from '#surveys'

describe('the length of each sentence', () => {
  it.each<[Language, string, number[]]>([
    ['en', 'Whom would you tell? Choose up to 3.', [4, 4]],
    ['en', 'Don’t worry, it isn’t a test!', [6]],
    ['en', 'A well-known app', [4]],
    ['en', 'Think of apps, e.g. games: which do you like; which not?', [11]],
    ['en', 'About 2.5 hours', [3]],
    ['en', 'He said “Stop!” Then he left.', [3, 3]],
    ['fr', 'À qui en parlerais-tu ? Choisis jusqu’à 3 réponses.', [5, 4]],
    ['fr', 'L’école s’arrête aujourd’hui.', [3]],
    ['es', '¿A quién se lo contarías? Elige hasta 3.', [5, 3]],
    ['es', '¡Gracias!', [1]],
    ['ru', 'Кому ты об этом расскажешь? Выбери не больше 3 ответов.', [5, 5]],
    ['ru', 'Кто-нибудь помог?', [3]],
    ['ar', 'من تخبر أولاً؟ اختر 3 إجابات على الأكثر.', [3, 5]],
    ['ar', 'ماذا تستخدم، ومتى؟', [3]],
    ['zh', '你会先告诉谁？最多选3个。', [6, 5]],
    ['zh', '用App上网，好吗', [8]]
  ])('in %s: %s', (language, text, lengths) => {
    expect(sentencesIn(text, language).map(sentence => sentence.length)).toEqual(lengths)
  })

  it.each(languages)(
    'ends with its line, and where there is no word there is no sentence, in %s',
    language => {
      expect(sentencesIn('1\n2 …\n\n– ?!', language).map(({ text }) => text)).toEqual(['1', '2 …'])
      expect(sentencesIn('', language)).toEqual([])
    }
  )

  it('is told with the sentence, as it stands in the text', () => {
    expect(sentencesIn(' Yes.  No! ', 'en')).toEqual([
      { text: 'Yes.', length: 1 },
      { text: 'No!', length: 1 }
    ])
  })
})

describe('the mean length of sentences', () => {
  it('is that of all sentences, not of texts', () => {
    expect(sentenceLengths(['One two three. Four.', 'Five six'], 'en')).toMatchObject({ total: 6, mean: 2 })
  })

  it('is nothing where there is nothing', () => {
    expect(sentenceLengths(['', ' … '], 'en')).toEqual({ sentences: [], total: 0, mean: 0 })
  })

  it('in easy words is at most 12 words, and 20 characters of Chinese', () => {
    expect(languages.map(language => [language, longestEasyMean(language)])).toEqual([
      ['ar', 12],
      ['zh', 20],
      ['en', 12],
      ['fr', 12],
      ['ru', 12],
      ['es', 12]
    ])
  })

  it('does not depend on how texts are divided between sentences', () => {
    const sentence = fc
      .array(fc.constantFrom('one', 'two', 'three'), { minLength: 1, maxLength: 20 })
      .map(words => `A ${words.join(' ')}.`)
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1 }), texts => {
        expect(sentenceLengths([texts.join(' ')], 'en')).toEqual(sentenceLengths(texts, 'en'))
      })
    )
  })
})

describe('LIX', () => {
  it.each<[Language, string, number]>([
    // Nine words in two sentences, none of more than six letters.
    ['en', 'The cat sat on the mat. It was mine.', 9 / 2],
    // "everything" is one long word of four; "letters" has seven letters and is long, "letter" is not.
    ['en', 'We checked everything twice.', 4 + 100 * (2 / 4)],
    ['en', 'One letter, two letters.', 4 + 100 * (1 / 4)],
    ['ru', 'Кто тебе помог? Учительница.', 4 / 2 + 100 * (1 / 4)],
    ['fr', 'L’école commence aujourd’hui.', 3 + 100 * (2 / 3)]
  ])('in %s: %s', (language, text, lix) => {
    expect(lixOf([text], language)).toBeCloseTo(lix, 9)
  })

  it('is not said of Arabic and Chinese, nor where there is no sentence', () => {
    expect([lixOf(['اختر إجابة.'], 'ar'), lixOf(['请选一个。'], 'zh'), lixOf(['…'], 'en')]).toEqual([
      null,
      null,
      null
    ])
  })
})
