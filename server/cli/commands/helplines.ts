import type { Command } from 'commander'
import { standingOf, todayAt, type Standing } from '../../helplines/current.ts'
import { largestHelplinesFile } from '../../helplines/file.ts'
import { isCountry, type Helpline } from '../../helplines/helpline.ts'
import { importHelplines, type HelplinesTakenIn } from '../../helplines/import.ts'
import { tidy } from '../../helplines/rows.ts'
import { listHelplines, type HelplineName } from '../../helplines/store.ts'
import { removeHelpline, verifyHelpline } from '../../helplines/verify.ts'
import { readNamed } from '../files.ts'
import { Mistake, valueOf } from '../mistake.ts'
import { withDatabase } from '../session.ts'

export function helplinesCommand(program: Command): void {
  const helplines = program
    .command('helplines')
    .description('where young people find help, by country; shown for 90 days after somebody has checked')
  importCommand(helplines)
  listCommand(helplines)
  verifyCommand(helplines)
  removeCommand(helplines)
}

function importCommand(helplines: Command): void {
  helplines
    .command('import')
    .description('take in a CSV of helplines: all of its lines, or none and everything that is wrong listed')
    .argument(
      '<file>',
      'CSV: country,name,number,website,hours,languages,cost,source and, if you like, verified_on,verified_by'
    )
    .action((file: string) =>
      withDatabase(async session => {
        const bytes = await readNamed(file, largestHelplinesFile)
        const taken = valueOf(await importHelplines(session.secretariat, bytes, session))
        console.log(linesAbout(taken).join('\n'))
      })
    )
}

function linesAbout({ added, changed, unchanged, noLongerVerified, notShown }: HelplinesTakenIn): string[] {
  return [
    `Taken in: ${added} new, ${changed} changed, ${unchanged} as they were.`,
    ...(noLongerVerified.length === 0 ? [] : ['No longer verified, because the file changes them:']),
    ...noLongerVerified.map(({ country, name }) => `  ${country}  ${name}`),
    ...(notShown === 0
      ? []
      : [
          `Not shown until somebody has checked them: ${notShown}. See: earshot helplines list`,
          'Then, for each: earshot helplines verify COUNTRY NAME --by NAME'
        ])
  ]
}

function listCommand(helplines: Command): void {
  helplines
    .command('list')
    .description('list helplines, and until when each is shown')
    .option('--country <code>', 'of one country only, such as FR')
    .option('--json', 'as JSON')
    .action((options: { country?: string; json?: true }) =>
      withDatabase(async ({ secretariat, now }) => {
        const country = options.country === undefined ? undefined : countryIn(options.country, '--country')
        const all = (await listHelplines(secretariat))
          .filter(helpline => country === undefined || helpline.country === country)
          .map(helpline => ({ ...helpline, standing: standingOf(helpline, todayAt(now)) }))
        if (options.json) console.log(JSON.stringify(all, null, 2))
        else if (all.length === 0)
          console.log(
            country === undefined
              ? 'No helplines yet. Bring some with: earshot helplines import FILE.csv'
              : `No helplines in ${country}.`
          )
        else console.log(all.map(paragraph).join('\n\n'))
      })
    )
}

function paragraph(helpline: Helpline & { readonly standing: Standing }): string {
  const { country, name, number, website, hours, languages, cost, source, verifiedOn, verifiedBy } = helpline
  return [
    `${country}  ${name}`,
    `  ${standingWords(helpline.standing)}`,
    ...(number === null ? [] : [`  number     ${number}`]),
    ...(website === null ? [] : [`  website    ${website}`]),
    `  hours      ${hours}`,
    `  languages  ${languages.join(' ')}`,
    `  cost       ${cost}`,
    `  source     ${source}`,
    ...(verifiedOn === null ? [] : [`  verified   ${verifiedOn} by ${verifiedBy}`])
  ].join('\n')
}

function standingWords(standing: Standing): string {
  switch (standing.kind) {
    case 'shown':
      return `shown until ${standing.until}`
    case 'notVerified':
      return 'not shown: not verified'
    case 'tooOld':
      return 'not shown: verification older than 90 days'
    case 'faulty':
      return 'not shown: not as an entry has to be, or verified on a day to come; import or verify it again'
  }
}

function verifyCommand(helplines: Command): void {
  helplines
    .command('verify')
    .description('say that somebody has checked a helpline against its source')
    .argument('<country>', 'code of the country, such as FR')
    .argument('<name>', 'name of the helpline, as “list” has it')
    .requiredOption('--by <name>', 'who checked')
    .option('--on <date>', 'when, YYYY-MM-DD (default: today)')
    .action((country: string, name: string, { by, on }: { by: string; on?: string }) =>
      withDatabase(async session => {
        const verification = { by: tidy(by), on }
        const helpline = valueOf(
          await verifyHelpline(session.secretariat, named(country, name), verification, session)
        )
        const standing = standingOf(helpline, todayAt(session.now))
        console.log(`Verified: ${helpline.country}  ${helpline.name}, ${standingWords(standing)}`)
      })
    )
}

function removeCommand(helplines: Command): void {
  helplines
    .command('remove')
    .description('take a helpline away')
    .argument('<country>', 'code of the country, such as FR')
    .argument('<name>', 'name of the helpline, as “list” has it')
    .action((country: string, name: string) =>
      withDatabase(async session => {
        const removed = valueOf(await removeHelpline(session.secretariat, named(country, name), session))
        console.log(`Removed: ${removed.country}  ${removed.name}`)
      })
    )
}

function named(country: string, name: string): HelplineName {
  return { country: countryIn(country, country), name: tidy(name) }
}

/** @throws Mistake where nobody has that code */
function countryIn(code: string, at: string): string {
  const country = code.toUpperCase()
  if (!isCountry(country)) throw new Mistake([{ at, code: 'helpline.country', params: { value: code } }])
  return country
}
