import type { Command } from 'commander'
import type { Lineage } from '#surveys'
import { sayComparable, wavesTogether } from '../../secretariat/comparability.ts'
import { saidOf, seriesOf, type Said } from '../../series/find.ts'
import { valueOf } from '../mistake.ts'
import { openedConsultationNamed, withDatabase, type Session } from '../session.ts'

export function compareCommand(program: Command): void {
  const compare = program
    .command('compare')
    .description('what became of the questions from one wave of a series to another')
  compare
    .command('show')
    .description('every question: same, reworded, new or gone, and what people have said about it')
    .argument('<earlier>', 'short name of the earlier consultation')
    .argument('<later>', 'short name of the later one')
    .action((earlier: string, later: string) =>
      withDatabase(async session => {
        const pair = await pairNamed(session, earlier, later)
        const lineages = valueOf(await wavesTogether(session.secretariat, pair))
        const series = await seriesOf(session.secretariat, later)
        const said = series === null ? [] : await saidOf(session.secretariat, series)
        const words = said.filter(word => word.earlier === earlier && word.later === later)
        for (const lineage of lineages) console.log(lineFor(lineage, words))
      })
    )
  saying(compare, 'confirm', {
    comparable: true,
    about: 'say that the answers to a reworded question can be compared',
    done: 'can be compared'
  })
  saying(compare, 'break', {
    comparable: false,
    about: 'say that the answers to a question cannot be compared',
    done: 'are not compared'
  })
}

function saying(
  compare: Command,
  name: string,
  { comparable, about, done }: { readonly comparable: boolean; readonly about: string; readonly done: string }
): void {
  compare
    .command(name)
    .description(`${about}; kept with the date and the reason, and who said it in the audit log`)
    .argument('<earlier>', 'short name of the earlier consultation')
    .argument('<later>', 'short name of the later one')
    .argument('<question>', 'id of the question')
    .requiredOption('--why <text>', 'the reason')
    .action((earlier: string, later: string, question: string, { why }: { why: string }) =>
      withDatabase(async session => {
        const pair = await pairNamed(session, earlier, later)
        const word = { question, comparable, why }
        const lineage = valueOf(await sayComparable(session.secretariat, pair, word, session))
        console.log(`${earlier} and ${later}: the answers to ${question} ${done}.`)
        if (comparable && 'changes' in lineage) console.log(`What changed: ${lineage.changes.join(', ')}.`)
        console.log('Noted in the audit log: by one person, since approvals do not exist yet.')
      })
    )
}

async function pairNamed(session: Session, earlier: string, later: string) {
  return [
    await openedConsultationNamed(session, earlier),
    await openedConsultationNamed(session, later)
  ] as const
}

function lineFor(lineage: Lineage, said: readonly Said[]): string {
  const { question, outcome } = lineage
  const changes = 'changes' in lineage ? `: ${lineage.changes.join(', ')}` : ''
  const word = said.findLast(each => each.question === question)
  const judged =
    word === undefined || outcome === 'new' || outcome === 'gone'
      ? ''
      : `; ${word.comparable ? 'comparable' : 'not comparable'}, said on ${word.saidOn}: ${word.why}`
  return `${question.padEnd(24)} ${outcome}${changes}${judged}`
}
