import { Option, type Command } from 'commander'
import { isLanguage, languages } from '#locales'
import { defaultFirstAge } from '#surveys'
import { addresses } from '#views'
import { readAssurances } from '../../secretariat/assurances-file.ts'
import { accesses, type Access } from '../../consultations/access.ts'
import { open } from '../../secretariat/open.ts'
import { readTargetFile } from '../../secretariat/target-file.ts'
import { readNamed } from '../files.ts'
import { Mistake, valueOf } from '../mistake.ts'
import { siteOf, keysFit, withDatabase } from '../session.ts'
import { listOf } from '../values.ts'

type Options = {
  from: string
  until: string
  languages: string
  breakdowns?: string
  meeting?: string
  past?: true
  agesFrom?: string
  access: Access
  live?: true
  aim?: string
  assurances?: string
  target?: string
  weighBy?: string
}

/** The texts of a filled-in file take a few kilobytes. */
const largest = { bytes: 64 * 1024, problem: { code: 'assurances.notText' } }
const largestTarget = { bytes: 256 * 1024, problem: { code: 'target.notText' } }

export function openCommand(program: Command): void {
  program
    .command('open')
    .description(
      'open a consultation: its questionnaire, languages, breakdowns and protection are fixed from then on'
    )
    .argument('<slug>', 'short name of the consultation')
    .requiredOption('--from <date>', 'first day, YYYY-MM-DD, in the time zone of the meeting')
    .requiredOption('--until <date>', 'last day, inclusive')
    .requiredOption(
      '--languages <list>',
      'languages, such as en,fr, or all; every text must be there in each'
    )
    .option(
      '--breakdowns <list>',
      'at most three questions by which results are split, such as gender,age_band; region also where only the country is asked, and always beside the country'
    )
    .option('--meeting <reference>', 'the meeting it prepares: its number, or body/number')
    .option(
      '--ages-from <age>',
      'the youngest age that is asked: 8, 10 or 13; 13 unless you say otherwise; younger children had better come by cards'
    )
    .addOption(
      new Option(
        '--access <who>',
        'who may answer: anyone, whoever has a card, or whoever sees the code in a room'
      )
        .choices(accesses)
        .default('open')
    )
    .option(
      '--live',
      'show results while answers still come in: shares in steps of five, at fixed numbers of answers'
    )
    .option('--aim <number>', 'how many answers are aimed at, to compare with in “earshot status”')
    .option('--past', 'an earlier wave whose answers are brought along: its last day may be over')
    .option(
      '--assurances <file>',
      'who answers for it, and on what ground: a file filled in from “earshot assurances template”'
    )
    .option(
      '--target <file>',
      'with whom respondents are compared: a CSV of dimension, value, number, source, date; see docs/composition.md'
    )
    .option(
      '--weigh-by <list>',
      'print weighted shares beside the others, by one or two dimensions of the target, such as gender,age_band'
    )
    .action((slug: string, options: Options) =>
      withDatabase(async session => {
        if (options.weighBy !== undefined && options.target === undefined)
          throw new Mistake([{ at: '--weigh-by', code: 'target.weighAlone' }])
        const opening = {
          slug,
          from: options.from,
          until: options.until,
          languages: options.languages === 'all' ? languages : listOf(options.languages),
          breakdowns: listOf(options.breakdowns ?? ''),
          meeting: options.meeting,
          past: options.past ?? false,
          access: options.access,
          live: options.live ?? false,
          ...(options.aim !== undefined && { aim: Number(options.aim) }),
          ...(options.assurances !== undefined && {
            assurances: valueOf(readAssurances(await readNamed(options.assurances, largest)))
          }),
          ...(options.target !== undefined && {
            target: {
              lines: valueOf(readTargetFile(await readNamed(options.target, largestTarget))),
              weighBy: listOf(options.weighBy ?? '')
            }
          }),
          ...(options.agesFrom !== undefined && { agesFrom: Number(options.agesFrom) })
        }
        await keysFit(session)
        const { keyFolder } = session.config
        const { timeZone } = valueOf(await open(session.secretariat, opening, keyFolder, session))
        console.log(`Opened ${slug}: ${options.from} to ${options.until}, both days included (${timeZone}).`)
        console.log(
          'Noted in the audit log: opened without a second person, since approvals do not exist yet.'
        )
        if (options.agesFrom !== undefined && Number(options.agesFrom) < defaultFirstAge) {
          console.log(
            options.access === 'cards'
              ? `Children from ${options.agesFrom} may answer. Whoever prints the cards says that each has the permission that the law asks for.`
              : `Children from ${options.agesFrom} may answer. Where the law asks for a parent’s permission, see to it before you pass the address on.`
          )
        }
        if (opening.meeting === undefined) {
          console.log(
            'No meeting was named: its documents will have neither body nor place. This cannot be changed later.'
          )
        }
        const [language] = opening.languages
        console.log(`It stands at: ${siteOf(session)}/${language}/${slug}`)
        if (options.live)
          console.log(
            `Live results: ${siteOf(session)}${addresses.live(isLanguage(language) ? language : 'en', slug)}`
          )
        if (options.access === 'cards') {
          console.log(`Next, for each partner: earshot cards invite ${slug} --partner NAME --cards NUMBER`)
        }
        if (options.access === 'room') console.log(`Next: earshot room ${slug} --seats NUMBER`)
      })
    )
}
