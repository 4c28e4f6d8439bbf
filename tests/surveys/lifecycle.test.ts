import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateAt, instantsOf, isDate, isTimeZone, statusAt, type Schedule } from '#surveys'

function schedule(from: string, until: string, timeZone: string): Schedule {
  return { ...instantsOf(from, until, timeZone), closedEarlyAt: null, paused: false }
}
const at = (instant: string) => new Date(instant)
const before = (instant: string) => new Date(at(instant).getTime() - 1)

describe('a consultation', () => {
  // Offsets and dates of change: IANA time zone database.
  it.each<[string, string, string, string, string, string]>([
    [
      'in Geneva in winter',
      'Europe/Zurich',
      '2026-03-03',
      '2026-03-28',
      '2026-03-02T23:00Z',
      '2026-03-28T23:00Z'
    ],
    [
      'over a night that loses an hour',
      'Europe/Zurich',
      '2026-03-29',
      '2026-03-29',
      '2026-03-28T23:00Z',
      '2026-03-29T22:00Z'
    ],
    [
      'over a night that gains an hour',
      'Europe/Zurich',
      '2026-10-25',
      '2026-10-25',
      '2026-10-24T22:00Z',
      '2026-10-25T23:00Z'
    ],
    [
      'at an offset of 5 h 45',
      'Asia/Kathmandu',
      '2026-01-01',
      '2026-01-01',
      '2025-12-31T18:15Z',
      '2026-01-01T18:15Z'
    ],
    [
      'where the day began at one o’clock',
      'America/Sao_Paulo',
      '2018-11-04',
      '2018-11-04',
      '2018-11-04T03:00Z',
      '2018-11-05T02:00Z'
    ],
    [
      'where midnight came twice',
      'America/Sao_Paulo',
      '2018-02-17',
      '2018-02-17',
      '2018-02-17T02:00Z',
      '2018-02-18T03:00Z'
    ],
    [
      'on the other side of the date line',
      'Pacific/Apia',
      '2026-06-01',
      '2026-06-02',
      '2026-05-31T11:00Z',
      '2026-06-02T11:00Z'
    ],
    [
      'around a day that never was',
      'Pacific/Apia',
      '2011-12-29',
      '2011-12-31',
      '2011-12-29T10:00Z',
      '2011-12-31T10:00Z'
    ],
    ['on a leap day', 'UTC', '2028-02-29', '2028-02-29', '2028-02-29T00:00Z', '2028-03-01T00:00Z'],
    ['over the turn of the year', 'UTC', '2026-12-31', '2027-01-01', '2026-12-31T00:00Z', '2027-01-02T00:00Z']
  ])(
    '%s is open from the first to the last millisecond of its dates',
    (_, zone, from, until, opens, closes) => {
      const dates = schedule(from, until, zone)
      expect(statusAt(dates, before(opens))).toBe('scheduled')
      expect(statusAt(dates, at(opens))).toBe('open')
      expect(statusAt(dates, before(closes))).toBe('open')
      expect(statusAt(dates, at(closes))).toBe('closed')
    }
  )

  it('whose last day was skipped by the calendar closes with the day before it', () => {
    const dates = schedule('2011-12-28', '2011-12-30', 'Pacific/Apia')
    expect(statusAt(dates, before('2011-12-30T10:00Z'))).toBe('open')
    expect(statusAt(dates, at('2011-12-30T10:00Z'))).toBe('closed')
  })

  it('without dates is a draft', () => {
    const draft = { ...schedule('2026-03-03', '2026-03-28', 'UTC'), opensAt: null }
    expect(statusAt(draft, at('2026-03-10T00:00Z'))).toBe('draft')
    expect(statusAt({ ...draft, closesAt: null }, at('2026-03-10T00:00Z'))).toBe('draft')
  })

  it('that somebody closed is closed from that very millisecond', () => {
    const closedEarlyAt = at('2026-03-10T12:00Z')
    const dates = { ...schedule('2026-03-03', '2026-03-28', 'UTC'), closedEarlyAt }
    expect(statusAt(dates, before('2026-03-10T12:00Z'))).toBe('open')
    expect(statusAt(dates, closedEarlyAt)).toBe('closed')
    expect(statusAt({ ...dates, paused: true }, before('2026-03-10T12:00Z'))).toBe('paused')
    expect(statusAt({ ...dates, paused: true }, closedEarlyAt)).toBe('closed')
  })

  it('goes from scheduled over open to closed and never back', () => {
    const zone = fc.constantFrom(
      'Europe/Zurich',
      'America/Sao_Paulo',
      'Pacific/Apia',
      'Asia/Kathmandu',
      'UTC'
    )
    const instant = fc.date({
      min: at('2010-01-01T00:00Z'),
      max: at('2030-01-01T00:00Z'),
      noInvalidDate: true
    })
    const order = ['scheduled', 'open', 'closed']
    fc.assert(
      fc.property(zone, instant, fc.nat(60), instant, instant, (timeZone, opens, days, one, other) => {
        const last = new Date(opens.getTime() + days * 86_400_000)
        const dates = schedule(dateAt(opens, timeZone), dateAt(last, timeZone), timeZone)
        const [earlier, later] = one <= other ? [one, other] : [other, one]
        expect(order.indexOf(statusAt(dates, earlier))).toBeLessThanOrEqual(
          order.indexOf(statusAt(dates, later))
        )
      })
    )
  })

  it('is open at a moment exactly when the date there lies within its dates', () => {
    const zone = fc.constantFrom('Europe/Zurich', 'America/Sao_Paulo', 'Pacific/Apia', 'Asia/Kathmandu')
    const instant = fc.date({
      min: at('2015-01-01T00:00Z'),
      max: at('2020-01-01T00:00Z'),
      noInvalidDate: true
    })
    fc.assert(
      fc.property(zone, instant, (timeZone, now) => {
        const today = dateAt(now, timeZone)
        expect(statusAt(schedule(today, today, timeZone), now)).toBe('open')
        expect(statusAt(schedule('2020-06-01', '2020-06-02', timeZone), now)).toBe('scheduled')
        expect(statusAt(schedule('2014-06-01', '2014-06-02', timeZone), now)).toBe('closed')
      })
    )
  })
})

describe('a date', () => {
  it.each(['2026-03-28', '2028-02-29', '0001-01-01', '9999-12-31'])('%s is one', date => {
    expect(isDate(date)).toBe(true)
  })

  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-3-28',
    '28-03-2026',
    '2026-03-28T00:00',
    ' 2026-03-28',
    '2026-03-28\n',
    ''
  ])('%j is none', date => {
    expect(isDate(date)).toBe(false)
  })

  it('is that of the place, not of the server', () => {
    const now = at('2026-03-28T23:30Z')
    expect(dateAt(now, 'UTC')).toBe('2026-03-28')
    expect(dateAt(now, 'Asia/Kathmandu')).toBe('2026-03-29')
    expect(dateAt(now, 'America/Sao_Paulo')).toBe('2026-03-28')
  })
})

describe('a time zone', () => {
  it.each(['Europe/Zurich', 'UTC', 'America/Sao_Paulo', 'Asia/Kathmandu', 'Pacific/Apia'])(
    '%s is one',
    zone => {
      expect(isTimeZone(zone)).toBe(true)
    }
  )

  it.each(['', 'Geneva', 'Europe/Geneve', '+01:00', '-0300', 'Europe/Zurich ', '__proto__'])(
    '%j is none',
    zone => {
      expect(isTimeZone(zone)).toBe(false)
    }
  )
})
