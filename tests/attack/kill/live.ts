import { setTimeout as sleep } from 'node:timers/promises'
import { readConfig } from '../../../server/config.ts'
import { isOpened, listConsultations } from '../../../server/consultations/find.ts'
import { openDatabase } from '../../../server/database/client.ts'
import { forLog } from '../../../server/for-log.ts'
import { fewestTogether } from '../../../server/waiting-room/pour.ts'
import { pourLive } from '../../../server/waiting-room/pour-live.ts'

// A process that pours for live results again and again, as many as hide one another, beside the pourer.
const { databaseUrl, dataFolder, keyFolder } = readConfig(process.env)
const database = await openDatabase({ databaseUrl, dataFolder, keyFolder, say: () => undefined })
const { db } = database.as('pourer')
for (;;) {
  try {
    for (const consultation of (await listConsultations(db)).filter(isOpened)) {
      const actor = { by: 'live results', now: new Date() }
      if (consultation.emptied === null) await pourLive(db, keyFolder, consultation, fewestTogether, actor)
    }
  } catch (error) {
    process.stderr.write(`${JSON.stringify(forLog(error))}\n`)
  }
  await sleep(100)
}
