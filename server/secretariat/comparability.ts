import { isClosed, lineagesOf, problemAt, questionsOf, type Lineage, type Parsed } from '#surveys'
import type { Actor } from '../actor.ts'
import { note } from '../audit-log.ts'
import type { OpenedConsultation } from '../consultations/find.ts'
import type { Db } from '../database/client.ts'
import { comparabilities } from '../database/schema.ts'
import { seriesOf } from '../series/find.ts'

/** What somebody says about one question of two waves. */
export type Word = {
  readonly question: string
  readonly comparable: boolean
  readonly why: string
}

/** Longer reasons belong into a document. */
const longestWhy = 2000

/**
 * Two waves of one series, the first one first, and what became of each question between them.
 *
 * @param pair as they were named
 */
export async function wavesTogether(
  db: Db,
  [earlier, later]: readonly [OpenedConsultation, OpenedConsultation]
): Promise<Parsed<readonly Lineage[]>> {
  const params = { earlier: earlier.slug, later: later.slug }
  const series = await seriesOf(db, earlier.slug)
  if (series === null || series !== (await seriesOf(db, later.slug)) || earlier.id === later.id)
    return problemAt(later.slug, 'compare.notTogether', params)
  if (later.opensOn < earlier.opensOn) return problemAt(later.slug, 'compare.order', params)
  return { ok: true, value: lineagesOf(earlier.version.questionnaire, later.version.questionnaire) }
}

/**
 * Keeps a person's word on whether answers can be compared, and why. Only for closed questions that both waves asked:
 * what is new or gone has nothing to be compared with.
 */
export async function sayComparable(
  db: Db,
  pair: readonly [OpenedConsultation, OpenedConsultation],
  { question, comparable, why }: Word,
  { by, now }: Actor
): Promise<Parsed<Lineage>> {
  const [earlier, later] = pair
  const lineages = await wavesTogether(db, pair)
  if (!lineages.ok) return lineages
  const lineage = lineages.value.find(
    each => each.question === question && (each.outcome === 'same' || each.outcome === 'reworded')
  )
  const asked = questionsOf(later.version.questionnaire).find(({ id }) => id === question)
  if (lineage === undefined || asked === undefined)
    return problemAt(question, 'compare.notAsked', { earlier: earlier.slug, later: later.slug })
  if (!isClosed(asked)) return problemAt(question, 'compare.notCounted')
  if (why.trim() === '' || why.length > longestWhy)
    return problemAt('--why', 'compare.why', { limit: longestWhy })
  await db.transaction(async tx => {
    const word = { question, comparable, why: why.trim() }
    await tx.insert(comparabilities).values({ earlierId: earlier.id, laterId: later.id, ...word, at: now })
    await note(tx, {
      by,
      at: now,
      did: comparable ? 'called comparable' : 'called not comparable',
      consultationId: later.id,
      detail: { ...word, earlier: earlier.slug, changes: 'changes' in lineage ? lineage.changes : [] }
    })
  })
  return { ok: true, value: lineage }
}
