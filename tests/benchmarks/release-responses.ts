import { randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { codebookOf, stateCodes, type ClosedQuestion } from '#surveys'
import { questionnaire } from './release-questionnaire.ts'

const rowsAtOnce = 1000

/** Stores made-up responses through COPY, a thousand in memory at a time. */
export async function storeResponses(client: pg.ClientBase, versionId: string, count: number): Promise<void> {
  const into = client.query(copyFrom('COPY responses (version_id, answers, record_key) FROM STDIN'))
  await pipeline(Readable.from(lines(versionId, count)), into)
}

function* lines(versionId: string, count: number): Generator<string> {
  const codebook = codebookOf(questionnaire)
  for (let row = 0; row < count; row += rowsAtOnce) {
    const keys = randomBytes(8 * rowsAtOnce)
    let text = ''
    for (let at = 0; at < Math.min(rowsAtOnce, count - row); at += 1) {
      const answers = codebook.entries.flatMap(({ question, slots }) => madeUp(question, slots.length))
      text += `${versionId}\t{0,${answers.join(',')}}\t${keys.readBigInt64LE(8 * at)}\n`
    }
    yield text
  }
}

/** A random answer as integers; one in twelve is none, for one of the three reasons that a question shown to all has. */
export function madeUp(question: ClosedQuestion, slots: number): number[] {
  if (Math.random() < 1 / 12) return [-1 - below(3), ...Array.from({ length: slots - 1 }, () => 0)]
  switch (question.kind) {
    case 'ranking': {
      const first = below(question.options.length)
      const second = (first + 1 + below(question.options.length - 1)) % question.options.length
      return Array.from({ length: slots }, (_, place) => [first, second][place] ?? stateCodes.skipped)
    }
    case 'multiple':
      return [1 + below(2 ** question.options.length - 1)]
    case 'number':
      return [question.minimum + below(question.maximum - question.minimum + 1)]
    case 'single':
    case 'scale':
      return [below(question.options.length)]
  }
}

function below(limit: number): number {
  return Math.floor(Math.random() * limit)
}
