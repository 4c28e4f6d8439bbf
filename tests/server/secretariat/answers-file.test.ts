import { Readable } from 'node:stream'

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { translator } from '#locales'
import type { Answer, Answers, Parsed, Questionnaire } from '#surveys'

import type { AnswersFile } from '../../../server/secretariat/answers-lines.ts'
import { answersFileLimits, readAnswersFile } from '../../../server/secretariat/answers-file.ts'
import { textOf } from '../../../server/secretariat/answers-text.ts'
import { options, words } from '../../support/sample-questionnaire.ts'

const questionnaire: Questionnaire = {
  title: words('Sample'),
  sections: [
    {
      id: 'all',
      items: [
        { kind: 'single', id: 'internet', text: words('Internet'), options: options(3) },
        { kind: 'multiple', id: 'devices', text: words('Devices'), options: options(4) },
        { kind: 'ranking', id: 'worries', text: words('Worries'), options: options(4), upTo: 2 },
        { kind: 'number', id: 'hours', text: words('Hours'), minimum: 0, maximum: 24 },
        {
          kind: 'single',
          id: 'why',
          text: words('Why'),
          options: options(2),
          showWhen: { question: 'internet', selected: 'o0' }
        },
        { kind: 'short_text', id: 'wish', text: words('Wish') }
      ]
    }
  ]
}

describe('a file of answers', () => {
  it('is read by the names in its first line, in any order', async () => {
    const file = 'hours,internet,devices,worries,wish\n7,o0,o3 o1,o2 o0,"More, ""please"""\n'
    expect(await responsesOf(file)).toEqual([
      {
        internet: { state: 'answered', codes: ['o0'] },
        devices: { state: 'answered', codes: ['o1', 'o3'] },
        worries: { state: 'answered', codes: ['o2', 'o0'] },
        hours: { state: 'answered', number: 7 },
        why: { state: 'skipped' },
        wish: { state: 'answered', text: 'More, "please"' }
      }
    ])
  })

  it('keeps did not know, preferred not to say and skipped apart, and drops what is off the route', async () => {
    const [first] = await responsesOf('internet,devices,worries,why\ndk,pns,,o1\n')
    expect(first).toMatchObject({
      internet: { state: 'dk' },
      devices: { state: 'pns' },
      worries: { state: 'skipped' },
      why: { state: 'not_shown' }
    })
  })

  it.each([
    ['semicolons', 'internet;hours\no1;3\n'],
    ['tabs', 'internet\thours\no1\t3\n'],
    ['a byte order mark', '\ufeffinternet,hours\no1,3\n'],
    ['Windows line ends', 'internet,hours\r\no1,3\r\n'],
    ['line ends of two sorts', 'internet,hours\r\no1,3\n'],
    ['no line end at the end', 'internet,hours\no1,3'],
    ['empty lines', 'internet,hours\n\no1,3\n\n\n'],
    ['quotes around everything', '"internet","hours"\n"o1","3"\n'],
    ['spaces around names and codes', ' internet , hours\n o1 , 3 \n']
  ])('is read with %s', async (_, file) => {
    const responses = await responsesOf(file)
    expect(responses).toHaveLength(1)
    expect(responses[0]).toMatchObject({
      internet: { state: 'answered', codes: ['o1'] },
      hours: { state: 'answered', number: 3 }
    })
  })

  it('is read the same wherever its chunks end', async () => {
    const bytes = Buffer.from('internet;wish\r\no1;"Größe, \n€ 5"\r\ndk;مرحبا\r\n')
    const whole = await responsesOf(bytes)
    expect(whole).toHaveLength(2)
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: bytes.length }), async size => {
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
          bytes.subarray(index * size, (index + 1) * size)
        )
        expect(await responsesOf(Readable.from(chunks))).toEqual(whole)
      })
    )
  })

  it('says how many responses answer nothing', async () => {
    expect(await read('internet,hours\n,\no1,3\n"",\n')).toMatchObject({ ok: true, value: { blank: 2 } })
  })

  it('says how many answers stood at questions that their respondents are not asked', async () => {
    expect(await read('internet,why\no1,o0\no0,o1\no2,o1\no1,\n,o0\n')).toMatchObject({
      ok: true,
      value: { offRoute: new Map([['why', 3]]) }
    })
    expect(await read('internet,why\no0,o1\n')).toMatchObject({ ok: true, value: { offRoute: new Map() } })
  })

  it('tells how far it is, to the end', async () => {
    const fractions: number[] = []
    const bytes = Buffer.from(`internet\n${'o1\n'.repeat(50_000)}`)
    await readAnswersFile({ questionnaire, bytes, keep: () => 0, onProgress: part => fractions.push(part) })
    expect(fractions.length).toBeGreaterThan(1)
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b))
    expect(fractions.at(-1)).toBe(1)
  })
})

describe('a bad file of answers', () => {
  it('is refused with all its bad lines, each named by line and question', async () => {
    const file = 'internet,hours,wish\no1,25,"two\nlines"\no1,3\no9,3,x\n\no1,3,fine\no1,x,y\n'
    expect(await problemsOf(file)).toEqual([
      ['line 2, question hours', 'answer.outOfBounds'],
      ['line 4', 'answersFile.numberOfFields'],
      ['line 5, question internet', 'answer.unknownCode'],
      ['line 8, question hours', 'answer.notWholeNumber']
    ])
  })

  it('is refused with the bad lines before the one at which it breaks off', async () => {
    expect(await problemsOf('internet,wish\no9,x\no1,"x\no1,y\n')).toEqual([
      ['line 2, question internet', 'answer.unknownCode'],
      ['line 3', 'answersFile.quoteNeverClosed']
    ])
  })

  it('is told the known names nearest to one that is unknown', async () => {
    const parsed = await read('Internett,hours\no1,3\n')
    expect(parsed).toMatchObject({
      problems: [
        {
          at: 'line 1, column 1',
          code: 'answersFile.unknownColumn',
          params: { name: 'Internett', near: 'internet, worries, devices' }
        }
      ]
    })
  })

  it.each([
    ['is empty', '', 'file', 'answersFile.empty'],
    ['has nothing but empty lines', '\n\n', 'file', 'answersFile.empty'],
    ['has no responses', 'internet,hours\n', 'file', 'answersFile.noRows'],
    ['has a column without a name', 'internet,\no1,3\n', 'line 1, column 2', 'answersFile.columnWithoutName'],
    ['has a column twice', 'internet,internet\no1,o1\n', 'line 1, column 2', 'answersFile.columnTwice'],
    [
      'has a quote that is never closed',
      'internet,wish\no1,x\no1,"x\no1,y\n',
      'line 3',
      'answersFile.quoteNeverClosed'
    ],
    ['has a quote within a field', 'internet,wish\no1,5" wide\n', 'line 2', 'answersFile.strayQuote'],
    [
      'is not UTF-8',
      Buffer.from('internet,wish\no1,x\no1,Gr\xf6sse\n', 'latin1'),
      'line 3',
      'answersFile.badEncoding'
    ],
    [
      'breaks off within a character',
      Buffer.from('internet\no1\n\xc3', 'latin1'),
      'line 3',
      'answersFile.badEncoding'
    ],
    ['is no text at all', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 8, 0]), 'line 1', 'answersFile.badEncoding'],
    ['is UTF-16', Buffer.from('\ufeffinternet\no1\n', 'utf16le'), 'line 1', 'answersFile.badEncoding'],
    [
      'has a line too long',
      `internet,wish\no1,${'x'.repeat(answersFileLimits.bytesOfALine)}\n`,
      'line 2',
      'answersFile.lineTooLong'
    ],
    [
      'is one line too long',
      'x'.repeat(3 * answersFileLimits.bytesOfALine),
      'line 1',
      'answersFile.lineTooLong'
    ]
  ])('is refused when it %s', async (_, file, at, code) => {
    expect(await problemsOf(file)).toEqual([[at, code]])
  })

  it('is refused when it is too large, without reading on', async () => {
    let chunks = 0
    function* endless(): Generator<Buffer> {
      for (;;) {
        chunks += 1
        yield Buffer.from('o1\n'.repeat(100_000))
      }
    }
    const text = textOf(Readable.from(endless()), { megabytes: 1 }, () => undefined)
    let length = 0
    for await (const piece of text.pieces) length += piece.length
    expect(text.problem()).toEqual({ at: 'file', code: 'answersFile.tooLarge', params: { limit: 1 } })
    expect(length).toBeLessThanOrEqual(2 ** 20)
    expect(chunks).toBeLessThan(100)
  })

  it('is never a crash, whatever its bytes are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.string().map(text => Buffer.from(text))
        ),
        async bytes => {
          const parsed = await read(bytes)
          expect(parsed.ok || parsed.problems.length > 0).toBe(true)
        }
      )
    )
  })

  it('is explained in a sentence', async () => {
    const parsed = await read('Internett,hours\no1,3\n')
    const [problem] = parsed.ok ? [] : parsed.problems
    expect(translator('en')(`answersFile:${problem?.code ?? ''}`, problem?.params)).toContain('Internett')
  })
})

type Source = string | Uint8Array | Readable

function read(source: Source): Promise<Parsed<AnswersFile<Record<string, Answer>>>> {
  const bytes = typeof source === 'string' ? Buffer.from(source) : source
  return readAnswersFile({ questionnaire, bytes, keep: (answers: Answers) => Object.fromEntries(answers) })
}

async function responsesOf(source: Source): Promise<readonly Record<string, Answer>[]> {
  const parsed = await read(source)
  if (!parsed.ok) throw new RangeError(JSON.stringify(parsed.problems))
  return parsed.value.responses
}

async function problemsOf(source: Source): Promise<[string, string][]> {
  const parsed = await read(source)
  return parsed.ok ? [] : parsed.problems.map(({ at, code }) => [at, code])
}
