import { build } from 'esbuild'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addresses, laterFiles, scriptFiles, workerFile } from '#views'
import { languages } from '#locales'
import { readyNames, readyQuestionnaire } from '#surveys'
import { openConsultation, openHouse, type House } from '../support/house.ts'

/** Most bytes that a first visit may take, compressed by gzip; from the budgets of the experience. */
const most = { questionnaire: 20_000, landing: 14_600, scripts: 10_000, worker: 8_000 } as const
/** Parts that come only when somebody asks for them: a box that is written in, a question that is listened to. */
const mostOnDemand = { ownWords: 2_200, listening: 1_000 } as const

let house: House

beforeAll(async () => {
  house = await openHouse()
  for (const name of readyNames)
    await openConsultation(house, {
      slug: name,
      questionnaire: readyQuestionnaire(name),
      breakdowns: [],
      agesFrom: 8
    })
})
afterAll(() => house.close())

/** Bytes of an answer as they go over the wire: its lines of headers, and its compressed body. */
async function bytesOf(url: string): Promise<number> {
  const reply = await house.app.inject({ url, headers: { 'accept-encoding': 'gzip' } })
  expect(reply.statusCode).toBe(200)
  expect(reply.headers['content-encoding']).toBe('gzip')
  expect(reply.headers['set-cookie']).toBeUndefined()
  const headers = Object.entries(reply.headers).map(([name, value]) => `${name}: ${String(value)}\r\n`)
  return headers.join('').length + reply.rawPayload.length
}

async function scriptBytes(file: string, format: 'iife' | 'esm'): Promise<number> {
  const { outputFiles } = await build({
    entryPoints: [new URL(`../../views/browser/${file}`, import.meta.url).pathname],
    bundle: true,
    minify: true,
    format,
    target: 'es2020',
    charset: 'utf8',
    write: false
  })
  return gzipSync(outputFiles[0]!.contents, { level: 9 }).length
}

describe.each(readyNames)('a first visit to “%s”', name => {
  it.each(languages)('stays within its bytes in %s, whatever the age', async language => {
    expect(await bytesOf(addresses.landing(language, name))).toBeLessThanOrEqual(most.landing)
    for (const band of ['8_9', '13_15', '18_24', 'pns'] as const) {
      expect(await bytesOf(addresses.cards(language, name, band))).toBeLessThanOrEqual(most.landing)
      expect(await bytesOf(addresses.questionnaire(language, name, band))).toBeLessThanOrEqual(
        most.questionnaire
      )
    }
  })
})

describe('the scripts of those who hand out cards, or show a code to a room', () => {
  it.each([
    ['partner', 8_000],
    ['room', 6_000]
  ] as const)('stay small, QR codes included: %s', async (name, bytes) => {
    expect(await scriptBytes(scriptFiles[name], 'iife')).toBeLessThanOrEqual(bytes)
  })
})

describe('the scripts of live results', () => {
  it('are at most 3 KB on a phone, and 7.2 KB on the screen of a room, which draws a QR code', async () => {
    const board = await scriptBytes(scriptFiles.live, 'iife')
    expect(board).toBeLessThanOrEqual(3_000)
    expect(board + (await scriptBytes(laterFiles.liveWay, 'esm'))).toBeLessThanOrEqual(7_200)
  })
})

describe('the scripts of young people', () => {
  it('for steps, draft and sending without a connection are at most 10 KB together', async () => {
    const steps = await scriptBytes(scriptFiles.respond, 'iife')
    const draft = await scriptBytes(laterFiles.ownPhone, 'esm')
    expect(steps + draft).toBeLessThanOrEqual(most.scripts)
    expect(await scriptBytes(scriptFiles.cards, 'iife')).toBeLessThan(steps)
  })

  it('that redeem a card or the code of a room add at most 1.6 KB, and only where one is needed', async () => {
    const cards = await scriptBytes(scriptFiles.cards, 'iife')
    expect((await scriptBytes(scriptFiles.entry, 'iife')) - cards).toBeLessThanOrEqual(1_600)
  })

  it.each(Object.entries(mostOnDemand))('that come on demand stay small: %s', async (name, bytes) => {
    expect(await scriptBytes(laterFiles[name as keyof typeof mostOnDemand], 'esm')).toBeLessThanOrEqual(bytes)
  })

  it('that help an own phone are at most 8 KB', async () => {
    expect(await scriptBytes(workerFile, 'iife')).toBeLessThanOrEqual(most.worker)
  })

  it('are all measured here', () => {
    expect(Object.keys(laterFiles).toSorted()).toEqual(['listening', 'liveWay', 'ownPhone', 'ownWords'])
  })
})
