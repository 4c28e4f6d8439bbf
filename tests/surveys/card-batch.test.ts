import { describe, expect, it } from 'vitest'
import { cardsPrinted } from '#surveys'

describe('cards of a batch', () => {
  it.each([
    [1, 2],
    [20, 21],
    [21, 23],
    [100, 105],
    [200, 210],
    [5000, 5250]
  ])('for %d to hand out are %d on paper', (size, printed) => {
    expect(cardsPrinted(size)).toBe(printed)
  })
})
