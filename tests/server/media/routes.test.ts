import { connect } from 'node:net'
import { mkdir, symlink, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openConsultation, openHouse, type House } from '../../support/house.ts'
import { makeFolder } from '../../support/folder.ts'
import { putMedia } from '../../support/media.ts'

let house: House
let folder: Awaited<ReturnType<typeof makeFolder>>
let media: string

const recording = '/media/getting-help/en/devices.opus'

beforeAll(async () => {
  folder = await makeFolder()
  media = join(folder.path, 'media folder, 100 % ours')
  await putMedia(media, {
    'getting-help/en/devices.opus': 1000,
    'getting-help/en/devices.mp3': 900,
    'getting-help/en/sign-landing.mp4': 70_000,
    'getting-help/en/sign-landing.webm': 10,
    'getting-help/en/notes.txt': 10,
    'getting-help/en/.hidden.mp3': 10,
    'getting-help/top.mp3': 10,
    'site/en/sign-help.mp4': 10,
    'top.mp3': 10
  })
  await putMedia(folder.path, { 'secret.mp3': 10, 'en/secret.mp3': 10 })
  await symlink(join(folder.path, 'secret.mp3'), join(media, 'getting-help/en/linked.mp3'))
  await symlink(folder.path, join(media, 'linked'))
  await mkdir(join(media, 'getting-help/en/folder.mp3'))
  house = await openHouse({ mediaFolder: media })
})
afterAll(async () => {
  await house.close()
  await folder.remove()
})

function get(url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') {
  return house.app.inject({ method, url, headers })
}

describe('a recording or a video', () => {
  it.each([
    [recording, 'audio/ogg; codecs=opus', 1000],
    ['/media/getting-help/en/devices.mp3', 'audio/mpeg', 900],
    ['/media/getting-help/en/sign-landing.mp4', 'video/mp4', 70_000],
    ['/media/getting-help/en/sign-landing.webm', 'video/webm', 10],
    ['/media/site/en/sign-help.mp4', 'video/mp4', 10]
  ])(
    '%s is sent whole, with its type, to be kept for a day, and without a cookie',
    async (url, type, bytes) => {
      const reply = await get(url)
      expect(reply.statusCode).toBe(200)
      expect(reply.rawPayload).toEqual(Buffer.from(Uint8Array.from({ length: bytes }, (_, at) => at % 256)))
      expect(reply.headers).toMatchObject({
        'content-type': type,
        'content-length': String(bytes),
        'accept-ranges': 'bytes',
        'cache-control': 'public, max-age=86400',
        'x-content-type-options': 'nosniff'
      })
      expect(reply.headers.etag).toMatch(/^(W\/)?"[^"]+"$/)
      expect(reply.headers['set-cookie']).toBeUndefined()
      expect(reply.headers['content-security-policy']).toContain("media-src 'self'")
    }
  )

  it.each([
    ['bytes=0-0', 'bytes 0-0/1000', [0]],
    ['bytes=500-502', 'bytes 500-502/1000', [244, 245, 246]],
    ['bytes=998-', 'bytes 998-999/1000', [230, 231]],
    ['bytes=-1', 'bytes 999-999/1000', [231]],
    ['bytes=999-5000', 'bytes 999-999/1000', [231]]
  ])('is sent in part to who asks for %s', async (range, contentRange, bytes) => {
    const reply = await get(recording, { range })
    expect(reply.statusCode).toBe(206)
    expect(reply.headers['content-range']).toBe(contentRange)
    expect(reply.headers['content-length']).toBe(String(bytes.length))
    expect(reply.headers['content-type']).toBe('audio/ogg; codecs=opus')
    expect([...reply.rawPayload]).toEqual(bytes)
  })

  it('says how long it is to who asks past its end', async () => {
    const reply = await get(recording, { range: 'bytes=1000-' })
    expect(reply.statusCode).toBe(416)
    expect(reply.headers['content-range']).toBe('bytes */1000')
    expect(reply.body).toBe('')
    expect(reply.headers['content-security-policy']).toContain("media-src 'self'")
  })

  it('is not sent again to who has it', async () => {
    const { headers } = await get(recording)
    const again = await get(recording, { 'if-none-match': String(headers.etag) })
    expect(again.statusCode).toBe(304)
    expect(again.body).toBe('')
    expect(again.headers.etag).toBe(headers.etag)
    const since = await get(recording, { 'if-modified-since': String(headers['last-modified']) })
    expect(since.statusCode).toBe(304)
    const changed = await get(recording, { 'if-match': '"another"' })
    expect([changed.statusCode, changed.body]).toEqual([412, ''])
  })

  it('is sent again, and whole, once it has changed', async () => {
    await putMedia(media, { 'another/fr/hours.mp3': 100 })
    const url = '/media/another/fr/hours.mp3'
    const { headers } = await get(url)
    const etag = String(headers.etag)
    await putMedia(media, { 'another/fr/hours.mp3': 101 })
    await utimes(join(media, 'another/fr/hours.mp3'), 1_800_000_000, 1_800_000_000)
    expect((await get(url, { 'if-none-match': etag })).statusCode).toBe(200)
    const rest = await get(url, { 'if-range': etag, range: 'bytes=50-' })
    expect([rest.statusCode, rest.headers['content-length']]).toEqual([200, '101'])
  })

  it('has its headers alone sent to who asks for them', async () => {
    const reply = await get(recording, {}, 'HEAD')
    expect([reply.statusCode, reply.body]).toEqual([200, ''])
    expect(reply.headers).toMatchObject({
      'content-length': '1000',
      'content-type': 'audio/ogg; codecs=opus'
    })
  })
})

describe('what is no recording and no video', () => {
  it.each([
    '/media',
    '/media/',
    '/media/getting-help',
    '/media/getting-help/',
    '/media/getting-help/en',
    '/media/getting-help/en/',
    '/media/getting-help/en/folder.mp3',
    '/media/getting-help/en/folder.mp3/',
    '/media/getting-help/en/nothing.mp3',
    '/media/getting-help/en/notes.txt',
    '/media/getting-help/en/.hidden.mp3',
    '/media/getting-help/en/%2ehidden.mp3',
    '/media/getting-help/en/linked.mp3',
    '/media/linked/en/secret.mp3',
    '/media/getting-help/de/devices.mp3',
    '/media/GETTING-HELP/en/devices.mp3',
    '/media/getting-help/../../secret.mp3',
    '/media/getting-help/en/../../../secret.mp3',
    '/media/getting-help/en/..%2f..%2f..%2fsecret.mp3',
    '/media/getting-help/en/..%2F..%2Ftop.mp3',
    '/media/getting-help/en/%2e%2e%2f%2e%2e%2ftop.mp3',
    '/media/getting-help/en/%252e%252e%252ftop.mp3',
    '/media/getting-help/en/..%5c..%5ctop.mp3',
    '/media/getting-help/%2e%2e/top.mp3',
    '/media/getting-help/..%2f/top.mp3',
    '/media/%2e%2e/en/secret.mp3',
    '/media/../secret.mp3',
    '/media/./en/secret.mp3',
    '/media/..%2fen/en/secret.mp3',
    '/media/getting-help%2fen/en/devices.mp3',
    '/media/%2fetc/en/passwd.mp3',
    '/media/getting-help/en/devices.mp3%00',
    '/media/getting-help/en/devices.mp3%00.opus',
    '/media/getting-help/en/devices.mp3%0a',
    '/media/getting-help/en/%c0%ae%c0%ae%c0%aftop.mp3',
    '/media/getting-help/en/%.mp3',
    `/media/getting-help/en/${'q'.repeat(200)}.mp3`
  ])('is not found: %s', async url => {
    for (const method of ['GET', 'HEAD'] as const) {
      const reply = await get(url, {}, method)
      expect(reply.statusCode).toBe(404)
      expect(reply.headers['accept-ranges']).toBeUndefined()
    }
  })

  it('is not found by bytes that no browser sends, either', async () => {
    await house.app.listen({ host: '127.0.0.1', port: 0 })
    for (const path of ['/media/../../secret.mp3', '/media/x/../../../secret.mp3', '//media/../secret.mp3']) {
      expect(await rawStatus(path)).toBe(404)
    }
  })
})

it('a server without a folder of recordings has none of it', async () => {
  const bare = await openHouse()
  expect((await bare.app.inject(recording)).statusCode).toBe(404)
  await bare.close()
})

describe('the pages of a consultation', () => {
  /** Files that a page offers. */
  async function offered(path: string): Promise<string[]> {
    const { body } = await get(path)
    return [...body.matchAll(/<source src="\/media\/([^"]+)"/g)].map(([, file = '']) => file)
  }

  it('offer what is in the folder, and what is added to it within a minute', async () => {
    await openConsultation(house, { languages: ['en', 'fr'] })
    house.setClock('2026-03-10T12:10:00Z')
    const en = 'getting-help/en'
    expect(await offered('/en/getting-help/16_17/questions')).toEqual([
      `${en}/devices.opus`,
      `${en}/devices.mp3`
    ])
    expect(await offered('/en/getting-help')).toEqual([`${en}/sign-landing.webm`, `${en}/sign-landing.mp4`])
    const french = ['', '/16_17', '/16_17/questions', '/thanks'].map(page => `/fr/getting-help${page}`)
    const inFrench = async () => (await Promise.all(french.map(offered))).flat()
    expect(await inFrench()).toEqual([])
    await putMedia(media, {
      'getting-help/fr/devices.mp3': 10,
      'getting-help/fr/sign-landing.mp4': 10,
      'getting-help/fr/sign-cards.mp4': 10,
      'getting-help/fr/sign-thanks.mp4': 10
    })
    expect(await inFrench()).toEqual([])
    house.setClock('2026-03-10T12:11:00Z')
    expect(await inFrench()).toEqual([
      'getting-help/fr/sign-landing.mp4',
      'getting-help/fr/sign-cards.mp4',
      'getting-help/fr/devices.mp3',
      'getting-help/fr/sign-thanks.mp4'
    ])
  })

  it('keep their recordings when the form comes back with something to put right', async () => {
    const reply = await house.app.inject({
      method: 'POST',
      url: '/en/getting-help',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'band=16_17&version=1&stage=check&q.hours=many'
    })
    expect(reply.statusCode).toBe(422)
    expect(reply.body.includes(recording)).toBe(true)
  })
})

/** The status of an answer to a path sent as it stands, since clients tidy paths up. */
function rawStatus(path: string): Promise<number> {
  const { port } = house.app.server.address() as AddressInfo
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () =>
      socket.write(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)
    )
    let text = ''
    socket.on('data', bytes => (text += bytes.toString('latin1')))
    socket.on('end', () => resolve(Number(text.split(' ')[1])))
    socket.on('error', reject)
  })
}
