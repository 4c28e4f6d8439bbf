import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demonstrate, demonstrationSlugs } from '../../../server/secretariat/demonstration.ts'
import { commandLine, type CommandLine } from '../../support/command-line.ts'
import { openTestDatabase, type TestDatabase } from '../../support/database.ts'
import { makeFolder } from '../../support/folder.ts'

const { open, finished } = demonstrationSlugs

let test: TestDatabase
let folder: Awaited<ReturnType<typeof makeFolder>>
let earshot: CommandLine
const file = (name: string) => join(folder.path, name)

beforeAll(async () => {
  test = await openTestDatabase()
  folder = await makeFolder()
  earshot = commandLine({ DATABASE_URL: test.url, EARSHOT_KEYS: folder.path })
  await demonstrate(test.database, folder.path, new Date())
  await writeFile(file('paper.csv'), 'gender\nfemale\n')
})
afterAll(async () => {
  await test.drop()
  await folder.remove()
})

describe('a demonstration on the command line', () => {
  it.each([open, finished])('takes no answers from a file: %s', async slug => {
    const { code, err } = await earshot('answers', 'import', slug, file('paper.csv'))
    expect(code).toBe(1)
    expect(err.trim()).toBe(
      `${slug}: “${slug}” is a demonstration with made-up answers; real answers do not belong there. Open a consultation of your own and import them there.`
    )
  })

  it('says what it is where its results are written to a file, and where it is listed', async () => {
    const { code, out } = await earshot('export', finished, '--format', 'csv', '--out', file('out.csv'))
    expect(code).toBe(0)
    expect(out).toContain(`${finished} is a demonstration: its answers are made up.`)
    const { out: status } = await earshot('status')
    expect(status.match(/\(demonstration\)$/gm)).toHaveLength(3)
    expect(status).toMatch(/release +1 of .*, 1200 responses/)
  })

  it('cannot be opened', async () => {
    expect(await earshot('open', '--help')).toMatchObject({
      out: expect.not.stringContaining('demo') as string
    })
    const words = ['--from', '2027-01-01', '--until', '2027-01-02', '--languages', 'en', '--demonstration']
    expect(await earshot('open', 'ours', ...words)).toMatchObject({ code: 2 })
  })
})
