import { createPrivateKey, createHash } from 'node:crypto'
import { codebookOf, readAnswers, shapesOf } from '#surveys'
import { codedResponse } from '../../server/coded-response.ts'
import type { Asking } from '../../server/consultations/find.ts'
import { readForm } from '../../server/respond/form.ts'
import { payloadFormat } from '../../server/waiting-room/payload.ts'
import { opener, sealBytes } from '../../server/waiting-room/seal.ts'
import row from '../fixtures/sealed-row.json' with { type: 'json' }
import { smallQuestionnaire } from './small-consultation.ts'

/** The id of the sending that the example carries: in earnest it is random. */
export const exampleResend = '8f3c1d0a55e24b7f9a6e0c7d2b41f693'

/** What a browser posts for the example. */
export const exampleForm = [
  'version=1',
  'band=13_15',
  `resend=${exampleResend}`,
  'q.devices=own_phone',
  'q.devices=school',
  'q.hours=3',
  'q.safe=quite_safe',
  'q.upset=yes',
  'q.told=friend',
  'q.knows_helpline=dk',
  'q.wishes=lessons',
  'q.message=Listen+to+us%21',
  'q.gender=pns'
].join('&')

const questionnaire = smallQuestionnaire()
const codebook = codebookOf(questionnaire)
/** Lengths of what is sealed of the example's version. */
export const exampleFormat = payloadFormat(questionnaire, codebook.slots.length)

const consultation: Asking = {
  version: { id: 'example', number: 1, hash: 'example', questionnaire },
  agesFrom: 13
}

/** The example as the code reads it, step by step. */
export function exampleOf() {
  const form = readForm(new URLSearchParams(exampleForm), consultation)
  const parsed = readAnswers(shapesOf(questionnaire), form.given)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  const coded = codedResponse(codebook, 'en', parsed.value)
  return { answers: parsed.value, coded, payload: exampleFormat.write({ kind: 'answers', ...coded }) }
}

/** The sealed row of the fixture, opened with the private key beside it. */
export function openedFixture(): Buffer {
  const privateKey = createPrivateKey({
    key: Buffer.from(row.privateKey, 'base64'),
    format: 'der',
    type: 'pkcs8'
  })
  const publicKey = Buffer.from(row.publicKey, 'base64')
  return opener({ id: 'fixture', publicKey }, privateKey)(Buffer.from(row.sealed, 'base64'))
}

/** The blocks of the document by name. */
export function exampleBlocks(): ReadonlyMap<string, string> {
  const { answers, coded, payload } = exampleOf()
  const sealed = Buffer.from(row.sealed, 'base64')
  const entries = codebook.entries.map(({ question, slots }) => {
    const codes = slots.map(({ at }) => coded.packed[at])
    return `${`slot ${slots[0]?.at ?? ''}`.padEnd(8)} ${question.id.padEnd(15)} ${codes.join(', ')}`
  })
  const end = payload.findLastIndex(byte => byte !== 0) + 1
  return new Map([
    ['form', `${exampleForm.replaceAll('&', '\n&')}\n`],
    ['answers', lines([...answers].map(([id, answer]) => `${id.padEnd(15)} ${JSON.stringify(answer)}`))],
    [
      'codes',
      lines([`slot 0   language        ${coded.packed[0]}`, ...entries, '', `{${coded.packed.join(',')}}`])
    ],
    [
      'payload',
      lines([
        ...hexLines(payload.subarray(0, end)),
        `then ${payload.length - end} zeros: ${payload.length} bytes`
      ])
    ],
    [
      'sealed',
      lines([
        `sender      ${sealed.subarray(0, 32).toString('hex')}`,
        `nonce       ${sealed.subarray(32, 44).toString('hex')}`,
        `ciphertext  ${sealed.subarray(44, 60).toString('hex')}… ${sealed.length - sealBytes} bytes`,
        `tag         ${sealed.subarray(-16).toString('hex')}`,
        `in all      ${sealed.length} bytes`
      ])
    ],
    ['resend', `${createHash('sha256').update(Buffer.from(exampleResend, 'hex')).digest('hex')}\n`]
  ])
}

/** A document with its examples written anew, each the block after `<!-- example: name -->`. */
export function withExamples(document: string): string {
  const blocks = exampleBlocks()
  return document.replaceAll(
    /(<!-- example: (\w+) -->\n```\w*\n)[^`]*(```)/g,
    (_, begin: string, name: string, end: string) => {
      const block = blocks.get(name)
      if (block === undefined) throw new RangeError(`there is no example ${name}`)
      return `${begin}${block}${end}`
    }
  )
}

function hexLines(bytes: Buffer): string[] {
  const size = 16
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) => {
    const part = bytes.subarray(index * size, (index + 1) * size)
    return `${String(index * size).padStart(3)}  ${part.toString('hex').replaceAll(/(..)(?=.)/g, '$1 ')}`
  })
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`
}
