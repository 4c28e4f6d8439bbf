import type { Command } from 'commander'
import { languages } from '#locales'
import {
  ageBands,
  check,
  editionFor,
  readyNames,
  readyQuestionnaire,
  wordsFor,
  type ReadyName
} from '#surveys'
import { extentOf } from '#views'
import { questionnaireLines } from '../questionnaire-lines.ts'
import { readyNameOf } from '../ready-name.ts'

export function libraryCommand(program: Command): void {
  program
    .command('library')
    .description(
      'list questionnaires that are ready to be used, or show one with the reason for each question'
    )
    .argument('[name]', 'one of them')
    .action((name: string | undefined) => {
      const lines =
        name === undefined
          ? overview()
          : [
              ...questionnaireLines(readyQuestionnaire(readyNameOf(name))),
              '',
              `Use it: earshot use ${name} --slug SHORT-NAME`
            ]
      console.log(lines.join('\n'))
    })
}

function overview(): string[] {
  return [
    ...readyNames.flatMap(name => [...paragraph(name), '']),
    'Show one: earshot library NAME',
    'Use one:  earshot use NAME --slug SHORT-NAME'
  ]
}

function paragraph(name: ReadyName): string[] {
  const questionnaire = readyQuestionnaire(name)
  const complete = languages.filter(language => check(questionnaire, [language]).length === 0)
  const [standard, easy] = (['standard', 'easy'] as const).map(edition =>
    extentOf(
      questionnaire,
      ageBands.filter(band => editionFor(band) === edition)
    )
  )
  return [
    `${name}: ${wordsFor(questionnaire.title, 'en', 'standard')}`,
    `  questions  ${standard?.questions}, about ${standard?.minutes} minutes`,
    `  easy words ${easy?.questions}, about ${easy?.minutes} minutes`,
    `  languages  ${complete.join(', ')}`
  ]
}
