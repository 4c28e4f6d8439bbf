import { expect, it } from 'vitest'
import { methodOf, reopen, canonicalRelease } from '#analytics'
import { languages } from '#locales'
import { createHash } from 'node:crypto'
import { madeRelease } from '../support/made-release.ts'
import { questionnaire } from './disclosure/survey.ts'

const answers = Array.from({ length: 60 }, () => new Map())
const release = madeRelease({ questionnaire, answers })
const leftOut = [
  { question: 'mood', by: ['gender'] },
  { question: 'hurt', by: [] },
  { question: 'hurt', by: ['gender'] }
]

it.each(languages)('says in %s which tables were left out, and nothing of it where none was', language => {
  const plain = methodOf(release, language)
  const said = methodOf({ ...release, leftOut }, language).filter(line => !plain.includes(line))
  expect(said).toHaveLength(1)
  // Of the question that is left out whole once, of the other by what: figures 1 and 3 of the form.
  expect(said[0]?.match(/\d+/g)).toEqual(['1', '3'])
  expect(methodOf({ ...release, leftOut: [] }, language)).toEqual(plain)
})

it('keeps what was left out in the bytes that are hashed, and opens releases that do not say', () => {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  for (const one of [release, { ...release, leftOut }]) {
    const stored = canonicalRelease(one)
    expect(reopen({ stored, hash: sha256(stored), sha256 }).leftOut).toEqual(one.leftOut)
  }
})
