import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { describe, expect, it } from 'vitest'
import { questionnairePage, scriptFiles } from '#views'
import type { Questionnaire } from '#surveys'
import { exampleAsked } from '../../views/examples/consultation.ts'
import { testRenderer } from './renderer.ts'

describe('what a young person downloads', () => {
  it('is at most 20 KB for a questionnaire of fourteen long questions', () => {
    const asked = { ...exampleAsked('en'), questionnaire: fourteenQuestions() }
    const page = testRenderer().render('respond/questionnaire', questionnairePage(asked))
    expect(gzipSync(page).length).toBeLessThan(20_000)
  })

  it('is at most 10 KB for the script', async () => {
    const { outputFiles } = await build({
      entryPoints: [new URL(`../../views/browser/${scriptFiles.respond}`, import.meta.url).pathname],
      bundle: true,
      minify: true,
      format: 'iife',
      write: false
    })
    expect(gzipSync(outputFiles[0]!.contents).length).toBeLessThan(10_000)
  })
})

function fourteenQuestions(): Questionnaire {
  const text = (of: string) => ({ standard: { en: `${of}: ${wordsUnlike(of)}` } })
  return {
    title: text('Title'),
    sections: [
      {
        id: 'all',
        items: Array.from({ length: 14 }, (_, question) => ({
          kind: 'single',
          id: `question_${question}`,
          text: text(`Question ${question}`),
          hint: text(`Hint ${question}`),
          options: Array.from({ length: 8 }, (_, option) => ({
            code: `option_${option}`,
            text: text(`Option ${option} of question ${question}`)
          }))
        }))
      }
    ]
  }
}

/** Words that differ from text to text, as real ones do, so that they do not compress away. */
function wordsUnlike(seed: string): string {
  return Array.from(seed, (letter, at) =>
    ((letter.charCodeAt(0) * 7919 + at * 104_729) % 46_656).toString(36)
  )
    .slice(0, 12)
    .join(' ')
}
