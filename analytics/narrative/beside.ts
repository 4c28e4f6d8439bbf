import type { PrintedCell } from '../table.ts'
import { extrasOf } from '../extras.ts'
import { percentInProse, quotedAnswer } from './prose.ts'
import { saidShares } from './said.ts'
import { sentence, type Sentence } from './sentence.ts'
import type { Topic } from './topic.ts'

/**
 * What is counted beside the single answers: the two highest points of a scale together, from their own cell, and which
 * answer was most often put first in a ranking. Nothing where no share may be printed, or where two answers share the
 * first place.
 */
export function besideSentences(topic: Topic): readonly Sentence[] {
  const { question, language, column } = topic
  const [leading, next] = (column.extras ?? [])
    .filter(isSaid)
    .toSorted((a, b) => b.percent - a.percent || Number(b.status === 't') - Number(a.status === 't'))
  const extra = extrasOf(question).find(({ code }) => code === leading?.code)
  if (leading === undefined || extra === undefined) return []
  if (next?.percent === leading.percent && next.status === leading.status) return []
  const { code, percent, status } = leading
  const [first = '', second = ''] = extra.of.map(one => quotedAnswer(question, one, language))
  const says = saidShares(question.id, { codes: [code], percent, status })
  const params = { count: percent, percent: percentInProse(percent, status, language) }
  return extra.kind === 'top2'
    ? [sentence(language, 'narrative:together', { ...params, first, second }, says)]
    : [sentence(language, 'narrative:firstChoice', { ...params, answer: first }, says)]
}

type SaidCell = PrintedCell & { readonly percent: number; readonly status: '' | 't' }

function isSaid(cell: PrintedCell): cell is SaidCell {
  return cell.percent !== null && (cell.status === '' || cell.status === 't')
}
