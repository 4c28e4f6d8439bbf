import type { Command } from 'commander'
import { codeLengths, readCode, type Problem } from '#surveys'
import { addresses } from '#views'
import { findBatch, listBatches, shortIdLength, type Batch, type ListedBatch } from '../../cards/batches.ts'
import { invite } from '../../cards/invite.ts'
import { voidBatch, voidCodes, type Voided } from '../../cards/void.ts'
import type { OpenedConsultation } from '../../consultations/find.ts'
import { secretIn } from '../../keys/secret.ts'
import { readNamed } from '../files.ts'
import { Mistake, valueOf } from '../mistake.ts'
import { openedConsultationNamed, siteOf, keysFit, withDatabase, type Session } from '../session.ts'

export function cardsCommand(program: Command): void {
  const cards = program
    .command('cards')
    .description('cards with one-time codes, which partners draw, print and hand out')
  inviteCommand(cards)
  listCommand(cards)
  voidCommand(cards)
}

function inviteCommand(cards: Command): void {
  cards
    .command('invite')
    .description('make the link with which a partner draws and prints cards')
    .argument('<slug>', 'short name of the consultation')
    .requiredOption('--partner <name>', 'the organisation: never the name of a child')
    .requiredOption('--cards <number>', 'cards to hand out; 5 % spares are printed beside them')
    .option('--another', 'another batch, though the same partner has one of this size that is not drawn yet')
    .action((slug: string, options: { partner: string; cards: string; another?: true }) =>
      withDatabase(async session => {
        const consultation = await openedConsultationNamed(session, slug)
        const invitation = {
          partner: options.partner,
          size: Number(options.cards),
          another: options.another ?? false
        }
        const { batch, secret, renewed } = valueOf(
          await invite(session.secretariat, consultation, invitation, session)
        )
        console.log(
          renewed
            ? `Batch ${batch} was not drawn yet: this link takes the place of the earlier one.`
            : `Batch ${batch}: ${invitation.size} cards for ${options.partner}.`
        )
        console.log('Give the partner one of these links, in private: whoever has it can draw the cards.')
        for (const language of consultation.languages)
          console.log(`  ${language}  ${siteOf(session)}${addresses.partner(language)}#${secret}`)
        console.log('The link is not stored and cannot be shown again. For a new one, run the command again.')
      })
    )
}

function listCommand(cards: Command): void {
  cards
    .command('list')
    .description('list the batches of a consultation')
    .argument('<slug>', 'short name of the consultation')
    .option('--json', 'as JSON')
    .action((slug: string, options: { json?: true }) =>
      withDatabase(async session => {
        const consultation = await openedConsultationNamed(session, slug)
        const batches = await listBatches(session.secretariat, consultation.id)
        if (options.json) console.log(JSON.stringify(batches, null, 2))
        else if (batches.length === 0)
          console.log(
            `No cards yet. Invite a partner with: earshot cards invite ${slug} --partner NAME --cards NUMBER`
          )
        else console.log(batches.map(paragraph).join('\n\n'))
      })
    )
}

function paragraph(batch: ListedBatch): string {
  const { attestedOn, attestedAs } = batch
  const drawn = attestedOn !== null
  return [
    `${batch.id.slice(0, shortIdLength)}  ${batch.partner}`,
    `  cards     ${batch.size}`,
    `  drawn     ${drawn ? 'yes' : 'no'}`,
    ...(drawn ? [`  attested  on ${attestedOn}, by ${roleWords(attestedAs)}`] : []),
    ...(drawn ? [`  void      ${batch.void}`] : []),
    ...(drawn ? [`  redeemed  ${tensWords(batch.redeemedTens)}`] : [])
  ].join('\n')
}

function roleWords(role: string | null): string {
  switch (role) {
    case 'teacher':
      return 'a teacher'
    case 'youth_worker':
      return 'a youth worker'
    case 'helpline':
      return 'a helpline'
    default:
      return 'somebody in another role'
  }
}

/** In whole tens: an exact number that moves would tell when each card was used. */
function tensWords(tens: number): string {
  return tens === 0 ? 'fewer than 10' : `${tens * 10} or more`
}

function voidCommand(cards: Command): void {
  cards
    .command('void')
    .description('make cards void, so that nobody can begin with them any more: a batch, or single codes')
    .argument('<slug>', 'short name of the consultation')
    .option('--batch <id>', 'a whole batch, as “list” has it; the link to one that is not drawn is withdrawn')
    .option('--codes <file>', 'single codes, one a line; - reads what is typed or piped in')
    .action((slug: string, { batch, codes }: { batch?: string; codes?: string }) =>
      withDatabase(async session => {
        const consultation = await openedConsultationNamed(session, slug)
        const [one] = [batch, codes].filter(each => each !== undefined)
        if (one === undefined || (batch !== undefined && codes !== undefined))
          throw new Mistake([{ at: slug, code: 'partner.voidWhat' }])
        if (batch !== undefined) await voidWhole(session, consultation, batch)
        else await voidSingle(session, consultation, one)
      })
    )
}

async function voidWhole(session: Session, consultation: OpenedConsultation, id: string): Promise<void> {
  const batch = await batchNamed(session, consultation, id)
  const voided = await voidBatch(session.secretariat, batch, session)
  console.log(
    voided === 'withdrawn'
      ? `Batch ${id} was not drawn: its link is no longer good.`
      : linesAbout(voided).join('\n')
  )
}

async function voidSingle(session: Session, consultation: OpenedConsultation, file: string): Promise<void> {
  const { secretariat: db } = session
  const codes = await codesIn(file)
  await keysFit(session)
  const pepper = await secretIn(session.config.keyFolder, 'pepper')
  const { unknown, ...voided } = await voidCodes(db, pepper, consultation, codes, session)
  console.log(linesAbout(voided).join('\n'))
  if (unknown > 0) console.log(`No cards of ${consultation.slug}: ${unknown}.`)
}

function linesAbout({ now, before }: Voided): string[] {
  return [
    `Made void: ${now}.${before === 0 ? '' : ` Void already: ${before}.`}`,
    'Answers that were sent with them stay: nobody can tell which they are.'
  ]
}

/** More than all cards of a batch, each on a line of its own. */
const largestCodesFile = {
  bytes: 256 * 1024,
  problem: { code: 'partner.codesTooLarge', params: { most: 256 } }
} as const

/** Codes as they were typed. @throws Mistake that lists every line that is none */
async function codesIn(file: string): Promise<string[]> {
  const text = (await readNamed(file === '-' ? '/dev/stdin' : file, largestCodesFile)).toString('utf8')
  const lines = text.split(/\r?\n/).map((line, index) => ({ line, number: index + 1 }))
  const typed = lines.filter(({ line }) => line.trim() !== '')
  const read = typed.map(({ line, number }) => ({ number, code: readCode(line, codeLengths.card) }))
  const problems = read.flatMap(({ number, code }): Problem[] =>
    code.ok ? [] : [{ at: `line ${number}`, code: 'partner.noCode' }]
  )
  if (typed.length === 0) problems.push({ at: file, code: 'partner.noCodes' })
  if (problems.length > 0) throw new Mistake(problems)
  return read.flatMap(({ code }) => (code.ok ? [code.value] : []))
}

/** @throws Mistake where the consultation has no such batch */
async function batchNamed(
  { secretariat }: Session,
  { id: consultationId, slug }: OpenedConsultation,
  id: string
): Promise<Batch> {
  const found = await findBatch(secretariat, consultationId, id)
  if (found === undefined)
    throw new Mistake([{ at: '--batch', code: 'partner.batchUnknown', params: { batch: id, slug } }])
  return found
}
