import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { codebookOf, pack } from '#surveys'
import type { OpenedConsultation } from '../../../server/consultations/find.ts'
import { admission, type Admission, type Admit } from '../../../server/waiting-room/admit.ts'
import { pourLive } from '../../../server/waiting-room/pour-live.ts'
import { packedAnswers } from '../../support/waiting.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House
let consultation: OpenedConsultation
let admit: Admit

beforeAll(async () => {
  house = await openHouse()
  consultation = await openConsultation(house)
  admit = admission(house.database.as('admission'))
})
afterAll(() => house.close())

function come(mark: Buffer): Promise<Admission> {
  const packed = pack(codebookOf(consultation.version.questionnaire), 'en', new Map())
  return admit(consultation, { packed, remarks: [], resend: randomBytes(16), mark }, house.now())
}

async function countWaiting(): Promise<number> {
  const { rows } = await house.database.pool.query(
    "select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
  )
  return rows.length
}

it('lets nobody in twice with one mark, not even while answers are poured for live results', async () => {
  const marks = Array.from({ length: 20 }, () => randomBytes(32))
  for (const mark of marks) expect(await come(mark)).toBe('stored')
  // Holds the pour up at its last line, where everything else is done and nothing is committed.
  const holding = await house.database.pool.connect()
  await holding.query('begin; lock table audit_log in exclusive mode')
  const { db } = house.database.as('pourer')
  const pouring = pourLive(db, house.keyFolder, consultation, 10, { by: 'test', now: house.now() })
  await expect.poll(countWaiting).toBe(1)
  const again = come(marks[0]!)
  await Promise.race([again, expect.poll(countWaiting).toBe(2)])
  await holding.query('rollback')
  holding.release()
  expect(await pouring).toBe(true)
  expect(await again).toBe('spent')
  expect(await come(marks[1]!)).toBe('spent')
  expect(await packedAnswers(house, consultation)).toHaveLength(20)
})
