import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { commandLine, type CommandLine } from '../../support/command-line.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'
import { smallQuestionnaire } from '../../support/small-consultation.ts'

let house: House
let earshot: CommandLine

beforeAll(async () => {
  house = await openHouse()
  await openConsultation(house, { slug: 'spring' })
  await openConsultation(house, {
    slug: 'autumn',
    questionnaire: reworded(),
    from: '2026-09-01',
    until: '2026-09-28'
  })
  await openConsultation(house, { slug: 'alone' })
  const environment = { DATABASE_URL: house.url, EARSHOT_KEYS: house.keyFolder }
  earshot = commandLine({ ...environment, PUBLIC_URL: 'https://here.example' })
})
afterAll(() => house.close())

/** The same questionnaire, in which one question is put in other words. */
function reworded(): ReturnType<typeof smallQuestionnaire> {
  const questionnaire = smallQuestionnaire()
  const sections = questionnaire.sections.map(section => ({
    ...section,
    items: section.items.map(item =>
      item.id === 'told' && 'text' in item
        ? { ...item, text: { standard: { ...item.text.standard, en: 'Who was the first to hear of it?' } } }
        : item
    )
  }))
  return { ...questionnaire, sections }
}

describe('waves on the command line', () => {
  it('are put into a series in the order of their dates, with what comes next', async () => {
    expect(await earshot('compare', 'show', 'spring', 'autumn')).toMatchObject({
      code: 1,
      err: expect.stringContaining('earshot series add NAME spring autumn') as string
    })
    expect(await earshot('series', 'add', 'getting-help', 'autumn', 'spring')).toEqual({
      code: 0,
      err: '',
      out: [
        'autumn is in the series getting-help.',
        'spring is in the series getting-help.',
        'Waves, by time: spring, autumn',
        'Once two of them have results: https://here.example/ar/series/getting-help',
        'Next: earshot compare show spring autumn',
        ''
      ].join('\n')
    })
    expect((await earshot('series', 'add', 'getting-help', 'spring')).out).toContain(
      'spring was in it already.'
    )
    expect((await earshot('series', 'add', 'another', 'alone')).out).toContain(
      'alone is in the series another.'
    )
    expect((await earshot('series', 'add', 'a-third', 'alone')).out).toContain(
      'alone is in the series a-third, and no longer in another.'
    )
    await earshot('series', 'remove', 'alone')
    expect((await earshot('series', 'show', 'spring')).out).toBe('getting-help: spring, autumn\n')
    expect((await earshot('series', 'show', 'alone')).out).toBe('alone is in no series.\n')
  })

  it('have each question named as same or reworded, and what a person says about it beside it', async () => {
    const lines = async () => (await earshot('compare', 'show', 'spring', 'autumn')).out.split('\n')
    const lineFor = async (question: string) => (await lines()).find(line => line.startsWith(`${question} `))
    expect(await lineFor('told')).toMatch(/^told +reworded: \S/)
    expect(await lineFor('upset')).toMatch(/^upset +same$/)

    const why = ['--why', 'Tried out with both wordings.']
    const { out } = await earshot('compare', 'confirm', 'spring', 'autumn', 'told', ...why)
    expect(out).toContain('spring and autumn: the answers to told can be compared.\nWhat changed: ')
    expect(await lineFor('told')).toMatch(
      /; comparable, said on \d{4}-\d\d-\d\d: Tried out with both wordings\.$/
    )
    await earshot('compare', 'break', 'spring', 'autumn', 'told', '--why', 'It was not the same children.')
    expect(await lineFor('told')).toMatch(/; not comparable, said on .*: It was not the same children\.$/)
  })

  it.each([
    [['compare', 'show', 'autumn', 'spring'], '“spring” opened before “autumn”'],
    [['compare', 'show', 'spring', 'spring'], 'are not two waves of one series'],
    [['compare', 'show', 'spring', 'nobody'], 'nobody'],
    [['compare', 'confirm', 'spring', 'autumn', 'told'], '--why'],
    [['compare', 'confirm', 'spring', 'autumn', 'told', '--why', ' '], 'Say why'],
    [['compare', 'confirm', 'spring', 'autumn', 'never', '--why', 'x'], 'did not both ask this question'],
    [['series', 'add', 'Two Words', 'spring'], 'short name'],
    [['series', 'add', 'getting-help', 'nobody'], 'nobody'],
    [['series', 'show', 'nobody'], 'nobody']
  ])('say what is wrong with %j', async (words, said) => {
    const { code, err } = await earshot(...words)
    expect(code).not.toBe(0)
    expect(err).toContain(said)
    expect(err).not.toMatch(/ at .*\.ts:|Error:/)
  })

  it('leave a series again, and nothing is compared any more', async () => {
    expect((await earshot('series', 'remove', 'autumn')).out).toBe('autumn stands alone.\n')
    expect((await earshot('series', 'remove', 'autumn')).out).toBe('autumn was in no series.\n')
    expect((await earshot('compare', 'show', 'spring', 'autumn')).code).toBe(1)
  })
})
