import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coarsen, coarseningLimits } from '#analytics'
import { codebookOf, profileCodes, stateCodes, type ProfileName } from '#surveys'
import {
  atLeastFive,
  everything,
  formWith,
  packed,
  peopleOf,
  read,
  routedByAge,
  routedByTwo,
  shown
} from './profiles.ts'

const { countryFrom, heldBy } = coarseningLimits

describe('a rare profile', () => {
  it('gives up what makes it rare, and nothing where enough share it', () => {
    const form = formWith('age_band', 'gender')
    const people = [
      ...packed(form, 5, { age_band: '13_15', gender: 'female' }),
      ...packed(form, 4, { age_band: '13_15', gender: 'another' }),
      ...packed(form, 5, { age_band: '13_15' })
    ]
    const coarse = read(form, coarsen(form, [], people))
    expect(coarse.slice(0, 5)).toEqual(shown(5, ['13_15', 'female']))
    expect(coarse.slice(5, 9)).toEqual(shown(4, ['13_15', 'skipped']))
    expect(coarse.slice(9)).toEqual(shown(5, ['13_15', 'skipped']))
  })

  it('of four who can join nobody gives up everything; one of five is kept', () => {
    const form = formWith('age_band', 'gender')
    const lonely = { age_band: '8_9', gender: 'another' }
    expect(read(form, coarsen(form, [], packed(form, 4, lonely)))).toEqual(shown(4, ['skipped', 'skipped']))
    expect(read(form, coarsen(form, [], packed(form, 5, lonely)))).toEqual(shown(5, ['8_9', 'another']))
  })

  it('gives up its setting before its disability, and these before its gender', () => {
    const form = formWith('gender', 'disability', 'setting')
    const people = [
      ...packed(form, 3, { gender: 'male', disability: 'yes', setting: 'city' }),
      ...packed(form, 3, { gender: 'male', disability: 'yes', setting: 'village' })
    ]
    expect(read(form, coarsen(form, [], people))).toEqual(shown(6, ['male', 'yes', 'skipped']))
    const others = [
      ...packed(form, 3, { gender: 'male', disability: 'yes', setting: 'city' }),
      ...packed(form, 3, { gender: 'male', disability: 'no', setting: 'city' })
    ]
    expect(read(form, coarsen(form, [], others))).toEqual(shown(6, ['male', 'skipped', 'city']))
  })

  it('gives up a breakdown last, and of the breakdowns the one named last first', () => {
    const form = formWith('gender', 'setting')
    const people = [
      ...packed(form, 3, { gender: 'male', setting: 'city' }),
      ...packed(form, 3, { gender: 'male', setting: 'town' }),
      ...packed(form, 2, { gender: 'female', setting: 'city' })
    ]
    expect(read(form, coarsen(form, [], people))).toEqual([
      ...shown(6, ['male', 'skipped']),
      ...shown(2, ['skipped', 'skipped'])
    ])
    const bySetting = [
      ...shown(3, ['skipped', 'city']),
      ...shown(3, ['skipped', 'skipped']),
      ...shown(2, ['skipped', 'city'])
    ]
    expect(read(form, coarsen(form, ['setting'], people))).toEqual(bySetting)
    expect(read(form, coarsen(form, ['setting', 'gender'], people))).toEqual(bySetting)
  })

  it('says nothing where nobody was asked about themselves', () => {
    const form = formWith()
    expect(coarsen(form, [], packed(form, 3, {}))).toEqual(packed(form, 3, {}))
    expect(coarsen(form, [], [])).toEqual([])
  })
})

describe('a country', () => {
  const form = formWith('country', 'region')
  it('with 99 answers becomes its region, with 100 it stays', () => {
    expect(read(form, coarsen(form, [], packed(form, 99, { country: 'ke' })))).toEqual(
      shown(99, ['skipped', 'africa'])
    )
    expect(read(form, coarsen(form, [], packed(form, 100, { country: 'ke' })))).toEqual(
      shown(100, ['ke', 'skipped'])
    )
  })

  it('does not overrule the region that somebody named or preferred not to say', () => {
    const people = [
      ...packed(form, 5, { country: 'ke', region: 'europe' }),
      ...packed(form, 5, { country: 'ke', region: 'pns' }),
      ...packed(form, 5, { country: 'ke', region: 'dk' })
    ]
    expect(read(form, coarsen(form, [], people))).toEqual([
      ...shown(5, ['skipped', 'europe']),
      ...shown(5, ['skipped', 'pns']),
      ...shown(5, ['skipped', 'africa'])
    ])
  })

  it('leaves the region that follows from it where no region is asked for', () => {
    const without = formWith('country')
    expect(read(without, coarsen(without, [], packed(without, 9, { country: 'ke' })))).toEqual(
      shown(9, ['skipped', 'africa'])
    )
  })

  it('is gone where it lies in no region', () => {
    expect(read(form, coarsen(form, [], packed(form, 9, { country: 'aq' })))).toEqual(
      shown(9, ['skipped', 'skipped'])
    )
  })

  it('becomes its region for all where rare profiles leave too few of it', () => {
    const both = formWith('country', 'region', 'gender')
    const people = [
      ...packed(both, 99, { country: 'ke', region: 'africa', gender: 'female' }),
      ...packed(both, 2, { country: 'ke', region: 'africa', gender: 'male' }),
      ...packed(both, 9, { region: 'africa', gender: 'male' })
    ]
    expect(read(both, coarsen(both, [], people))).toEqual([
      ...shown(99, ['skipped', 'africa', 'female']),
      ...shown(11, ['skipped', 'africa', 'male'])
    ])
  })
})

describe('an answer that decides what is asked', () => {
  it('becomes what leads to the same questions, so that nothing contradicts the route', () => {
    const people = [
      ...packed(routedByAge, 4, { age_band: '8_9' }),
      ...packed(routedByAge, 4, { age_band: '18_24', later: 'yes' })
    ]
    expect(read(routedByAge, coarsen(routedByAge, [], people))).toEqual([
      ...shown(4, ['pns', 'not_shown']),
      ...shown(4, ['skipped', 'yes'])
    ])
  })

  it('counts as said where the route still tells it', () => {
    // Five without an age, but of one of them the route tells that it is a young one.
    const form = formWith('gender', 'age_band')
    const routed = { ...form, sections: routedByAge.sections.toSpliced(1, 0, ...form.sections.slice(-1)) }
    const people = [
      ...packed(routed, 1, { age_band: '8_9', gender: 'another' }),
      ...packed(routed, 9, { age_band: 'skipped', gender: 'another', later: 'yes' })
    ]
    const [first] = read(routed, coarsen(routed, [], people))
    expect(first).not.toContain('another')
  })

  it('finds the states that fit together where several decide at once', () => {
    const people = packed(routedByTwo, 4, { age_band: '8_9', gender: 'female', later: 'yes' })
    const [first] = read(routedByTwo, coarsen(routedByTwo, [], people))
    expect(first).toEqual(['pns', 'skipped', 'yes'])
  })
})

describe('coarsening any responses', () => {
  it('leaves no combination that fewer than five hold, and no country with fewer than a hundred', () => {
    fc.assert(
      fc.property(everything, ({ form, breakdowns, responses }) => {
        const coarse = coarsen(form, breakdowns, responses)
        const people = peopleOf(form, coarse)
        expect(atLeastFive(people, heldBy)).toBe(true)
        for (const country of profileCodes.country.slice(0, 20)) {
          const count = people.filter(person => person.get('country') === country).length
          expect(count === 0 || count >= countryFrom).toBe(true)
        }
      })
    )
  })

  it('changes background answers only, takes out or tells a region, and invents nothing', () => {
    fc.assert(
      fc.property(everything, ({ form, breakdowns, responses }) => {
        const { entries } = codebookOf(form)
        const coarse = coarsen(form, breakdowns, responses)
        expect(coarse).toHaveLength(responses.length)
        coarse.forEach((response, row) => {
          const before = responses[row] ?? []
          expect(response).toHaveLength(before.length)
          response.forEach((value, at) => {
            if (value === before[at]) return
            const question = entries.find(({ slots }) => slots.some(slot => slot.at === at))?.question
            const profile: ProfileName | undefined = question?.profile
            expect(profile).toBeDefined()
            if (profile !== 'region' || value < 0) expect(value).toBeLessThan(0)
            expect(value).not.toBe(stateCodes.not_shown)
          })
        })
      })
    )
  })

  it('twice changes nothing more', () => {
    fc.assert(
      fc.property(everything, ({ form, breakdowns, responses }) => {
        const once = coarsen(form, breakdowns, responses)
        expect(coarsen(form, breakdowns, once)).toEqual(once)
      })
    )
  })

  it('does not depend on who came first', () => {
    const shuffled = everything.chain(given =>
      fc
        .shuffledSubarray([...given.responses.keys()], { minLength: given.responses.length })
        .map(order => ({ ...given, order }))
    )
    fc.assert(
      fc.property(shuffled, ({ form, breakdowns, responses, order }) => {
        const inOrder = coarsen(form, breakdowns, responses)
        const moved = coarsen(
          form,
          breakdowns,
          order.map(row => responses[row] ?? [])
        )
        expect(moved).toEqual(order.map(row => inOrder[row]))
      })
    )
  })

  it('leaves alone what is held by enough from the beginning', () => {
    fc.assert(
      fc.property(everything, ({ form, breakdowns, responses }) => {
        const five = responses.flatMap(response => Array.from({ length: 100 }, () => response))
        expect(coarsen(form, breakdowns, five)).toEqual(five)
      }),
      { numRuns: 20 }
    )
  })

  it('refuses what is no response of the version', () => {
    expect(() => coarsen(formWith('gender'), [], [[0]])).toThrow(RangeError)
  })
})
