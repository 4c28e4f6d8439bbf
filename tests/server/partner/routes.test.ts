import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { languages } from '#locales'
import { cardsPrinted } from '#surveys'
import { invite } from '../../../server/cards/invite.ts'
import { close } from '../../../server/secretariat/close.ts'
import type { OpenedConsultation } from '../../../server/consultations/find.ts'
import { auditLog, cardBatches, cards } from '../../../server/database/schema.ts'
import { secretIn } from '../../../server/keys/secret.ts'
import { cardHash, fingerprintOfCard } from '../../../server/tokens/card-hash.ts'
import { keyOf, hashOf, sentAs, someCodes } from '../../support/cards.ts'
import {
  formBody,
  formHeaders,
  midway,
  openConsultation,
  openHouse,
  type House
} from '../../support/house.ts'

let house: House
let consultation: OpenedConsultation
let key: string
const lines: string[] = []

beforeAll(async () => {
  house = await openHouse({ logger: { level: 'trace', stream: { write: line => void lines.push(line) } } })
  consultation = await openConsultation(house, { access: 'cards', languages: ['fr', 'en'] })
  key = await keyOf(house, consultation, 'cards')
})
afterAll(() => house.close())

const post = (path: string, fields: Record<string, string>) =>
  house.app.inject({ method: 'POST', url: path, headers: formHeaders, payload: formBody(fields) })
const ask = (secret: string) => post('/en/partner/batch', { secret })
const send = (secret: string, codes: readonly string[], other: Record<string, string> = {}) =>
  post('/en/partner/cards', {
    secret,
    role: 'teacher',
    permissions: 'yes',
    cards: sentAs(consultation, codes),
    ...other
  })
const kept = async (secret: string) => {
  const { db } = house.database
  const [batch] = await db
    .select()
    .from(cardBatches)
    .where(eq(cardBatches.invitation, hashOf(secret)))
  const rows = await db.select().from(cards).where(eq(cards.batchId, batch!.id))
  return { batch: batch!, hashes: rows.map(({ hash }) => hash.toString('hex')) }
}

/** Another partner each time: nothing of one story is left for the next. */
let partners = 0
async function invited(size: number, to = consultation): Promise<string> {
  const invitation = { partner: `School ${(partners += 1)}`, size, another: false }
  const made = await invite(house.database.db, to, invitation, { by: 'test', now: house.now() })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value.secret
}

describe('the partner’s page', () => {
  it.each(languages)(
    'is there in %s for whoever comes, and says nothing of any consultation',
    async language => {
      const page = await house.app.inject({ url: `/${language}/partner` })
      expect(page.statusCode).toBe(200)
      expect(page.body).not.toContain('getting-help')
      expect(page.headers['set-cookie']).toBeUndefined()
    }
  )

  it('is not there in a language that nobody speaks', async () => {
    expect((await house.app.inject({ url: '/xx/partner' })).statusCode).toBe(404)
    expect((await post('/xx/partner/batch', { secret: await invited(1) })).statusCode).toBe(404)
  })
})

describe('what a link leads to', () => {
  it('is a consultation with its names and its key, and how many cards', async () => {
    const answer = await ask(await invited(200))
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(answer.json()).toEqual({
      consultation: consultation.id,
      slug: 'getting-help',
      titles: [
        { language: 'fr', text: expect.any(String) },
        { language: 'en', text: expect.any(String) }
      ],
      size: 200,
      key,
      drawn: false
    })
  })

  it.each([
    ['another secret', 'AAAAAAAAAAAAAAAAAAAAAA'],
    ['half of one', 'AAAAAAAAAAA'],
    ['no secret', ''],
    ['a text', 'not a secret at all, <b>']
  ])('is nothing for %s', async (_what, secret) => {
    expect((await ask(secret)).statusCode).toBe(404)
    expect((await send(secret, someCodes(2))).statusCode).toBe(404)
  })

  it('is nothing for a body that is no form', async () => {
    const answer = await house.app.inject({ method: 'POST', url: '/en/partner/batch' })
    expect(answer.statusCode).toBe(404)
  })
})

describe('drawn cards', () => {
  it('are kept as hashes under the pepper, all of one batch, with the role and the day of the attestation', async () => {
    const secret = await invited(40)
    const codes = someCodes(cardsPrinted(40))
    expect((await send(secret, codes)).statusCode).toBe(200)
    const { batch, hashes } = await kept(secret)
    const pepper = await secretIn(house.keyFolder, 'pepper')
    const expected = codes.map(code =>
      cardHash(pepper, fingerprintOfCard(consultation.id, code)).toString('hex')
    )
    expect(hashes.toSorted()).toEqual(expected.toSorted())
    expect(batch).toMatchObject({ attestedAs: 'teacher', attestedOn: '2026-03-10' })
    expect((await ask(secret)).json()).toMatchObject({ drawn: true })
  })

  it('are stored in the order of their hashes: nothing of the order on paper is left', async () => {
    const secret = await invited(60)
    await send(secret, someCodes(cardsPrinted(60)))
    const { hashes } = await kept(secret)
    expect(hashes).toEqual(hashes.toSorted())
  })

  it('are taken again when the very same come twice, and others are refused', async () => {
    const secret = await invited(3)
    const codes = someCodes(4)
    expect((await send(secret, codes)).statusCode).toBe(200)
    expect((await send(secret, codes.toReversed())).statusCode).toBe(200)
    expect((await send(secret, someCodes(4))).statusCode).toBe(409)
    expect((await send(secret, codes.slice(1))).statusCode).toBe(409)
    expect((await kept(secret)).hashes).toHaveLength(4)
  })

  it('are taken once, however many send at the same time', async () => {
    const secret = await invited(5)
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(secret, someCodes(6))))
    const statuses = answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)
    expect(statuses).toEqual([200, ...Array<number>(7).fill(409)])
    expect((await kept(secret)).hashes).toHaveLength(6)
  })

  it('as many as 5 000 and their spares go into one sending', async () => {
    const secret = await invited(5000)
    expect((await send(secret, someCodes(5250))).statusCode).toBe(200)
    expect((await kept(secret)).hashes).toHaveLength(5250)
  })

  it.each([
    ['one too few', 5],
    ['one too many', 7]
  ])('are refused, all of them, where they are %s', async (_what, count) => {
    const secret = await invited(5)
    expect((await send(secret, someCodes(count))).statusCode).toBe(400)
    expect(await kept(secret)).toMatchObject({ hashes: [], batch: { attestedOn: null } })
  })

  it('are refused, all of them, where one comes twice or belongs to another batch', async () => {
    const [first, second] = [await invited(1), await invited(1)]
    const [one = '', two = ''] = someCodes(2)
    expect((await send(first, [one, one])).statusCode).toBe(400)
    expect((await send(first, [one, two])).statusCode).toBe(200)
    expect((await send(second, [two, ...someCodes(1)])).statusCode).toBe(400)
    expect((await kept(second)).hashes).toEqual([])
  })

  it.each([
    ['no role', { role: '' }],
    ['a role that is none', { role: 'headmaster' }],
    ['no word on permissions', { permissions: '' }],
    ['no hashes', { cards: '' }],
    ['half a hash', { cards: 'AAAA' }],
    ['what is no base64url', { cards: '<script>'.repeat(8) }]
  ])('are refused with %s', async (_what, wrong) => {
    const secret = await invited(1)
    expect((await send(secret, someCodes(2), wrong)).statusCode).toBe(400)
    expect((await kept(secret)).hashes).toEqual([])
  })

  it('are refused where they are larger than any batch, before they are looked at', async () => {
    const secret = await invited(1)
    expect((await send(secret, [], { cards: 'A'.repeat(300 * 1024) })).statusCode).toBe(413)
    expect((await send(secret, someCodes(5251))).statusCode).toBe(400)
  })

  it('leave no trace of codes, hashes or the secret in the logs or the audit log', async () => {
    const secret = await invited(1)
    const codes = someCodes(2)
    await send(secret, codes)
    await send(secret, codes, { role: 'none' })
    const audit = JSON.stringify(await house.database.db.select().from(auditLog))
    expect(audit).toContain('drew cards')
    const said = lines.join('') + audit
    for (const each of [secret, ...codes, sentAs(consultation, codes).slice(0, 40)])
      expect(said).not.toContain(each)
  })
})

describe('a consultation that is closed', () => {
  it('takes no cards any more', async () => {
    const over = await openConsultation(house, { slug: 'over', access: 'cards' })
    const secret = await invited(1, over)
    await close(house.database.db, over, { by: 'test', now: house.now() })
    house.setClock('2026-03-10T12:01:00Z')
    expect((await ask(secret)).statusCode).toBe(410)
    expect((await send(secret, someCodes(2))).statusCode).toBe(410)
    expect((await kept(secret)).hashes).toEqual([])
    house.setClock(midway)
  })
})
