import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { desc, eq } from 'drizzle-orm'
import { takeIn } from '../../../server/cards/take-in.ts'
import type { OpenedConsultation } from '../../../server/consultations/find.ts'
import { auditLog, cardBatches, cards, rooms } from '../../../server/database/schema.ts'
import { secretIn } from '../../../server/keys/secret.ts'
import { fingerprintOfCard } from '../../../server/tokens/card-hash.ts'
import { cardsPrinted, groupedCode } from '#surveys'
import { hashOf, someCodes } from '../../support/cards.ts'
import { commandLine, type Ran } from '../../support/command-line.ts'
import { makeFolder } from '../../support/folder.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House
let withCards: OpenedConsultation
let folder: Awaited<ReturnType<typeof makeFolder>>
let earshot: (...words: string[]) => Promise<Ran>

// The command line looks at the real clock: these stay open for long.
const long = { from: '2026-03-03', until: '2099-12-31' }

beforeAll(async () => {
  house = await openHouse()
  withCards = await openConsultation(house, {
    slug: 'cards',
    access: 'cards',
    languages: ['en', 'fr'],
    ...long
  })
  await openConsultation(house, { slug: 'hall', access: 'room', languages: ['en', 'ar'], ...long })
  folder = await makeFolder()
  earshot = commandLine({
    DATABASE_URL: house.url,
    EARSHOT_KEYS: house.keyFolder,
    PUBLIC_URL: 'https://earshot.example'
  })
})
afterAll(async () => {
  await house.close()
  await folder.remove()
})

const secretsIn = ({ out }: Ran) => [...out.matchAll(/#([\w-]{22})$/gm)].map(match => match[1] ?? '')
const batchIn = ({ out }: Ran) => /Batch ([0-9a-f]{8})/.exec(out)?.[1] ?? ''
const lastNoted = async () => {
  const [entry] = await house.database.db.select().from(auditLog).orderBy(desc(auditLog.id)).limit(1)
  return entry
}

/** What a partner's browser does with the secret of its link. */
async function draw(secret: string, size: number): Promise<string[]> {
  const codes = someCodes(cardsPrinted(size))
  const became = await takeIn(house.database.db, await secretIn(house.keyFolder, 'pepper'), {
    invitation: hashOf(secret),
    fingerprints: codes.map(code => fingerprintOfCard(withCards.id, code)),
    attestedAs: 'helpline',
    today: '2026-03-10',
    now: house.now()
  })
  expect(became).toBe('taken')
  return codes
}
const invite = (partner: string, size: number, ...more: string[]) =>
  earshot('cards', 'invite', 'cards', '--partner', partner, '--cards', String(size), ...more)
const redeem = (count: number, batch: string) =>
  house.database.pool.query(
    `update cards set redeemed_for = '\\x01' where hash in
       (select hash from cards where batch_id::text like $1 || '%' and redeemed_for is null limit $2)`,
    [batch, count]
  )

describe('earshot cards invite', () => {
  it('prints a link in each language of the consultation, of which only the hash is stored', async () => {
    const ran = await invite('Lycée Jean Moulin', 200)
    expect(ran).toMatchObject({ code: 0, err: '' })
    const [secret, ...others] = [...new Set(secretsIn(ran))]
    expect(others).toEqual([])
    for (const language of ['en', 'fr'])
      expect(ran.out).toContain(`https://earshot.example/${language}/partner#${secret}\n`)
    const [batch] = await house.database.db
      .select()
      .from(cardBatches)
      .where(eq(cardBatches.invitation, hashOf(secret ?? '')))
    expect(batch).toMatchObject({
      partner: 'Lycée Jean Moulin',
      size: 200,
      attestedOn: null,
      attestedAs: null
    })
    const noted = await lastNoted()
    expect(noted).toMatchObject({ did: 'invited partner to print cards', consultationId: withCards.id })
    expect(JSON.stringify(noted)).not.toContain(secret)
  })

  it('renews the link of a batch that nobody has drawn, unless another one is asked for', async () => {
    const first = await invite('Twice', 30)
    const again = await invite('Twice', 30)
    expect(batchIn(again)).toBe(batchIn(first))
    expect(again.out).toContain('takes the place of the earlier one')
    expect(secretsIn(again)).not.toEqual(secretsIn(first))
    expect(batchIn(await invite('Twice', 30, '--another'))).not.toBe(batchIn(first))
    await draw(secretsIn(again)[0] ?? '', 30)
  })

  it('refuses what cannot be, in words', async () => {
    const ran = await invite(' ', 5001)
    expect(ran.code).toBe(1)
    expect(ran.err).toMatch(/--partner: Name the partner.*\n--cards: .* from 1 to 5000/)
  })
})

describe('earshot cards list', () => {
  it('tells what became of each batch, and of use in whole tens only', async () => {
    const invited = await invite('Listed', 40)
    const batch = batchIn(invited)
    const about = async () => {
      const { out } = await earshot('cards', 'list', 'cards')
      return out.split('\n\n').find(part => part.startsWith(batch))
    }
    expect(await about()).toBe(`${batch}  Listed\n  cards     40\n  drawn     no`)
    await draw(secretsIn(invited)[0] ?? '', 40)
    const drawn = `${batch}  Listed\n  cards     40\n  drawn     yes\n  attested  on 2026-03-10, by a helpline\n  void      0`
    expect(await about()).toBe(`${drawn}\n  redeemed  fewer than 10`)
    await redeem(9, batch)
    expect(await about()).toBe(`${drawn}\n  redeemed  fewer than 10`)
    await redeem(20, batch)
    expect(await about()).toBe(`${drawn}\n  redeemed  20 or more`)
  })
})

describe('earshot cards void', () => {
  it('makes a whole batch void, and says no more the second time', async () => {
    const invited = await invite('Void', 20)
    await draw(secretsIn(invited)[0] ?? '', 20)
    // Which of them were used is not told: all of them count.
    await redeem(13, batchIn(invited))
    const ran = await earshot('cards', 'void', 'cards', '--batch', batchIn(invited))
    expect(ran).toMatchObject({ code: 0, err: '' })
    expect(ran.out).toContain('Made void: 21.')
    expect(await lastNoted()).toMatchObject({ did: 'made cards void', detail: { cards: 21 } })
    const again = await earshot('cards', 'void', 'cards', '--batch', batchIn(invited))
    expect(again.out).toContain('Made void: 0. Void already: 21.')
  })

  it('withdraws the link to a batch that nobody has drawn', async () => {
    const invited = await invite('Withdrawn', 20)
    const ran = await earshot('cards', 'void', 'cards', '--batch', batchIn(invited))
    expect(ran.out).toContain('its link is no longer good')
    expect(await lastNoted()).toMatchObject({ did: 'withdrew invitation to print cards' })
    expect((await earshot('cards', 'void', 'cards', '--batch', batchIn(invited))).code).toBe(1)
  })

  it('makes single codes void, as they are on the card or typed in a hurry, and tells which are none', async () => {
    const codes = await draw(secretsIn(await invite('Single', 20))[0] ?? '', 20)
    const file = join(folder.path, 'codes.txt')
    const [one = '', two = ''] = codes
    const [foreign = ''] = someCodes(1)
    await writeFile(file, `${groupedCode(one)}\r\n\n ${two.toLowerCase()} \n${one}\n${foreign}\n`)
    const ran = await earshot('cards', 'void', 'cards', '--codes', file)
    expect(ran).toMatchObject({ code: 0, err: '' })
    expect(ran.out).toContain('Made void: 2.\n')
    expect(ran.out).toContain('No cards of cards: 1.')
    for (const code of [one, two, foreign])
      expect(`${ran.out} ${JSON.stringify(await lastNoted())}`).not.toContain(code)
  })

  it('makes nothing void where a line is no code, and names the lines', async () => {
    const codes = await draw(secretsIn(await invite('Mistyped', 20))[0] ?? '', 20)
    const file = join(folder.path, 'mistyped.txt')
    await writeFile(file, `${codes[0]}\nnot a code\n${codes[1]?.slice(1)}\n`)
    const before = await house.database.db.$count(cards, eq(cards.void, true))
    const ran = await earshot('cards', 'void', 'cards', '--codes', file)
    expect(ran.code).toBe(1)
    expect(ran.err.match(/^line \d/gm)).toEqual(['line 2', 'line 3'])
    expect(await house.database.db.$count(cards, eq(cards.void, true))).toBe(before)
  })

  it('refuses to guess what is meant', async () => {
    expect((await earshot('cards', 'void', 'cards')).err).toContain('either --batch or --codes')
    expect((await earshot('cards', 'void', 'cards', '--batch', '0')).err).toContain('has no batch 0')
  })
})

describe('earshot room', () => {
  it('sets the seats and prints the link of the screen, and renews both', async () => {
    const ran = await earshot('room', 'hall', '--seats', '120')
    expect(ran).toMatchObject({ code: 0, err: '' })
    const [secret = ''] = secretsIn(ran)
    for (const language of ['en', 'ar'])
      expect(ran.out).toContain(`https://earshot.example/${language}/room#${secret}\n`)
    const stored = async () => (await house.database.db.select().from(rooms))[0]
    expect(await stored()).toMatchObject({ quota: 120, screen: hashOf(secret) })
    const again = await earshot('room', 'hall', '--seats', '150')
    expect(again.out).toContain('150 seats (before: 120)')
    expect(await stored()).toMatchObject({ quota: 150, screen: hashOf(secretsIn(again)[0] ?? '') })
    expect(await lastNoted()).toMatchObject({ did: 'set up room', detail: { seats: 150, before: 120 } })
  })

  it('refuses what cannot be, in words', async () => {
    const ran = await earshot('room', 'cards', '--seats', '5001')
    expect(ran.code).toBe(1)
    expect(ran.err).toMatch(/not answered in a room.*\n--seats: .* from 1 to 5000/)
  })
})
