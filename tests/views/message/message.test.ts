import { describe, expect, it } from 'vitest'
import { messagePage, type Message } from '#views'
import { exampleFacts as consultation } from '../../../views/examples/consultation.ts'

const messages: readonly Message[] = [
  { kind: 'notFound' },
  { kind: 'tooLarge' },
  { kind: 'unreadable' },
  { kind: 'tooMany' },
  { kind: 'unavailable' },
  { kind: 'noFile' },
  { kind: 'failure', reference: 'ab12cd34' },
  { kind: 'notOpenYet', consultation },
  { kind: 'paused', consultation },
  { kind: 'noResultsYet', consultation, isLive: false },
  { kind: 'closed', consultation, hasResults: false },
  { kind: 'newVersion', consultation, band: '13_15' }
]

describe('a page that stands between somebody who answers and us', () => {
  it.each(messages)('can be left at once: $kind', message => {
    expect(messagePage('en', message)).toMatchObject({ leave: '/en/leave', script: 'leave' })
  })

  it.each(messages)('speaks easy words to whoever reads them: $kind', message => {
    const page = messagePage('fr', message, 'easy')
    expect(page.edition).toBe('easy')
    expect(page.footer?.privacy).toBe('/fr/privacy/easy')
  })

  it('knows the age of whoever has to start again', () => {
    expect(messagePage('en', { kind: 'newVersion', consultation, band: '10_12' })).toMatchObject({
      edition: 'easy',
      links: [{ href: '/en/getting-help/10_12' }, { href: '/en' }]
    })
  })
})
