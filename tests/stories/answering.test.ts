import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { codebookOf, pack } from '#surveys'
import type { OpenedConsultation } from '../../server/consultations/find.ts'
import { remarks } from '../../server/database/schema.ts'
import { close } from '../../server/secretariat/close.ts'
import { admission, type Submission } from '../../server/waiting-room/admit.ts'
import { goingIn } from '../../server/waiting-room/door.ts'
import { storeAnswers } from '../support/answers.ts'
import { answersTo, packedAnswers, waitingTexts } from '../support/waiting.ts'
import { formBody, formHeaders, midway, openConsultation, openHouse, type House } from '../support/house.ts'

let house: House
let consultation: OpenedConsultation
const address = '/en/getting-help'

beforeAll(async () => {
  house = await openHouse()
  consultation = await openConsultation(house)
})
afterAll(() => house.close())

type Fields = Readonly<Record<string, string | readonly string[]>>
const answered: Fields = {
  band: '16_17',
  version: '1',
  'q.devices': ['own_phone', 'school'],
  'q.hours': '5',
  'q.safe': 'quite_safe',
  'q.upset': 'yes',
  'q.told': 'friend',
  'q.knows_helpline': 'dk',
  'q.wishes': ['helpline_chat', '', 'parents'],
  'q.gender': 'pns'
}

function post(fields: Fields, url = address) {
  return house.app.inject({ method: 'POST', url, headers: formHeaders, payload: formBody(fields) })
}
const newId = () => randomBytes(16).toString('hex')

const stored = () => answersTo(house, consultation)
const count = async () => (await stored()).length
const countOf = async (of: OpenedConsultation) => (await packedAnswers(house, of)).length

function submissionTo(of: OpenedConsultation): Submission {
  const packed = pack(codebookOf(of.version.questionnaire), 'en', new Map())
  return { packed, remarks: [], resend: randomBytes(16), mark: null }
}

/** How many wait in the database for somebody else. */
async function countWaiting(): Promise<number> {
  const { rows } = await house.database.pool.query(
    "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
  )
  return rows.length
}

describe('a young person without a script', () => {
  it('sees what was answered before anything is stored, and then thanks', async () => {
    const before = await count()
    const check = await post(answered)
    expect(check.statusCode).toBe(200)
    expect(check.body).toContain('My own phone')
    expect(await count()).toBe(before)
    const id = /name="resend" value="([0-9a-f]{32})"/.exec(check.body)?.[1]
    const sent = await post({ ...answered, resend: id! })
    expect(sent.statusCode).toBe(303)
    expect(sent.headers.location).toBe('/en/getting-help/thanks')
    const thanks = await house.app.inject(sent.headers.location!)
    expect(thanks.statusCode).toBe(200)
    expect(await count()).toBe(before + 1)
  })

  it('can go back to change answers, which are all kept', async () => {
    const again = await post({ ...answered, stage: 'edit', resend: newId() })
    expect(again.statusCode).toBe(200)
    expect(again.body).toMatch(/value="own_phone"[^>]* checked/)
    expect(again.body).toMatch(/name="q\.hours"[^>]* value="5"|value="5"[^>]* name="q\.hours"/)
  })
})

describe('what is stored', () => {
  it('is the answers along the route, in five states, and the declared age and language', async () => {
    const fresh = await openConsultation(house, { slug: 'states' })
    await post({ ...answered, resend: newId() }, '/fr/states')
    const [row] = await answersTo(house, fresh)
    const { language, answers } = row!
    expect(language).toBe('fr')
    expect(Object.fromEntries(answers)).toMatchObject({
      devices: { state: 'answered', codes: ['own_phone', 'school'] },
      hours: { state: 'answered', number: 5 },
      told: { state: 'answered', codes: ['friend'] },
      stopped: { state: 'not_shown' },
      knows_helpline: { state: 'dk' },
      wishes: { state: 'answered', codes: ['helpline_chat', 'parents'] },
      age_band: { state: 'answered', codes: ['16_17'] },
      gender: { state: 'pns' },
      setting: { state: 'skipped' }
    })
  })

  it('leaves out what was answered off the route', async () => {
    const before = (await stored()).length
    await post({
      ...answered,
      'q.upset': 'no',
      'q.told': 'friend',
      'q.stopped': ['ashamed'],
      resend: newId()
    })
    const all = await stored()
    expect(all).toHaveLength(before + 1)
    expect(
      all.some(
        ({ answers }) =>
          answers.get('upset')?.state === 'answered' && answers.get('told')?.state === 'not_shown'
      )
    ).toBe(true)
  })

  it('keeps texts apart from the other answers, without what cannot be read', async () => {
    await post({ ...answered, 'q.message': 'Please\u0000 listen\r\nto us', resend: newId() })
    expect(await waitingTexts(house, consultation)).toContainEqual({
      question: 'message',
      text: 'Please listen\nto us'
    })
    expect(await house.database.db.$count(remarks)).toBe(0)
  })
})

describe('sending twice', () => {
  it('stores one answer and thanks both times', async () => {
    const before = await count()
    const fields = { ...answered, resend: newId() }
    expect((await post(fields)).statusCode).toBe(303)
    expect((await post(fields)).statusCode).toBe(303)
    expect(await count()).toBe(before + 1)
  })

  it('stores one answer of fifty sent at the same moment', async () => {
    const before = await count()
    const fields = { ...answered, resend: newId() }
    const replies = await Promise.all(Array.from({ length: 50 }, () => post(fields)))
    expect(new Set(replies.map(reply => reply.statusCode))).toEqual(new Set([303]))
    expect(await count()).toBe(before + 1)
  })

  it('is recognised over midnight', async () => {
    const before = await count()
    const fields = { ...answered, resend: newId() }
    house.setClock('2026-03-10T23:59:59Z')
    await house.tend()
    await post(fields)
    house.setClock('2026-03-11T00:00:01Z')
    await house.tend()
    await post(fields)
    house.setClock(midway)
    expect(await count()).toBe(before + 1)
  })

  it('stores both answers of two pupils who answer alike', async () => {
    const before = await count()
    await post({ ...answered, resend: newId() })
    await post({ ...answered, resend: newId() })
    expect(await count()).toBe(before + 2)
  })
})

describe('a form with something wrong', () => {
  it('comes back with a summary, the words at the field and everything that was typed', async () => {
    const reply = await post({
      ...answered,
      'q.hours': 'five',
      'q.message': 'kept <b>words</b>',
      resend: newId()
    })
    expect(reply.statusCode).toBe(422)
    expect(reply.body).toMatch(/<title>Error: /)
    const shown = reply.body.replace(/<script[^>]*>.*?<\/script>/gs, '')
    expect(shown.match(/Please write one whole number/g)).toHaveLength(2)
    expect(reply.body).toContain('kept &lt;b&gt;words&lt;/b&gt;')
    expect(reply.headers['cache-control']).toBe('no-store')
  })

  it.each([
    ['an unknown code', { 'q.safe': 'nonsense' }],
    ['a question that is not asked', { 'q.secret': 'x' }],
    ['a question named like a prototype', { 'q.__proto__': 'x' }],
    ['an age band of nobody', { band: '99' }],
    ['an age band that this way in does not offer', { band: '8_9' }],
    ['another that it does not offer', { band: '10_12' }],
    ['an id that is none', { resend: 'zzz' }],
    ['three thousand fields', { 'q.devices': Array<string>(3000).fill('own_phone') }]
  ])('is refused with a page when it holds %s', async (_, fields) => {
    const before = await count()
    const reply = await post({ ...answered, resend: newId(), ...fields })
    expect(reply.statusCode).toBe(400)
    expect(reply.headers['content-type']).toContain('text/html')
    expect(reply.body).not.toMatch(/at \w+ \(|node_modules/)
    expect(await count()).toBe(before)
  })

  it('takes a thousand repetitions of one ticked box for one tick', async () => {
    const reply = await post({
      ...answered,
      'q.devices': Array<string>(1000).fill('own_phone'),
      resend: newId()
    })
    expect(reply.statusCode).toBe(303)
  })

  it.each([
    ['nothing at all', '', 400],
    ['JSON', '{"band":"16_17"}', 400],
    ['ten megabytes', 'q.message=' + 'x'.repeat(10_000_000), 413]
  ])('is refused with a page when it is %s', async (what, payload, status) => {
    const headers = what === 'JSON' ? { 'content-type': 'application/json' } : formHeaders
    const reply = await house.app.inject({ method: 'POST', url: address, headers, payload })
    expect(reply.statusCode).toBe(status)
    expect(reply.body).toContain('<h1')
  })

  it('of another version is told so', async () => {
    const reply = await post({ ...answered, version: '7', resend: newId() })
    expect(reply.statusCode).toBe(409)
  })
})

describe('a whole school behind one address', () => {
  it('gets six hundred answers through, also while somebody floods', async () => {
    const before = await count()
    const flood = await Promise.all(Array.from({ length: 150 }, () => post({ band: 'none' })))
    expect(flood.map(reply => reply.statusCode)).toContain(429)
    const replies = await Promise.all(
      Array.from({ length: 600 }, () => post({ ...answered, resend: newId() }))
    )
    expect(replies.filter(reply => reply.statusCode === 303)).toHaveLength(600)
    expect(await count()).toBe(before + 600)
  })
})

describe('the questionnaire document', () => {
  const document = `${address}/16_17`

  it('is compressed, cached by its content, and the same for everybody', async () => {
    const plain = await house.app.inject(document)
    const br = await house.app.inject({ url: document, headers: { 'accept-encoding': 'gzip, br' } })
    const gz = await house.app.inject({ url: document, headers: { 'accept-encoding': 'gzip' } })
    expect(brotliDecompressSync(br.rawPayload).toString()).toBe(plain.body)
    expect(gunzipSync(gz.rawPayload).toString()).toBe(plain.body)
    expect(new Set([plain, br, gz].map(reply => reply.headers.etag)).size).toBe(3)
    const again = await house.app.inject({
      url: document,
      headers: { 'accept-encoding': 'br', 'if-none-match': String(br.headers.etag) }
    })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
  })

  it('sets no cookie, loads nothing from elsewhere and runs nothing inline', async () => {
    const reply = await house.app.inject(document)
    expect(reply.headers['set-cookie']).toBeUndefined()
    const policy = String(reply.headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
    expect(reply.headers['referrer-policy']).toBe('no-referrer')
    expect(reply.body).not.toMatch(/\sstyle="|\son\w+="|(src|href)="(https?:)?\/\//)
  })

  it('is there for the bands that anyone may choose, and for no other', async () => {
    for (const band of ['13_15', '16_17', '18_24', 'pns']) {
      expect((await house.app.inject(`${address}/${band}`)).statusCode).toBe(200)
    }
    for (const band of ['8_9', '10_12', 'x', '..%2f']) {
      expect((await house.app.inject(`${address}/${band}`)).statusCode).toBe(404)
    }
    for (const side of ['under', 'over']) {
      expect((await house.app.inject(`${address}/${side}`)).statusCode).toBe(200)
    }
  })
})

describe('outside its dates', () => {
  it('a consultation says when it opens, or that it is over, and takes nothing', async () => {
    await openConsultation(house, { slug: 'dates' })
    house.setClock('2026-03-02T22:59:59Z')
    expect((await house.app.inject('/en/dates')).statusCode).toBe(403)
    house.setClock('2026-03-02T23:00:01Z')
    expect((await house.app.inject('/en/dates')).statusCode).toBe(200)
    house.setClock('2026-03-28T22:59:58Z')
    expect((await house.app.inject('/en/dates')).statusCode).toBe(200)
    house.setClock('2026-03-28T23:00:01Z')
    expect((await house.app.inject('/en/dates')).statusCode).toBe(410)
    const late = await post({ ...answered, resend: newId() }, '/en/dates')
    expect(late.statusCode).toBe(410)
    expect(late.body).toContain('28\u00a0March 2026')
    house.setClock(midway)
  })

  it('nothing is admitted once closing has returned, however many are sending', async () => {
    const closing = await openConsultation(house, { slug: 'closing' })
    const sending = Array.from({ length: 60 }, () => post({ ...answered, resend: newId() }, '/en/closing'))
    await close(house.database.db, closing, { by: 'test', now: house.now() })
    const inTime = await countOf(closing)
    const replies = await Promise.all(sending)
    const after = await countOf(closing)
    expect(after).toBe(inTime)
    expect(replies.filter(reply => reply.statusCode === 303)).toHaveLength(after)
    expect(replies.every(reply => reply.statusCode === 303 || reply.statusCode === 410)).toBe(true)
  })

  it('a consultation that was closed early says on which day, not which day was planned', async () => {
    const early = await openConsultation(house, { slug: 'early' })
    await close(house.database.db, early, { by: 'test', now: house.now() })
    const { statusCode, body } = await house.app.inject('/en/early')
    expect(statusCode).toBe(410)
    expect(body).toContain('10\u00a0March 2026')
    expect(body).not.toContain('28\u00a0March 2026')
  })

  it('closing is not kept waiting by senders that do not stop', async () => {
    const busy = await openConsultation(house, { slug: 'busy' })
    const codes: number[] = []
    let stop = false
    const keepSending = async (): Promise<void> => {
      while (!stop) codes.push((await post({ ...answered, resend: newId() }, '/en/busy')).statusCode)
    }
    const senders = Array.from({ length: 40 }, keepSending)
    await expect.poll(() => codes.length).toBeGreaterThan(100)
    await close(house.database.db, busy, { by: 'test', now: house.now() })
    const inTime = await countOf(busy)
    await expect.poll(() => codes.includes(410)).toBe(true)
    stop = true
    await Promise.all(senders)
    expect(await countOf(busy)).toBe(inTime)
    expect(codes.filter(code => code === 303)).toHaveLength(inTime)
    expect(codes.every(code => code === 303 || code === 410)).toBe(true)
  })

  it('who sends while closing waits for others does not get in before it', async () => {
    const queue = await openConsultation(house, { slug: 'queue' })
    const { db } = house.database
    let letGo = (): void => undefined
    const held = new Promise<void>(resolve => {
      letGo = resolve
    })
    let admitted = false
    const first = db.transaction(async tx => {
      await tx.execute(sql`select ${goingIn(queue.id)}`)
      admitted = true
      await held
    })
    await expect.poll(() => admitted).toBe(true)
    const closing = close(db, queue, { by: 'test', now: house.now() })
    await expect.poll(countWaiting).toBe(1)
    const late = admission(house.database)(queue, submissionTo(queue), house.now())
    await Promise.race([late, expect.poll(countWaiting).toBe(2)])
    letGo()
    await first
    expect(await closing).toBe(true)
    expect(await late).toBe('closed')
    expect(await countOf(queue)).toBe(0)
  })

  it.each(['refused', 'released'])(
    'an answer from before midnight does not land behind a release that is %s',
    async outcome => {
      const slug = `midnight-${outcome}`
      const over = await openConsultation(house, { slug })
      if (outcome === 'released') await storeAnswers(house.database.db, over, 100, 'en')
      const before = await countOf(over)
      house.setClock('2026-03-29T08:00:00Z')
      const made = await house.publish(over)
      expect(made.outcome).toBe(outcome)
      // Found open before midnight, it waited for a connection until now.
      house.setClock('2026-03-28T22:59:59Z')
      expect((await post({ ...answered, resend: newId() }, `/en/${slug}`)).statusCode).toBe(410)
      expect(await countOf(over)).toBe(before)
      house.setClock(midway)
    }
  )

  it('a release that is refused because answers still come in lets them come in', async () => {
    const open = await openConsultation(house, { slug: 'too-early' })
    const made = await house.publish(open)
    expect(made).toMatchObject({ outcome: 'refused', code: 'stillOpen' })
    expect((await post({ ...answered, resend: newId() }, '/en/too-early')).statusCode).toBe(303)
  })
})

describe('addresses that lead nowhere', () => {
  it.each([
    '/en/unknown',
    '/xx/getting-help',
    '/en/getting-help/thanks/more',
    '/assets/x.js',
    '/en/results/unknown',
    '/favicon.ico'
  ])('%s gives a page that says so', async url => {
    const reply = await house.app.inject(url)
    expect(reply.statusCode).toBe(404)
    expect(reply.body).toContain('<h1')
  })
})
