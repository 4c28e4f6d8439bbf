import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { HtmlValidate } from 'html-validate'
import { describe, expect, it } from 'vitest'
import { formatSize, languages, translator, type Language } from '#locales'
import type { Questionnaire } from '#surveys'
import { landingPage, laterFiles, questionnairePage, thanksPage, type Media } from '#views'
import { exampleAsked, exampleFacts } from '../../views/examples/consultation.ts'
import { exampleMedia, listeningPages } from '../../views/examples/listening-pages.ts'
import { exampleQuestionnaire } from '../../views/examples/questionnaire.ts'
import { testRenderer } from './renderer.ts'

const renderer = testRenderer()
const html = new HtmlValidate({
  extends: ['html-validate:recommended'],
  // Answers to one question are fields of one name.
  rules: { 'form-dup-name': 'off' }
})

function questionsIn(language: Language, media?: Media): string {
  const asked = { ...exampleAsked(language), ...(media && { media }) }
  return renderer.render('respond/questionnaire', questionnairePage(asked))
}

describe.each(languages)('a page with recordings or a video, in %s', language => {
  it.each(listeningPages(language))('is valid and strict: $name', async ({ render }) => {
    const page = render(renderer)
    const { results } = await html.validateString(page)
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([])
    expect(page).not.toMatch(/<[^>]+\s(style|on[a-z]+)=/)
    expect(page).not.toMatch(/<[^>]+\s(src|href)="(https?:)?\/\//)
  })

  it('loads and plays nothing by itself', () => {
    for (const { render } of listeningPages(language)) {
      const players = render(renderer).match(/<(audio|video)[^>]*>/g) ?? []
      expect(players.length).toBeGreaterThan(0)
      for (const player of players) {
        expect(player).toContain(' controls preload="none"')
        expect(player).not.toMatch(/autoplay|loop|poster/)
      }
    }
  })

  it('says how much a video is to load, in the link', () => {
    const page = renderer.render(
      'respond/thanks',
      thanksPage({ language, consultation: exampleFacts, media: exampleMedia(language) })
    )
    const [, summary] = /<summary id="sign">([^<]+)<\/summary>/.exec(page) ?? []
    expect(summary?.replace(/[\u2068\u2069]/g, '')).toBe(
      translator(language)('listening:sign', { size: formatSize(620_000, language) })
    )
  })

  it('gives each player a name of its own: what it does, and the question', () => {
    const page = questionsIn(language, exampleMedia(language))
    const names = [...page.matchAll(/<audio[^>]+aria-labelledby="(\S+) (\S+)"/g)].map(([, own, heading]) => [
      textOf(page, own),
      textOf(page, heading)
    ])
    expect(names).toHaveLength(3)
    expect(new Set(names.map(([own]) => own))).toEqual(new Set([translator(language)('listening:question')]))
    expect(new Set(names.map(([, heading]) => heading)).size).toBe(3)
  })

  it('has none of it where there is none', () => {
    const pages = [
      questionsIn(language),
      renderer.render(
        'respond/landing',
        landingPage({
          language,
          consultation: exampleFacts,
          questionnaire: exampleQuestionnaire,
          bands: ['pns']
        })
      )
    ]
    for (const page of pages) expect(page).not.toMatch(/<(audio|video|source)/)
  })
})

it('offers Opus before MP3, and the file itself to a browser that plays nothing', () => {
  const [player] = /<audio[\s\S]*?<\/audio>/.exec(questionsIn('en', exampleMedia('en'))) ?? []
  expect([...(player ?? '').matchAll(/(?:src|href)="([^"]+)"/g)].map(([, address]) => address)).toEqual([
    '/media/getting-help/en/first_person.opus',
    '/media/getting-help/en/first_person.mp3',
    '/media/getting-help/en/first_person.mp3'
  ])
})

describe('in easy words', () => {
  const source = (name: string) => [{ src: `/media/x/en/${name}.mp3`, type: 'audio/mpeg' }]
  const heard = (names: readonly string[]) => {
    const media = { recordings: new Map(names.map(name => [name, source(name)])), videos: {} }
    const asked = { ...exampleAsked('en', '10_12'), questionnaire: partlyEasy, media }
    const page = renderer.render('respond/questionnaire', questionnairePage(asked))
    return [...page.matchAll(/<source src="\/media\/x\/en\/([^"]+)\.mp3"/g)].map(([, name]) => name)
  }

  it('a question is heard in easy words where they were recorded', () => {
    expect(heard(['same', 'same.easy', 'other', 'other.easy'])).toEqual(['same.easy', 'other.easy'])
  })

  it('a question takes the standard recording only where it has no other words', () => {
    expect(heard(['same', 'other', 'otherOption', 'otherHint'])).toEqual(['same'])
  })
})

it('the script that reads aloud is at most 1 KB', async () => {
  const { outputFiles } = await build({
    entryPoints: [new URL(`../../views/browser/${laterFiles.listening}`, import.meta.url).pathname],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2020',
    write: false
  })
  expect(gzipSync(outputFiles[0]!.contents).length).toBeLessThan(1_000)
})

/** Questions that have easy words nowhere, in the question, in an option, in the hint. */
const partlyEasy: Questionnaire = {
  title: { standard: { en: 'Title' } },
  sections: [
    {
      id: 'all',
      items: [
        question('same'),
        { ...question('other'), text: easier('Question') },
        { ...question('otherOption'), options: [{ code: 'a', text: easier('Option') }] },
        { ...question('otherHint'), hint: easier('Hint') }
      ]
    }
  ]
}

function question(id: string) {
  const plain = (en: string) => ({ standard: { en } })
  return {
    kind: 'single' as const,
    id,
    text: plain('Question'),
    hint: plain('Hint'),
    options: [{ code: 'a', text: plain('Option') }]
  }
}

function easier(en: string) {
  return { standard: { en }, easy: { en: `Easy ${en}` } }
}

function textOf(page: string, id = ''): string | undefined {
  return new RegExp(`id="${id}"[^>]*>([^<]+)<`).exec(page)?.[1]
}
