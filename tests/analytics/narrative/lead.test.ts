import { describe, expect, it } from 'vitest'
import { leadsOf } from '#analytics'
import type { ClosedQuestion } from '#surveys'
import { asked, choice, counted, optionsOf, plain, words } from './asked.ts'

describe('what a question comes to', () => {
  it('is its leading answer with the printed share', () => {
    const lead = leadsOf(counted(choice('single', 3), 100, [20, 62, 18]), 'en').get('q')
    expect(lead).toMatchObject({ question: 'q', profile: false, codes: ['b'], percent: 62, status: '' })
  })

  it('is one sentence, with the question in it and without', () => {
    const { headline, finding } = leadOf(choice('single', 3), [20, 62, 18])
    expect(headline).toBe('Most respondents (62 per cent) chose “B”.')
    expect(finding).toBe('Asked “Why?”, most respondents (62 per cent) answered “B”.')
  })

  it('is the same sentence with which the paragraph leads', () => {
    const lead = leadsOf(counted(choice('single', 3), 100, [20, 62, 18]), 'en').get('q')
    expect(lead?.headline.says).toEqual(lead?.finding.says)
    expect(lead?.headline.key).toBe('narrative:lead.choice.most')
  })

  it('is several answers where they are equally common', () => {
    expect(leadOf(choice('single', 2), [50, 50]).finding).toBe(
      'Asked “Why?”, respondents gave “A” and “B” most often (50 per cent each).'
    )
    expect(leadOf(choice('single', 4), [25, 25, 25, 25]).finding).toBe(
      'Asked “Why?”, respondents gave “A”, “B” and “C” as often as any other answer (25 per cent each).'
    )
  })

  it('says of a ranking where the answer stands', () => {
    const ranking: ClosedQuestion = {
      kind: 'ranking',
      id: 'q',
      text: words('Why?'),
      options: optionsOf(7),
      upTo: 6
    }
    expect(leadOf(ranking, [90, 80]).finding).toBe(
      'Asked “Why?”, nearly all respondents (90 per cent) named “A” among their choices.'
    )
    expect(leadOf({ ...ranking, upTo: 2 }, [80, 80]).finding).toBe(
      'Asked “Why?”, respondents most often named “A” and “B” among their first two choices (80 per cent each).'
    )
  })

  it('tells who answered a background question, and says which of the two it does', () => {
    const region = { ...choice('single', 2), profile: 'region' } as const
    expect(leadsOf(counted(region, 100, [70, 30]), 'en').get('q')?.profile).toBe(true)
    expect(leadOf(region, [70, 30]).finding).toBe(
      'Among respondents who named their region, the largest groups were “A” (70 per cent) and “B” (30 per cent).'
    )
  })

  it('is nothing where nothing is said', () => {
    expect(leadsOf(counted(choice('single', 3), 99, [60, 39]), 'en').size).toBe(0)
    expect(leadsOf(asked([choice('single', 3)], [[300, {}]]), 'en').size).toBe(0)
  })
})

function leadOf(question: ClosedQuestion, counts: readonly number[]) {
  const lead = leadsOf(counted(question, 100, counts), 'en').get('q')
  if (lead === undefined) throw new RangeError('the question has no lead')
  return { headline: plain(lead.headline), finding: plain(lead.finding) }
}
