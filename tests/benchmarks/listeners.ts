import { get, Agent, type IncomingMessage } from 'node:http'
import { demonstrationSlugs } from '../../server/secretariat/demonstration.ts'
import { withServer } from './load.ts'
import { median } from './machine.ts'

const listeners = 2000
/** Connections that are begun at a time: more would be refused by the queue of the operating system. */
const atOnce = 100
const longestMs = 60_000

/**
 * Two thousand streams of the events of an open consultation, then a live release: what the server has resident before and
 * with them, and how long after the pour was begun they were told. The server asks the database once a second.
 */
export async function benchmarkListeners(): Promise<void> {
  await withServer('earshot', async (url, ask) => {
    const agent = new Agent({ maxSockets: Infinity })
    const open: IncomingMessage[] = []
    try {
      const before = await ask('memory')
      const toldAt: number[] = []
      const begin = () => listen(`${url}/live/${demonstrationSlugs.open}/events`, agent, toldAt)
      while (open.length < listeners) open.push(...(await Promise.all(Array.from({ length: atOnce }, begin))))
      console.log(
        `  ${open.length} listen: ${megabytes(await ask('memory'))} MB resident, ${megabytes(before)} MB before`
      )
      const start = performance.now()
      const pourMs = await ask('pour')
      while (toldAt.length < listeners && performance.now() - start < longestMs)
        await new Promise(resolve => setTimeout(resolve, 50))
      const after = toldAt.map(at => at - start - pourMs)
      const [first, last] = [Math.min(...after), Math.max(...after)]
      console.log(`  a live release of 225 of 240 answers was made in ${(pourMs / 1000).toFixed(2)} s`)
      console.log(
        `  told ${toldAt.length}: the first ${first.toFixed(0)} ms after it was there, the middle one ${median(after).toFixed(0)} ms, the last ${last.toFixed(0)} ms; ${(last - first).toFixed(0)} ms from first to last`
      )
      console.log(`  ${megabytes(await ask('memory'))} MB resident after`)
    } finally {
      for (const each of open) each.destroy()
      agent.destroy()
    }
  })
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e6)

/** Resolves once the stream is open; notes when it first tells of a release. */
function listen(address: string, agent: Agent, toldAt: number[]): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asked = get(address, { agent }, response => {
      if (response.statusCode !== 200) {
        reject(new Error(`${address} answers ${response.statusCode ?? 'nothing'}`))
        return
      }
      let said = ''
      let isTold = false
      response.setEncoding('utf8').on('data', (text: string) => {
        said += text
        if (isTold || !said.includes('event: release')) return
        isTold = true
        toldAt.push(performance.now())
      })
      response.on('error', () => undefined)
      resolve(response)
    })
    asked.on('error', reject)
  })
}
