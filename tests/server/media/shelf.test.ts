import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { noMedia } from '#views'
import { siteFolder } from '../../../server/media/names.ts'
import { mediaShelf, type MediaShelf } from '../../../server/media/shelf.ts'
import { makeFolder } from '../../support/folder.ts'
import { putMedia } from '../../support/media.ts'

type Folder = Awaited<ReturnType<typeof makeFolder>>

let folder: Folder
let outside: Folder
let shelf: MediaShelf
let now: Date
let troubles: string[]

beforeEach(async () => {
  ;[folder, outside] = [await makeFolder(), await makeFolder()]
  now = new Date('2026-03-10T12:00:00Z')
  troubles = []
  shelf = shelfOf(folder.path)
})
afterEach(async () => {
  await Promise.all([folder.remove(), outside.remove()])
})

function shelfOf(path: string | undefined): MediaShelf {
  return mediaShelf({
    folder: path,
    clock: () => now,
    trouble: (where, error) => troubles.push(`${where} ${String(Object(error).code)}`)
  })
}

function later(seconds: number): void {
  now = new Date(now.getTime() + seconds * 1000)
}

const opus = 'audio/ogg; codecs=opus'

describe('the folder of recordings', () => {
  it('holds what its names say, by consultation and language', async () => {
    await putMedia(folder.path, {
      'getting-help/en/devices.mp3': 3,
      'getting-help/en/devices.opus': 2,
      'getting-help/en/devices.easy.mp3': 1,
      'getting-help/en/hours.opus': 1,
      'getting-help/fr/devices.opus': 1,
      'getting-help/en/sign-landing.mp4': 2_400,
      'getting-help/en/sign-landing.webm': 900,
      'getting-help/en/sign-thanks.mp4': 10,
      'site/en/sign-help.webm': 7
    })
    const { recordings, videos } = await shelf('getting-help', 'en')
    const at = '/media/getting-help/en'
    expect(Object.fromEntries(recordings)).toEqual({
      devices: [
        { src: `${at}/devices.opus`, type: opus },
        { src: `${at}/devices.mp3`, type: 'audio/mpeg' }
      ],
      'devices.easy': [{ src: `${at}/devices.easy.mp3`, type: 'audio/mpeg' }],
      hours: [{ src: `${at}/hours.opus`, type: opus }]
    })
    expect(videos).toEqual({
      landing: {
        sources: [
          { src: `${at}/sign-landing.webm`, type: 'video/webm' },
          { src: `${at}/sign-landing.mp4`, type: 'video/mp4' }
        ],
        bytes: 2_400
      },
      thanks: { sources: [{ src: `${at}/sign-thanks.mp4`, type: 'video/mp4' }], bytes: 10 }
    })
    expect((await shelf(siteFolder, 'en')).videos).toEqual({
      help: { sources: [{ src: '/media/site/en/sign-help.webm', type: 'video/webm' }], bytes: 7 }
    })
    expect(await shelf('getting-help', 'ar')).toEqual(noMedia)
  })

  it('leaves out what is empty, what has another name, and folders with a name of ours', async () => {
    await putMedia(folder.path, {
      'getting-help/en/empty.mp3': 0,
      'getting-help/en/notes.txt': 5,
      'getting-help/en/.devices.mp3': 5,
      'getting-help/en/a b.mp3': 5,
      'getting-help/en/"><script>.mp3': 5,
      'getting-help/en/سؤال.mp3': 5,
      'getting-help/en/Thumbs.db': 5,
      'getting-help/en/folder.mp3/inside.mp3': 5
    })
    expect(await shelf('getting-help', 'en')).toEqual(noMedia)
    expect(troubles).toEqual([])
  })

  it('follows links within it, and none that lead out of it or nowhere', async () => {
    await putMedia(folder.path, { 'shared/devices.mp3': 4, 'getting-help/en/hours.mp3': 4 })
    await putMedia(outside.path, { 'secret.mp3': 4, 'en/secret.mp3': 4 })
    const here = (name: string) => join(folder.path, 'getting-help/en', name)
    await symlink('../../shared/devices.mp3', here('devices.mp3'))
    await symlink(join(outside.path, 'secret.mp3'), here('secret.mp3'))
    await symlink('nowhere.mp3', here('nowhere.mp3'))
    await symlink('round.mp3', here('round.mp3'))
    await symlink(outside.path, join(folder.path, 'linked'))
    expect([...(await shelf('getting-help', 'en')).recordings.keys()]).toEqual(['devices', 'hours'])
    expect(await shelf('linked', 'en')).toEqual(noMedia)
    expect(troubles).toEqual([])
  })

  it('may itself be reached by a link', async () => {
    await putMedia(folder.path, { 'getting-help/en/devices.mp3': 4 })
    const link = join(outside.path, 'media')
    await symlink(folder.path, link)
    expect([...(await shelfOf(link)('getting-help', 'en')).recordings.keys()]).toEqual(['devices'])
  })

  it.each([
    ['none is named', () => undefined],
    ['it is not there', () => join(folder.path, 'nothing')],
    ['it is a file', () => join(folder.path, 'file')]
  ])('gives nothing, and no trouble, where %s', async (_, path) => {
    await writeFile(join(folder.path, 'file'), 'no folder')
    expect(await shelfOf(path())('getting-help', 'en')).toEqual(noMedia)
    expect(troubles).toEqual([])
  })

  it('tells of what cannot be read, and gives the rest', async () => {
    await putMedia(folder.path, {
      'getting-help/en/devices.mp3': 4,
      'getting-help/en/hours.mp3': 4,
      'getting-help/fr/devices.mp3': 4
    })
    await chmod(join(folder.path, 'getting-help/en/hours.mp3'), 0)
    await chmod(join(folder.path, 'getting-help/fr'), 0)
    await chmod(folder.path, 0o755)
    const [english, french] = await asNobody(() =>
      Promise.all([shelf('getting-help', 'en'), shelf('getting-help', 'fr')])
    )
    await chmod(join(folder.path, 'getting-help/fr'), 0o700)
    expect([...english.recordings.keys()]).toEqual(['devices'])
    expect(french).toEqual(noMedia)
    expect(troubles.sort()).toEqual(['getting-help/en EACCES', 'getting-help/fr EACCES'])
  })
})

describe('what was read of it', () => {
  it('stays the same object, with the pages made from it, until something changes', async () => {
    await putMedia(folder.path, { 'getting-help/en/devices.mp3': 4 })
    const first = await shelf('getting-help', 'en')
    later(59)
    expect(await shelf('getting-help', 'en')).toBe(first)
    later(2)
    expect(await shelf('getting-help', 'en')).toBe(first)
    await putMedia(folder.path, { 'getting-help/en/hours.mp3': 4 })
    expect(await shelf('getting-help', 'en')).toBe(first)
    later(61)
    expect([...(await shelf('getting-help', 'en')).recordings.keys()]).toEqual(['devices', 'hours'])
  })

  it('shows what was added and forgets what was taken away within a minute', async () => {
    expect(await shelf('getting-help', 'en')).toEqual(noMedia)
    await mkdir(join(folder.path, 'getting-help/en'), { recursive: true })
    await putMedia(folder.path, { 'getting-help/en/sign-cards.mp4': 4 })
    later(60)
    expect((await shelf('getting-help', 'en')).videos.cards?.bytes).toBe(4)
    await putMedia(folder.path, { 'getting-help/en/sign-cards.mp4': 5 })
    later(60)
    expect((await shelf('getting-help', 'en')).videos.cards?.bytes).toBe(5)
    await rm(join(folder.path, 'getting-help'), { recursive: true })
    later(60)
    expect(await shelf('getting-help', 'en')).toEqual(noMedia)
  })

  it('is the same for many who ask at the same moment', async () => {
    await putMedia(folder.path, { 'getting-help/en/devices.mp3': 4 })
    const all = await Promise.all(Array.from({ length: 20 }, () => shelf('getting-help', 'en')))
    expect(new Set(all).size).toBe(1)
  })
})

/** Root may read everything: for once, this process is somebody else. */
async function asNobody<Result>(work: () => Promise<Result>): Promise<Result> {
  if (process.getuid?.() !== 0) return work()
  process.seteuid?.(65534)
  try {
    return await work()
  } finally {
    process.seteuid?.(0)
  }
}
