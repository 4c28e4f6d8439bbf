import fc from 'fast-check'
import { createPublicKey } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '#locales'
import { limitOf, questionsOf } from '#surveys'
import { concerns } from '../../../server/database/schema.ts'
import { collectConcerns } from '../../../server/safeguarding/collect.ts'
import { readConcern, writeConcern } from '../../../server/safeguarding/concern.ts'
import { concernsFile, readConcerns } from '../../../server/safeguarding/concerns-file.ts'
import { leadKeyFrom, leadKeyText, newLeadKey, readLeadKey } from '../../../server/safeguarding/lead-key.ts'
import { admission } from '../../../server/waiting-room/admit.ts'
import { fewestTogether, pourAtClose } from '../../../server/waiting-room/pour.ts'
import { stir } from '../../../server/waiting-room/stir.ts'
import { submissionOf } from '../../support/admitted.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'
import { smallQuestionnaire } from '../../support/small-consultation.ts'
import type { OpenedConsultation } from '../../../server/consultations/find.ts'

const questionnaire = smallQuestionnaire()
const lead = newLeadKey()
const leadKey = leadKeyFrom(lead.pem)!

describe('the key of a safeguarding lead', () => {
  it('is read as it was written down, and not with a slip', () => {
    const raw = readLeadKey(lead.text)!
    expect(leadKeyText(raw)).toBe(lead.text)
    expect(raw).toEqual(leadKey.publicKey)
    expect(createPublicKey(leadKey.privateKey).asymmetricKeyType).toBe('x25519')
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: lead.text.length - 1 }),
        fc.constantFrom(...'aZ9_-'),
        (at, letter) => {
          const slip = lead.text.slice(0, at) + letter + lead.text.slice(at + 1)
          expect(readLeadKey(slip) === undefined || slip === lead.text).toBe(true)
        }
      )
    )
  })

  it.each([
    '',
    'lead-',
    'lead-abc',
    `${lead.text} `,
    lead.text.toUpperCase(),
    leadKey.publicKey.toString('base64url')
  ])('is not “%s”', text => expect(readLeadKey(text)).toBeUndefined())

  it('is not in a file that holds something else', () => {
    expect(leadKeyFrom('')).toBeUndefined()
    expect(leadKeyFrom(lead.pem.slice(0, 60))).toBeUndefined()
  })
})

describe('what is sealed for the lead', () => {
  it('is read as it was written, and always has one length', () => {
    const open = questionsOf(questionnaire).filter(
      ({ kind }) => kind === 'long_text' || kind === 'short_text'
    )
    const text = fc.string({ unit: 'grapheme', maxLength: 60 })
    const concern = fc.record({
      language: fc.constantFrom(...languages),
      texts: fc.array(text, { minLength: 1, maxLength: open.length })
    })
    const empty = writeConcern(questionnaire, undefined)
    expect(readConcern(empty)).toBeUndefined()
    fc.assert(
      fc.property(concern, each => {
        const bytes = writeConcern(questionnaire, each)
        expect(bytes.length).toBe(empty.length)
        expect(readConcern(bytes)).toEqual(each)
      })
    )
  })

  it('has room for the longest texts', () => {
    const texts = questionsOf(questionnaire).flatMap(question =>
      question.kind === 'long_text' || question.kind === 'short_text' ? ['说'.repeat(limitOf(question))] : []
    )
    expect(texts.length).toBeGreaterThan(0)
    expect(readConcern(writeConcern(questionnaire, { language: 'zh', texts }))?.texts).toEqual(texts)
  })
})

describe('a consultation with the key of a safeguarding lead', () => {
  let house: House
  let consultation: OpenedConsultation
  const hard = 'My uncle hits me every day and I want to die.'
  const db = () => house.database.as('pourer').db

  beforeAll(async () => {
    house = await openHouse()
    consultation = await openConsultation(house, {
      assured: { safeguardingKey: lead.text }
    })
  })
  afterAll(() => house.close())

  async function send(count: number, text: (number: number) => string): Promise<void> {
    const admit = admission(house.database.as('admission'))
    const open = questionsOf(consultation.version.questionnaire).find(({ kind }) => kind === 'long_text')!
    for (let number = 0; number < count; number += 1) {
      const remarks = [{ question: open.id, text: text(number) }]
      const submission = { ...submissionOf(consultation, number), mark: null, remarks }
      expect(await admit(consultation, submission, house.now())).toBe('stored')
    }
  }

  async function collected() {
    let file = ''
    const keep = async (rows: readonly Buffer[]) => {
      file = concernsFile('small', rows)
    }
    const actor = { by: 'test', now: house.now() }
    await collectConcerns(house.database.as('secretariat').db, consultation, keep, actor)
    return readConcerns(file, leadKey)
  }

  it('tells the lead every night what holds signs of harm, in tens of rows, and each text once', async () => {
    await send(12, number => (number === 7 ? hard : 'Please make reporting easier.'))
    await stir(db(), house.keyFolder, consultation, house.now())
    await stir(db(), house.keyFolder, consultation, house.now())
    const rows = await house.database.db.select().from(concerns)
    expect(new Set(rows.map(({ sealed }) => sealed.length)).size).toBe(1)
    expect(await collected()).toMatchObject({
      outcome: 'read',
      rows: 20,
      concerns: [{ language: 'en', texts: [hard] }]
    })
    expect(await house.database.db.$count(concerns)).toBe(0)
    expect(await collected()).toMatchObject({ outcome: 'notAFile' })
  })

  it('loses no row when the file cannot be kept', async () => {
    await send(1, () => hard)
    await stir(db(), house.keyFolder, consultation, house.now())
    const actor = { by: 'test', now: house.now() }
    const failing = collectConcerns(
      house.database.as('secretariat').db,
      consultation,
      () => Promise.reject(new Error('the disk is full')),
      actor
    )
    await expect(failing).rejects.toThrow('the disk is full')
    expect(await collected()).toMatchObject({ rows: 10, concerns: [{ texts: [hard] }] })
  })

  it('tells at the close what came since the last night', async () => {
    await send(fewestTogether, number => (number === 0 ? hard : 'More sport, please.'))
    await pourAtClose(db(), house.keyFolder, consultation, {
      by: 'test',
      now: new Date('2026-04-01T12:00:00Z')
    })
    expect(await collected()).toMatchObject({ rows: 10, concerns: [{ texts: [hard] }] })
  })

  it('says so wherever it says that nobody reads', async () => {
    const said = 'One exception: if it sounds as if somebody is being hurt'
    for (const page of ['13_15', '13_15/questions', 'thanks', 'privacy', 'privacy/easy']) {
      const { payload, statusCode } = await house.app.inject(`/en/${consultation.slug}/${page}`)
      expect([page, statusCode]).toEqual([page, 200])
      expect([
        page,
        page === 'privacy' ? payload.includes('locks such a text') : payload.includes(said)
      ]).toEqual([page, true])
    }
  })
})

describe('a file for the lead', () => {
  it.each(['', '{}', '{"schema":"earshot.concerns/1"}', '[1]', 'x'.repeat(1000)])('is not %#', text => {
    expect(readConcerns(text, leadKey)).toEqual({ outcome: 'notAFile' })
  })

  it('tells another key, and damage', () => {
    const file = concernsFile('small', [Buffer.alloc(1084, 7)])
    expect(readConcerns(file, leadKey)).toEqual({ outcome: 'otherKey' })
  })
})
