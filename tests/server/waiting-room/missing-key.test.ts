import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rename, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { codebookOf, pack } from '#surveys'
import type { OpenedConsultation } from '../../../server/consultations/find.ts'
import { waitingKeys } from '../../../server/database/schema.ts'
import { admission } from '../../../server/waiting-room/admit.ts'
import { commandLine } from '../../support/command-line.ts'
import { packedAnswers } from '../../support/waiting.ts'
import { midway, openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House
let consultation: OpenedConsultation
let away: string

beforeAll(async () => {
  house = await openHouse()
  consultation = await openConsultation(house)
  away = await mkdtemp(join(tmpdir(), 'earshot-away-'))
})
afterAll(async () => {
  await house.close()
  await rm(away, { recursive: true })
})

const places = ['waiting-room', 'waiting-room-copy']

async function sendOne(): Promise<void> {
  const packed = pack(codebookOf(consultation.version.questionnaire), 'en', new Map())
  const submission = { packed, remarks: [], resend: randomBytes(16), mark: null }
  const admitted = await admission(house.database.as('admission'))(consultation, submission, house.now())
  expect(admitted).toBe('stored')
}

it('is told, costs one key at the most, and loses nothing: what waits is poured when it is back', async () => {
  for (let sent = 0; sent < 10; sent += 1) await sendOne()
  for (const place of places) await rename(join(house.keyFolder, place), join(away, place))
  for (let round = 0; round < 4; round += 1)
    await expect(house.tend()).rejects.toThrow(/waiting-room\/[0-9a-f-]{36}\.key is not in EARSHOT_KEYS/)
  expect(await house.database.db.$count(waitingKeys)).toBe(2)
  await sendOne()
  house.setClock('2026-03-29T12:00:00Z')
  await expect(house.tend()).rejects.toThrow(/is not in EARSHOT_KEYS/)
  const earshot = commandLine({ DATABASE_URL: house.url, EARSHOT_KEYS: house.keyFolder })
  const { err } = await earshot('release', 'getting-help')
  expect(err).toMatch(/^The private key waiting-room\S+ is not in EARSHOT_KEYS\. Bring it back: .*\n$/)
  for (const place of places)
    for (const name of await readdir(join(away, place)))
      await rename(join(away, place, name), join(house.keyFolder, place, name))
  await house.tend()
  expect(await packedAnswers(house, consultation)).toHaveLength(11)
  expect(await house.database.db.$count(waitingKeys)).toBe(0)
  expect(await readdir(join(house.keyFolder, 'waiting-room'))).toEqual([])
  house.setClock(midway)
})
