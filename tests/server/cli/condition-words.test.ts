import { describe, expect, it } from 'vitest'
import type { Condition } from '#surveys'
import { conditionInWords } from '../../../server/cli/condition-words.ts'

const is = (question: string, selected: string): Condition => ({ question, selected })

describe('a condition in words', () => {
  it.each<[string, Condition]>([
    ['upset is yes', is('upset', 'yes')],
    ['upset is not yes', { not: is('upset', 'yes') }],
    ['upset is answered', { question: 'upset', answered: true }],
    ['not (upset is answered)', { not: { question: 'upset', answered: true } }],
    ['hours >= 3', { question: 'hours', compare: '>=', number: 3 }],
    ['age is one of a, b', { any: [is('age', 'a'), is('age', 'b')] }],
    ['age is none of a, b', { not: { any: [is('age', 'a'), is('age', 'b')] } }],
    ['age is a or sex is b', { any: [is('age', 'a'), is('sex', 'b')] }],
    ['not (age is a or sex is b)', { not: { any: [is('age', 'a'), is('sex', 'b')] } }],
    ['age is one of a, b and sex is c', { all: [{ any: [is('age', 'a'), is('age', 'b')] }, is('sex', 'c')] }],
    ['(age is a or sex is b) and x is c', { all: [{ any: [is('age', 'a'), is('sex', 'b')] }, is('x', 'c')] }],
    ['(age is a and sex is b) or x is c', { any: [{ all: [is('age', 'a'), is('sex', 'b')] }, is('x', 'c')] }]
  ])('reads: %s', (words, condition) => {
    expect(conditionInWords(condition)).toBe(words)
  })
})
