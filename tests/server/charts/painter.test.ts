import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { pathToFileURL } from 'node:url'
import type { Worker } from 'node:worker_threads'
import { afterAll, describe, expect, it } from 'vitest'
import { chartPainter, PaintingFailed } from '../../../server/charts/index.ts'
import { figureWith } from '../../support/figures.ts'

const open: { close(): Promise<void> }[] = []
function painterOf(options?: Parameters<typeof chartPainter>[0]) {
  const painter = chartPainter(options)
  open.push(painter)
  return painter
}
afterAll(() => Promise.all(open.map(painter => painter.close())))

/** The thread that starts next. */
async function nextThread(): Promise<Worker> {
  const [worker] = (await once(process, 'worker')) as [Worker]
  return worker
}

const figure = figureWith({ 'My own phone': 62, 'Something else': 8 }, 'en')

describe('a painter', () => {
  it('gives the same bytes for the same figure, from one thread and from another', async () => {
    const [first, second] = [painterOf(), painterOf()]
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
    const painter = painterOf()
    expect(threads).toHaveLength(0)
    await Promise.all([painter.paint(figure, 'en'), painter.paint(figure, 'fr')])
    await painter.paint(figure, 'es')
    expect(threads).toHaveLength(1)
    process.off('worker', count)
  })

  it('tells those who wait when its thread dies, and paints on with a new one', async () => {
    const painter = painterOf()
    const thread = nextThread()
    const waiting = [painter.paint(figure, 'en'), painter.paint(figure, 'fr')]
    const outcomes = Promise.allSettled(waiting)
    await (await thread).terminate()
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: expect.any(PaintingFailed) })
    }
    expect((await painter.paint(figure, 'en')).png.length).toBeGreaterThan(1000)
  })

  it('says what is wrong with a chart it cannot paint, and paints the next one', async () => {
    const painter = painterOf()
    const bars = Object.fromEntries(Array.from({ length: 301 }, (_, index) => [`answer ${index}`, 1]))
    await expect(painter.paint(figureWith(bars, 'en'), 'en')).rejects.toThrow('fits no picture')
    expect((await painter.paint(figure, 'en')).png.length).toBeGreaterThan(1000)
  })

  it('refuses more than it may keep waiting', async () => {
    const painter = painterOf({ limit: 2 })
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => painter.paint(figure, 'en')))
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected'])
    expect(outcomes[2]).toMatchObject({ reason: { message: 'Too many charts wait to be painted.' } })
    await painter.paint(figure, 'en')
  })

  it('ends its thread when nothing has been asked for a while, and starts another when it is', async () => {
    const painter = painterOf({ idleMs: 20 })
    const thread = nextThread()
    await painter.paint(figure, 'en')
    const [code] = await once(await thread, 'exit')
    expect(code).toBe(0)
    expect((await painter.paint(figure, 'en')).png.length).toBeGreaterThan(1000)
  })

  it('fails what is waited for when it is closed, and everything after', async () => {
    const painter = painterOf()
    const waiting = expect(painter.paint(figure, 'en')).rejects.toThrow(PaintingFailed)
    await painter.close()
    await waiting
    await expect(painter.paint(figure, 'en')).rejects.toThrow('closed')
  })

  it.each(['a loader on the command line', 'a loader registered by a program'])(
    'keeps a process alive for a chart, and no longer, under %s and in any folder',
    async way => {
      const require = createRequire(import.meta.url)
      const address = (path: string) => JSON.stringify(pathToFileURL(require.resolve(path)).href)
      const api = address('tsx/esm/api').replace('.cjs', '.mjs')
      const register = `(await import(${api})).register();`
      const program = `
        const { chartPainter } = await import(${address('../../../server/charts/index.ts')})
        const { figureWith } = await import(${address('../../support/figures.ts')})
        const { png } = await chartPainter().paint(figureWith({ phone: 62 }, 'ar'), 'ar')
        console.log(Buffer.from(png).toString('latin1', 1, 4))`
      const byLine = way.includes('command line')
      const words = byLine ? ['--import', pathToFileURL(require.resolve('tsx')).href] : []
      const script = ['--input-type=module', '--eval', byLine ? program : register + program]
      const child = spawn(process.execPath, [...words, ...script], { cwd: tmpdir() })
      let said = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', part => (said += String(part)))
      const [code] = await once(child, 'close')
      expect({ code, said }).toEqual({ code: 0, said: 'PNG\n' })
    }
  )
})
