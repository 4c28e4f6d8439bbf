import type { Command } from 'commander'
import { setSeries } from '../../secretariat/series.ts'
import { seriesMembers, seriesOf } from '../../series/find.ts'
import { valueOf } from '../mistake.ts'
import { consultationNamed, siteOf, withDatabase } from '../session.ts'

export function seriesCommand(program: Command): void {
  const series = program.command('series').description('consultations that are compared with each other')
  series
    .command('add')
    .description('put consultations into a series; their dates say which wave came before which')
    .argument('<name>', 'short name of the series')
    .argument('<slugs...>', 'short names of consultations')
    .action((name: string, slugs: string[]) =>
      withDatabase(async session => {
        for (const slug of slugs) {
          const { changed, from } = valueOf(await setSeries(session.secretariat, slug, name, session))
          const left = from === null ? '' : `, and no longer in ${from}`
          console.log(changed ? `${slug} is in the series ${name}${left}.` : `${slug} was in it already.`)
        }
        const members = await seriesMembers(session.secretariat, name)
        console.log(`Waves, by time: ${members.join(', ')}`)
        const [first] = members
        if (first === undefined) return
        const [language = 'en'] = (await consultationNamed(session, first)).languages
        console.log(`Once two of them have results: ${siteOf(session)}/${language}/series/${name}`)
        if (members.length > 1) console.log(`Next: earshot compare show ${members.at(-2)} ${members.at(-1)}`)
      })
    )
  series
    .command('remove')
    .description('take a consultation out of its series; what was published stays')
    .argument('<slug>', 'short name of the consultation')
    .action((slug: string) =>
      withDatabase(async session => {
        const { changed } = valueOf(await setSeries(session.secretariat, slug, null, session))
        console.log(changed ? `${slug} stands alone.` : `${slug} was in no series.`)
      })
    )
  series
    .command('show')
    .description('the waves of the series that a consultation belongs to')
    .argument('<slug>', 'short name of the consultation')
    .action((slug: string) =>
      withDatabase(async session => {
        await consultationNamed(session, slug)
        const name = await seriesOf(session.secretariat, slug)
        if (name === null) return console.log(`${slug} is in no series.`)
        console.log(`${name}: ${(await seriesMembers(session.secretariat, name)).join(', ')}`)
      })
    )
}
