import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { questionsOf, readyNames, readyQuestionnaire, wordsFor } from '#surveys'
import { findConsultation } from '../../../server/consultations/find.ts'
import { auditLog } from '../../../server/database/schema.ts'
import { assurancesFile } from '../../support/assurances.ts'
import { commandLine, type Ran } from '../../support/command-line.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { makeFolder } from '../../support/folder.ts'

let test: TestDatabase
let folder: Awaited<ReturnType<typeof makeFolder>>
let earshot: (...words: string[]) => Promise<Ran>

beforeAll(async () => {
  test = await openTestDatabase()
  folder = await makeFolder()
  earshot = commandLine({ DATABASE_URL: test.url, EARSHOT_KEYS: folder.path })
})
afterAll(async () => {
  await test.drop()
  await folder.remove()
})

async function does(...words: string[]): Promise<string> {
  const { code, out, err } = await earshot(...words)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}

describe('the library on the command line', () => {
  it('lists what is ready, how long it is and in which languages, without any database', async () => {
    const ran = await commandLine({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/nothing' })('library')
    expect(ran).toMatchObject({ code: 0, err: '' })
    for (const name of readyNames) {
      expect(ran.out).toContain(`${name}: ${wordsFor(readyQuestionnaire(name).title, 'en', 'standard')}`)
    }
    expect(ran.out.match(/languages +ar, zh, en, fr, ru, es$/gm)).toHaveLength(readyNames.length)
    expect(ran.out).toMatch(/questions +13, about 6 minutes/)
    expect(ran.out).toMatch(/easy words +9, about 4 minutes/)
    expect(ran.out).toContain('earshot use NAME --slug SHORT-NAME')
  })

  it.each(readyNames)('shows every question of %s, and why it is asked', async name => {
    const out = await does('library', name)
    for (const { id, text, note = '' } of questionsOf(readyQuestionnaire(name))) {
      expect(out).toContain(`  ${id}: ${wordsFor(text, 'en', 'standard')}`)
      expect(out).toContain(`    why: ${note}`)
    }
    expect(out).toContain('only if: age_band is none of 8_9, 10_12, pns')
    expect(out).toContain(`earshot use ${name} --slug`)
  })

  it('says which there are where one is not there', async () => {
    for (const words of [
      ['library', 'getting-halp'],
      ['use', 'getting-halp', '--slug', 'ours']
    ]) {
      const { code, out, err } = await earshot(...words)
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err.trim()).toBe(
        `getting-halp: The library has no questionnaire “getting-halp”, but these: ${readyNames.join(', ')}.`
      )
    }
  })
})

describe('a questionnaire of the library that is used', () => {
  it('becomes a draft, which opens with the words that are printed', async () => {
    const out = await does('use', 'getting-help', '--slug', 'ours')
    expect(out).toContain('getting-help is now the draft of ours.')
    const found = await findConsultation(test.database.db, 'ours')
    expect(found).toMatchObject({
      version: null,
      demonstration: false,
      draft: readyQuestionnaire('getting-help')
    })
    const [, check = '', open = ''] = /Next: earshot (.*)\nThen: earshot (.*)\n/.exec(out) ?? []
    expect(await does(...check.split(' '))).toContain('No problems in ar, zh, en, fr, ru, es')
    expect(open).toContain('--breakdowns age_band,gender,setting')
    const assured = join(folder.path, 'assured.txt')
    await writeFile(assured, assurancesFile())
    expect(await does(...open.split(' '), '--assurances', assured)).toContain('Opened ours')
  })

  it('is noted in the log as taken from the library', async () => {
    const [entry] = await test.database.db.select().from(auditLog).orderBy(auditLog.id).limit(1)
    expect(entry).toMatchObject({
      did: 'took questionnaire from the library',
      detail: { library: 'getting-help', draft: 'new' }
    })
  })

  it('replaces a draft, and never what has been opened', async () => {
    await does('use', 'getting-help', '--slug', 'theirs')
    expect(await does('use', 'digital-literacy', '--slug', 'theirs')).toContain(
      'digital-literacy has replaced the draft of theirs.'
    )
    const { code, err } = await earshot('use', 'digital-literacy', '--slug', 'ours')
    expect(code).toBe(1)
    expect(err).toContain('“ours” has been opened')
  })

  it('needs a short name that can stand in an address', async () => {
    expect(await earshot('use', 'getting-help', '--slug', 'results')).toMatchObject({ code: 1 })
    expect(await earshot('use', 'getting-help', '--slug', 'A b')).toMatchObject({ code: 1 })
    expect(await earshot('use', 'getting-help')).toMatchObject({ code: 2 })
  })
})
