import { describe, expect, it } from 'vitest'
import { checkMeeting, type Meeting } from '#surveys'

const meeting: Meeting = {
  body: 'CWG-COP',
  number: 24,
  place: 'Geneva',
  startsOn: '2026-09-08',
  endsOn: '2026-09-09',
  documentDeadline: '2026-08-27',
  timeZone: 'Europe/Zurich'
}

describe('a meeting', () => {
  it('has no problem when all of it is right', () => {
    expect(checkMeeting(meeting)).toEqual([])
    expect(
      checkMeeting({ ...meeting, endsOn: meeting.startsOn, documentDeadline: meeting.startsOn })
    ).toEqual([])
  })

  it.each<[Partial<Meeting>, string, string]>([
    [{ body: ' ' }, 'body', 'meeting.empty'],
    [{ place: '' }, 'place', 'meeting.empty'],
    [{ number: 0 }, 'number', 'meeting.notANumber'],
    [{ number: 2.5 }, 'number', 'meeting.notANumber'],
    [{ number: NaN }, 'number', 'meeting.notANumber'],
    [{ number: Infinity }, 'number', 'meeting.notANumber'],
    [{ number: 3_000_000_000 }, 'number', 'meeting.notANumber'],
    [{ startsOn: '2026-02-30' }, 'startsOn', 'meeting.notADate'],
    [{ endsOn: 'soon' }, 'endsOn', 'meeting.notADate'],
    [{ documentDeadline: '' }, 'documentDeadline', 'meeting.notADate'],
    [{ timeZone: 'Geneva' }, 'timeZone', 'meeting.unknownTimeZone'],
    [{ endsOn: '2026-09-07' }, 'endsOn', 'meeting.endsBeforeItStarts'],
    [{ documentDeadline: '2026-09-10' }, 'documentDeadline', 'meeting.deadlineAfterMeeting']
  ])('with %j tells it at %s', (change, at, code) => {
    expect(checkMeeting({ ...meeting, ...change })).toMatchObject([{ at, code }])
  })

  it('tells everything that is wrong at once', () => {
    const wrong = { ...meeting, body: '', number: -1, startsOn: 'x', endsOn: 'y', timeZone: 'z' }
    expect(checkMeeting(wrong).map(({ at }) => at)).toEqual([
      'startsOn',
      'endsOn',
      'timeZone',
      'number',
      'body'
    ])
  })
})
