import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codebookOf, pack } from '#surveys'
import { waiting } from '../../../server/database/schema.ts'
import { secretIn } from '../../../server/keys/secret.ts'
import { admission } from '../../../server/waiting-room/admit.ts'
import { commandLine, type CommandLine } from '../../support/command-line.ts'
import { makeFolder } from '../../support/folder.ts'
import { openConsultation, openHouse, type House } from '../../support/house.ts'

let house: House
let elsewhere: Awaited<ReturnType<typeof makeFolder>>
let earshot: CommandLine
let withOtherKeys: CommandLine

// The command line looks at the real clock: these stay open for long.
const long = { from: '2026-03-03', until: '2099-12-31' }

beforeAll(async () => {
  house = await openHouse()
  elsewhere = await makeFolder()
  await secretIn(elsewhere.path, 'roles')
  earshot = commandLine({ DATABASE_URL: house.url, EARSHOT_KEYS: house.keyFolder })
  withOtherKeys = commandLine({ DATABASE_URL: house.url, EARSHOT_KEYS: elsewhere.path })
  await openWith('few', 9)
  await openWith('fewer', 9)
  await openWith('enough', 10)
})
afterAll(async () => {
  await house.close()
  await elsewhere.remove()
})

const opening = ['--from', '2026-03-03', '--until', '2099-12-31', '--languages', 'en']

async function openWith(slug: string, answers: number): Promise<void> {
  const consultation = await openConsultation(house, { slug, ...long })
  const packed = pack(codebookOf(consultation.version.questionnaire), 'en', new Map())
  const admit = admission(house.database.as('admission'))
  for (let sent = 0; sent < answers; sent += 1) {
    const submission = { packed, remarks: [], resend: randomBytes(16), mark: null }
    expect(await admit(consultation, submission, house.now())).toBe('stored')
  }
}

describe('whoever closes a consultation', { timeout: 60_000 }, () => {
  it('is told that fewer than ten were destroyed, each time, and is not sent to a release that cannot be', async () => {
    for (const said of ['Closed few.', 'few was closed already.']) {
      const { code, out } = await earshot('close', 'few', '--destroy')
      expect(code).toBe(0)
      expect(out).toContain(said)
      expect(out).toContain('They were destroyed unread')
      expect(out).not.toContain('earshot release')
    }
    expect((await earshot('status', 'few')).out).toContain('destroyed unread')
  })

  it('is asked first whether fewer than ten are to be destroyed, and nothing is meanwhile', async () => {
    const { code, err } = await earshot('close', 'fewer')
    expect(code).toBe(1)
    expect(err).toContain('add --destroy')
    expect(await house.database.db.$count(waiting)).toBe(19)
    expect((await earshot('status', 'fewer')).out).not.toContain('destroyed')
  })

  it('with keys of somewhere else is told what to set, and loses nothing', async () => {
    const { code, err } = await withOtherKeys('close', 'enough')
    expect(code).toBe(1)
    expect(err).toContain('is not in EARSHOT_KEYS')
    expect(err).toContain('what waits stays as it is')
    expect(err).not.toMatch(/^\s+"?at .*:\d+/m)
    expect(await house.database.db.$count(waiting)).toBe(19)
    // Neither the pourer nor an opening goes on beside them: each would make keys there that are missed later.
    for (const words of [['pourer'], ['open', 'fewer', ...opening]]) {
      const refused = await withOtherKeys(...words)
      expect(refused.code).toBe(1)
      expect(refused.err).toContain('Set EARSHOT_KEYS')
    }
    const { out } = await earshot('close', 'enough')
    expect(out).toContain('Next: earshot release enough')
    expect(await house.database.db.$count(waiting)).toBe(9)
  })
})
