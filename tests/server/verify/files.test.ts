import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { canonicalRelease } from '#analytics'
import { findingLines, verdictLines } from '../../../server/cli/verify-words.ts'
import { sha256 } from '../../../server/sha256.ts'
import { verifyPackages, type Verdict } from '../../../server/verify/verify.ts'
import { storedZip } from '../../../server/zip/stored-zip.ts'
import { libraryRelease } from '../../support/library-release.ts'
import { liveReleases } from '../../support/live-release.ts'
import { altered, packageBytes, textsOf, withVersionHash, zipped } from '../../support/package.ts'

const release = withVersionHash(libraryRelease(200, ['gender']))
const bytes = packageBytes(release)
const hash = sha256(canonicalRelease(release))

const verify = (file: Buffer, published?: string) =>
  verifyPackages([{ name: 'package.zip', bytes: file }], published)
const found = ({ files, chain }: Verdict) =>
  [...files.flatMap(({ findings }) => findings), ...chain].map(({ rule, at }) => `${rule} ${at}`)

describe('a package as it was made', () => {
  it('is sound, and says what it is', async () => {
    const verdict = await verify(bytes, hash)
    expect(found(verdict)).toEqual([])
    expect(verdict).toMatchObject({
      ok: true,
      files: [{ about: { number: 1, hash, previous: null, responses: 200, live: false } }]
    })
  })

  it('is sound as the release alone', async () => {
    expect(await verify(Buffer.from(canonicalRelease(release)), hash)).toMatchObject({ ok: true })
  })

  it('is sound unpacked and packed again by another program', async () => {
    expect(found(await verify(zipped(textsOf(bytes))))).toEqual([])
  })

  it('is sound with others before it', async () => {
    const lives = liveReleases([100, 150], each => sha256(canonicalRelease(withVersionHash(each)))).map(
      withVersionHash
    )
    const files = lives.map(each => ({ name: `${each.number}.zip`, bytes: packageBytes(each) }))
    expect(found(await verifyPackages(files))).toEqual([])
    expect(found(await verifyPackages([...files].reverse()))).toEqual([])
  })
})

describe('a package that somebody changed', () => {
  it('is another release than the published one', async () => {
    expect(found(await verify(bytes, 'f'.repeat(64)))).toEqual(['otherHash package.zip'])
  })

  it.each<[string, string, (texts: Map<string, string>) => void]>([
    [
      'sumDiffers data.en.csv',
      'one byte of the data',
      texts => edit(texts, 'data.en.csv', text => text.replace(/\r\n$/, ' \r\n'))
    ],
    [
      'sumDiffers method.fr.md',
      'one word of a note',
      texts => edit(texts, 'method.fr.md', text => text.replace('Licence', 'License'))
    ],
    ['fileMissing README.md', 'a file left out', texts => void texts.delete('README.md')],
    ['fileUnlisted more.txt', 'a file put in', texts => void texts.set('more.txt', 'more')],
    ['noSums SHA256SUMS', 'no sums', texts => void texts.delete('SHA256SUMS')],
    [
      'sumsUnreadable SHA256SUMS, line 2',
      'sums that are none',
      texts => edit(texts, 'SHA256SUMS', text => text.replace('\n', '\nnone\n'))
    ],
    ['noRelease package.zip', 'no release', texts => void texts.delete('release.json')]
  ])('is told apart: %s for %s', async (finding, _, change) => {
    const verdict = await verify(altered(bytes, change, { sums: false }))
    expect(found(verdict)).toContain(finding)
    expect(verdict.ok).toBe(false)
  })

  it.each<[string, string, (texts: Map<string, string>) => void]>([
    [
      'cell data.ar.csv, line 2',
      'a number',
      texts => edit(texts, 'data.ar.csv', text => cell(text, 1, 8, '199'))
    ],
    [
      'cell data.zh.csv, line 3',
      'a hidden number that is shown',
      texts => edit(texts, 'data.zh.csv', text => cell(text, 2, 11, 'x'))
    ],
    [
      'cell data.en.csv, line 2',
      'the words of a question',
      texts => edit(texts, 'data.en.csv', text => cell(text, 1, 3, 'Why?'))
    ],
    [
      'rowsMissing data.fr.csv',
      'a line left out',
      texts => edit(texts, 'data.fr.csv', text => text.replace(/[^\n]*\n$/, ''))
    ],
    [
      'rowsMore data.ru.csv',
      'a line more',
      texts => edit(texts, 'data.ru.csv', text => text + (text.split('\n').at(-2) ?? '') + '\n')
    ],
    [
      'columns data.es.csv',
      'a column renamed',
      texts => edit(texts, 'data.es.csv', text => text.replace('base', 'basis'))
    ],
    [
      'csvUnreadable data.es.csv',
      'a quotation mark',
      texts => edit(texts, 'data.es.csv', text => text.replace(',', ',"'))
    ],
    ['csvMissing data.es.csv', 'a language left out', texts => void texts.delete('data.es.csv')],
    [
      'listDiffers datapackage.json, LICENCE.txt',
      'the licence',
      texts => edit(texts, 'LICENCE.txt', text => text + 'But not on Sundays.\n')
    ],
    [
      'fileMissing datapackage.json, ',
      'an empty description',
      texts => void texts.set('datapackage.json', '{}')
    ],
    [
      'fileMissing datapackage.json, ',
      'a name that is no text',
      texts => void texts.set('datapackage.json', '{"resources":[{"path":{"toString":null}}]}')
    ]
  ])('does not hide it by new sums: %s for %s', async (finding, _, change) => {
    const verdict = await verify(altered(bytes, change))
    expect(found(verdict)).toContain(finding)
    expect(verdict.ok).toBe(false)
  })

  it('is noted, and is not wrong, where another version may have written a text', async () => {
    const verdict = await verify(
      altered(bytes, texts => {
        edit(texts, 'questionnaire.ddi.xml', text => text.replace('Earshot', 'Earshot 2'))
        edit(texts, 'data.en.csv', text => text.replaceAll('Preferred not to say', 'Would rather not say'))
        const content = texts.get('datapackage.json') ?? ''
        const facts = JSON.parse(content) as { resources: { path: string; bytes: number; hash: string }[] }
        for (const resource of facts.resources) {
          const text = texts.get(resource.path) ?? ''
          Object.assign(resource, { bytes: Buffer.byteLength(text), hash: `sha256:${sha256(text)}` })
        }
        texts.set('datapackage.json', JSON.stringify(facts))
      })
    )
    expect(found(verdict)).toEqual(['ownWords data.en.csv', 'remade questionnaire.ddi.xml'])
    expect(verdict.ok).toBe(true)
  })
})

describe('a file that is no package', () => {
  const one = (name: string, text = 'text') => storedZip(new Map([[name, Buffer.from(text)]]))
  const release1 = Buffer.from(canonicalRelease(release))
  const truncated = (share: number) => bytes.subarray(0, Math.floor(bytes.length * share))
  const encrypted = (() => {
    const copy = one('release.json')
    copy.writeUInt16LE(copy.readUInt16LE(6) | 1, 6)
    const central = copy.indexOf(Buffer.from('PK\u0001\u0002'))
    copy.writeUInt16LE(copy.readUInt16LE(central + 8) | 1, central + 8)
    return copy
  })()
  const flipped = (() => {
    const copy = storedZip(new Map([['release.json', release1]]))
    copy.writeUInt8(copy.readUInt8(500) ^ 1, 500)
    return copy
  })()
  /** Two entries of one name, which no map can hold. */
  const doubled = (() => {
    const [first, second] = ['release.json', 'release-json'].map(name => [name, Buffer.from('{}')] as const)
    const copy = storedZip(new Map([first!, second!]))
    for (let at = copy.indexOf('release-json'); at >= 0; at = copy.indexOf('release-json'))
      copy.write('release.json', at)
    return copy
  })()

  it.each<[string, Buffer]>([
    ['empty package.zip', Buffer.alloc(0)],
    ['notJson release', Buffer.from('<html>Not found</html>')],
    ['notJson release', Buffer.from([0xff, 0xfe, 0, 1, 2])],
    ['notRelease release', Buffer.from('{"resources":[]}')],
    ['damaged package.zip', Buffer.from('PK')],
    ['damaged package.zip', truncated(0.5)],
    ['damaged package.zip', truncated(0.99)],
    ['damaged release.json', flipped],
    ['encrypted release.json', encrypted],
    ['doubledName release.json', doubled],
    ['strangeName ../release.json', one('../release.json')],
    ['strangeName /etc/passwd', one('/etc/passwd')],
    ['strangeName a\\b', one('a\\b')],
    ['strangeName folder/release.json', one('folder/release.json')],
    ['strangeName .hidden', one('.hidden')],
    ['noRelease package.zip', one('other.json')],
    ['unpacksTooBig zeros.bin', Buffer.from(zipSync({ 'zeros.bin': new Uint8Array(60_000_000) }))],
    [
      'unpacksTooBig package.zip',
      storedZip(new Map(Array.from({ length: 201 }, (_, n) => [`${n}.txt`, Buffer.alloc(0)])))
    ]
  ])(
    'is told what it is: %s',
    async (finding, file) => {
      const verdict = await verify(file)
      expect(found(verdict)).toEqual([finding])
      expect(verdict.ok).toBe(false)
    },
    20_000
  )

  it('cannot steer the terminal by its names', async () => {
    const { files } = await verify(one('\u001b[2Jrelease.json'))
    const lines = files.flatMap(({ findings }) => findings.flatMap(findingLines))
    expect(lines.join()).toContain('·[2Jrelease.json')
    expect(lines.join()).not.toContain('\u001b')
  })

  it('cannot steer the terminal by what it calls itself, nor turn a line round', async () => {
    const steering = '\u001b[8m\nSound.\u202e'
    const consultation = { ...release.consultation, slug: steering }
    const verdict = await verify(Buffer.from(canonicalRelease({ ...release, consultation })))
    const lines = verdictLines(verdict)
    expect(lines.join('\n')).toContain(' of ·[8m·Sound.·, ')
    expect(lines.filter(line => /[\p{Cc}\p{Bidi_Control}]/u.test(line))).toEqual([])
  })
})

function edit(texts: Map<string, string>, name: string, change: (text: string) => string): void {
  const before = texts.get(name) ?? ''
  const after = change(before)
  if (after === before) throw new RangeError(`nothing was changed in ${name}`)
  texts.set(name, after)
}

/** Puts something else in a cell; the texts of these lines hold no comma. */
function cell(text: string, line: number, column: number, value: string): string {
  const lines = text.split('\r\n')
  const cells = (lines[line] ?? '').split(',')
  cells[column] = value
  lines[line] = cells.join(',')
  return lines.join('\r\n')
}
