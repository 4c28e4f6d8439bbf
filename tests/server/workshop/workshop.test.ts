import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { pathToFileURL } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { canonicalRelease, reportOf } from '#analytics'
import { NotMade, openWorkshop } from '../../../server/workshop/index.ts'
import { docxOf } from '../../../server/reports/docx.ts'
import { sha256 } from '../../../server/sha256.ts'
import { figureWith } from '../../support/figures.ts'
import { libraryRelease } from '../../support/library-release.ts'

const open: { close(): Promise<void> }[] = []
function workshopOf(options?: Parameters<typeof openWorkshop>[0]) {
  const workshop = openWorkshop(options)
  open.push(workshop)
  return workshop
}
afterAll(() => Promise.all(open.map(workshop => workshop.close())))

/** The thread that starts next. */
async function nextThread(): Promise<Worker> {
  const [worker] = (await once(process, 'worker')) as [Worker]
  return worker
}

const figure = figureWith({ 'My own phone': 62, 'Something else': 8 }, 'en')

const release = libraryRelease()
const body = canonicalRelease(release)
const wanted = { hash: sha256(body), language: 'ar', documentNumber: 'CWG-COP-24/3' } as const
const order = { ...wanted, body }

describe('a workshop', () => {
  it('gives the same bytes for the same figure, from one thread and from another', async () => {
    const [first, second] = [workshopOf(), workshopOf()]
    const pictures = await Promise.all([
      first.paint(figure, 'en'),
      first.paint(figure, 'en'),
      second.paint(figure, 'en')
    ])
    expect(new Set(pictures.map(({ png }) => Buffer.from(png).toString('base64'))).size).toBe(1)
  })

  it('starts one thread, with the first chart', async () => {
    const threads: Worker[] = []
    const count = (worker: Worker) => threads.push(worker)
    process.on('worker', count)
    const workshop = workshopOf()
    expect(threads).toHaveLength(0)
    await Promise.all([workshop.paint(figure, 'en'), workshop.paint(figure, 'fr')])
    await workshop.paint(figure, 'es')
    expect(threads).toHaveLength(1)
    process.off('worker', count)
  })

  it('fails only what its thread was at when that dies, and makes the rest with a new one', async () => {
    const workshop = workshopOf()
    const thread = nextThread()
    const outcomes = Promise.allSettled(['en', 'fr'].map(() => workshop.paint(figure, 'en')))
    await (await thread).terminate()
    const [first, second] = await outcomes
    expect(first).toMatchObject({ status: 'rejected', reason: { name: 'NotMade', code: 'ended' } })
    expect(second).toMatchObject({ status: 'fulfilled' })
  })

  it('gives up what takes too long together with its thread, and starts another for the next', async () => {
    const workshop = workshopOf({ mostMs: 1 })
    const thread = nextThread()
    await expect(workshop.paint(figure, 'en')).rejects.toMatchObject({ code: 'late' })
    const [first, second] = [await thread, nextThread()]
    await Promise.all([
      once(first, 'exit'),
      expect(workshop.paint(figure, 'en')).rejects.toMatchObject({ code: 'late' })
    ])
    expect(await second).not.toBe(first)
  })

  it('says what is wrong with a chart it cannot paint, and paints the next one', async () => {
    const workshop = workshopOf()
    const bars = Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`answer ${index}`, 1]))
    await expect(workshop.paint(figureWith(bars, 'en'), 'en')).rejects.toThrow('fits no picture')
    expect((await workshop.paint(figure, 'en')).png.length).toBeGreaterThan(1000)
  })

  it('refuses more than it may keep waiting, each kind for itself', async () => {
    const workshop = workshopOf({ limits: { picture: 1, document: 0, package: 0 } })
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => workshop.paint(figure, 'en')))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
    expect(outcomes[2]).toMatchObject({ reason: { name: 'NotMade', code: 'busy' } })
    await workshop.paint(figure, 'en')
    await expect(workshop.word(order)).rejects.toMatchObject({ code: 'busy' })
  })

  it('says so when the program that draws is not installed', async () => {
    // What the package looks for in place of the program for this machine.
    vi.stubEnv('NAPI_RS_NATIVE_LIBRARY_PATH', '/nowhere/canvas.node')
    const workshop = workshopOf()
    const outcomes = await Promise.allSettled([workshop.paint(figure, 'en'), workshop.word(order)])
    vi.unstubAllEnvs()
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'noCanvas' } })
    }
  })

  it('ends its thread when nothing has been asked for a while, and starts another when it is', async () => {
    const workshop = workshopOf({ idleMs: 20 })
    const thread = nextThread()
    await workshop.paint(figure, 'en')
    const [code] = await once(await thread, 'exit')
    expect(code).toBe(0)
    expect((await workshop.paint(figure, 'en')).png.length).toBeGreaterThan(1000)
  })

  it('fails what is waited for when it is closed, and everything after', async () => {
    const workshop = workshopOf()
    const waiting = expect(workshop.paint(figure, 'en')).rejects.toThrow(NotMade)
    await workshop.close()
    await waiting
    await expect(workshop.paint(figure, 'en')).rejects.toThrow('closed')
    await expect(workshop.word(order)).rejects.toThrow('closed')
  })

  it.each(['a loader on the command line', 'a loader registered by a program'])(
    'keeps a process alive for a chart, and no longer, under %s and in any folder',
    async way => {
      const require = createRequire(import.meta.url)
      const address = (path: string) => JSON.stringify(pathToFileURL(require.resolve(path)).href)
      const api = address('tsx/esm/api').replace('.cjs', '.mjs')
      const register = `(await import(${api})).register();`
      const program = `
        const { openWorkshop } = await import(${address('../../../server/workshop/index.ts')})
        const { figureWith } = await import(${address('../../support/figures.ts')})
        const workshop = openWorkshop()
        const { png } = await workshop.paint(figureWith({ phone: 62 }, 'ar'), 'ar')
        await workshop.paint({ cannotBeSent: () => 1 }, 'ar').catch(error => console.log(error.name))
        console.log(Buffer.from(png).toString('latin1', 1, 4))`
      const byLine = way.includes('command line')
      const words = byLine ? ['--import', pathToFileURL(require.resolve('tsx')).href] : []
      const script = ['--input-type=module', '--eval', byLine ? program : register + program]
      const child = spawn(process.execPath, [...words, ...script], { cwd: tmpdir() })
      let said = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', part => (said += String(part)))
      const [code] = await once(child, 'close')
      expect({ code, said }).toEqual({ code: 0, said: 'DataCloneError\nPNG\n' })
    }
  )
})

describe('a Word document of a workshop', () => {
  it('is that of the report with its charts, byte for byte', async () => {
    const workshop = workshopOf()
    const here = await docxOf(reportOf({ ...wanted, release }), workshop)
    expect(here.equals(await workshop.word(order))).toBe(true)
    expect(here.equals(await workshop.word({ ...order, language: 'en' }))).toBe(false)
  })

  it('is not made of a release that was changed', async () => {
    const changed = workshopOf().word({ ...order, body: body.replace('made-up', 'made-op') })
    await expect(changed).rejects.toThrow('does not have its hash')
  })
})
