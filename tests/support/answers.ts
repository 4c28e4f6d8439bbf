import { randomBytes } from 'node:crypto'
import type { Language } from '#locales'
import { codebookOf, pack, questionsOf, readAnswers, shapesOf, type Given, type Question } from '#surveys'
import type { OpenedConsultation } from '../../server/consultations/find.ts'
import type { Db } from '../../server/database/client.ts'
import { remarks, responses } from '../../server/database/schema.ts'
import { seededChance } from '../../server/secretariat/seeded-chance.ts'

export { seededChance as seeded }

/** Stores made-up responses that take every turn of the form, as reading and coding make them. */
export async function storeAnswers(
  db: Db,
  { version }: OpenedConsultation,
  count: number,
  language: Language
): Promise<void> {
  const chance = seededChance(count)
  const shapes = shapesOf(version.questionnaire)
  const codebook = codebookOf(version.questionnaire)
  const rows = []
  const texts = []
  while (rows.length < count) {
    const given: Given = new Map(
      questionsOf(version.questionnaire).map(question => [question.id, givenTo(question, chance)])
    )
    const parsed = readAnswers(shapes, given)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
    const versionId = version.id
    rows.push({
      versionId,
      answers: pack(codebook, language, parsed.value),
      recordKey: randomBytes(8).readBigInt64LE()
    })
    for (const [question, answer] of parsed.value) {
      if ('text' in answer) texts.push({ versionId, question, text: answer.text, doubtful: false })
    }
  }
  for (let from = 0; from < rows.length; from += 1000)
    await db.insert(responses).values(rows.slice(from, from + 1000))
  for (let from = 0; from < texts.length; from += 1000)
    await db.insert(remarks).values(texts.slice(from, from + 1000))
}

/** Early options are likelier, so that some are common and some are rare; a few decline or skip. */
function givenTo(question: Question, chance: () => number): string[] {
  const luck = chance()
  if (luck < 0.04) return []
  if (question.kind === 'short_text' || question.kind === 'long_text')
    return luck < 0.3 ? ['Listen to us'] : []
  if (luck < 0.08) return ['dk']
  if (luck < 0.11) return ['pns']
  if (question.kind === 'number') {
    return [String(question.minimum + Math.floor(chance() ** 2 * (question.maximum - question.minimum + 1)))]
  }
  const codes = question.options.filter(option => !option.exclusive).map(option => option.code)
  const pick = () => codes[Math.floor(chance() ** 2 * codes.length)] ?? ''
  if (question.kind === 'multiple') return [...new Set([pick(), pick()])].slice(0, question.atMost ?? 2)
  return question.kind === 'ranking'
    ? [...new Set([pick(), pick(), pick()])].slice(0, question.upTo)
    : [pick()]
}
