import { describe, expect, it } from 'vitest'
import { codebookOf, pack, type Answers } from '#surveys'
import type { Language } from '#locales'
import { remarkRows } from '../../../server/waiting-room/remark-rows.ts'
import { smallQuestionnaire } from '../../support/small-consultation.ts'

const questionnaire = smallQuestionnaire()
const version = { id: 'of-the-test', number: 1, hash: '', questionnaire }

function said(text: string, language: Language = 'en', band = '16_17') {
  const answers: Answers = new Map([['age_band', { state: 'answered', codes: [band] }]])
  return {
    packed: pack(codebookOf(questionnaire), language, answers),
    remarks: [{ question: 'message', text }]
  }
}

describe('own words as they are kept', () => {
  it('have a language and an age only where ten share both', () => {
    const ten = Array.from({ length: 10 }, () => said('More lessons'))
    const nine = Array.from({ length: 9 }, () => said('Plus de cours', 'fr'))
    const younger = Array.from({ length: 9 }, () => said('Please listen', 'en', '13_15'))
    const rows = remarkRows(version, [...ten, ...nine, ...younger])
    expect(rows.filter(({ language, ageBand }) => language === 'en' && ageBand === '16_17')).toHaveLength(10)
    expect(rows.filter(({ language, ageBand }) => language === null && ageBand === null)).toHaveLength(18)
  })

  it.each([
    ['write to nina.k@example.org now', 'write to […] now', false],
    ['call +41 79 123 45 67', 'call […]', false],
    ['اتصل بي ٠٦١٢٣٤٥٦٧٨', 'اتصل بي […]', false],
    ['in 2019 and 2020, 15.03.2024', 'in 2019 and 2020, 15.03.2024', false],
    ['my name is Nina', 'my name is Nina', true],
    ['More lessons about safety', 'More lessons about safety', false]
  ])('%s: kept as “%s”, doubtful: %s', (written, text, doubtful) => {
    expect(remarkRows(version, [said(written)])).toMatchObject([{ text, doubtful }])
  })
})
