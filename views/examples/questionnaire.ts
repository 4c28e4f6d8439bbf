import type { Questionnaire } from '#surveys'
import { words, type ExampleWord } from './words.ts'

/** A small questionnaire with every kind of question, a condition, notes and a long list. Its words are made up. */
export const exampleQuestionnaire: Questionnaire = {
  title: words('title'),
  introduction: words('introduction'),
  sections: [
    {
      id: 'help',
      title: words('help'),
      items: [
        { kind: 'note', id: 'about_help', text: words('about_help') },
        {
          kind: 'single',
          id: 'first_person',
          text: words('first_person'),
          hint: words('first_person.hint'),
          options: options('family', 'friend', 'school', 'helpline', 'nobody')
        },
        {
          kind: 'long_text',
          id: 'why_nobody',
          showWhen: { question: 'first_person', selected: 'nobody' },
          text: words('why_nobody'),
          atMost: 500
        },
        {
          kind: 'multiple',
          id: 'tried',
          text: words('tried'),
          atMost: 3,
          options: [
            ...options('block', 'report', 'settings', 'break'),
            { code: 'none', text: words('none'), exclusive: true }
          ]
        },
        {
          kind: 'scale',
          id: 'easy',
          text: words('easy'),
          options: [{ code: 'easy', text: words('easy.easy') }, ...options('so_so', 'hard')]
        },
        {
          kind: 'ranking',
          id: 'wishes',
          text: words('wishes'),
          upTo: 2,
          options: options('button', 'lessons', 'adults')
        }
      ]
    },
    {
      id: 'you',
      title: words('you'),
      items: [
        {
          kind: 'number',
          id: 'hours',
          text: words('hours'),
          minimum: 0,
          maximum: 24,
          unit: words('hours.unit')
        },
        {
          kind: 'single',
          id: 'age',
          profile: 'age_band',
          text: words('age'),
          options: options('13_15', '16_17', '18_24')
        },
        {
          kind: 'single',
          id: 'gender',
          profile: 'gender',
          text: words('gender'),
          options: options('female', 'male', 'another')
        },
        {
          kind: 'single',
          id: 'month',
          text: words('month'),
          preferNotToSay: false,
          options: Array.from({ length: 16 }, (_, month) => ({
            code: `m${month}`,
            text: words('month.each', month + 1)
          }))
        },
        { kind: 'short_text', id: 'one_word', text: words('one_word'), atMost: 40 }
      ]
    }
  ]
}

function options(...codes: readonly ExampleWord[]) {
  return codes.map(code => ({ code, text: words(code) }))
}
