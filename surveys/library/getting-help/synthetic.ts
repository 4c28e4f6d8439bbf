import type { SyntheticShape } from '../../synthetic.ts'

/**
 * How made-up respondents answer “Getting help online”, so that the board of the demonstration has something to show.
 * Nobody said any of this.
 */
export const gettingHelpShape: SyntheticShape = {
  languages: { weights: { ar: 12, zh: 12, en: 36, fr: 18, ru: 8, es: 14 } },
  questions: [
    { id: 'age_band', weights: { '8_9': 6, '10_12': 18, '13_15': 32, '16_17': 26, '18_24': 18 }, pns: 0.02 },
    { id: 'gender', weights: { female: 52, male: 45, another: 3 }, pns: 0.03 },
    { id: 'setting', weights: { city: 52, town: 30, village: 18 }, pns: 0.02 },
    { id: 'phones', weights: { never: 34, breaks: 38, lessons: 18, free: 10 }, skipped: 0.02 },
    { id: 'upset', weights: { yes: 46, no: 54 }, pns: 0.06 },
    {
      id: 'told',
      weights: { family: 30, friend: 41, teacher: 6, helpline: 3, platform: 5, nobody: 15 },
      pns: 0.04
    },
    { id: 'knows_helpline', weights: { yes: 42, no: 58 }, dk: 0.08 },
    {
      id: 'helpline_wish',
      weights: { free: 40, chat: 52, night: 30, secret: 55, language: 18, young: 24 },
      choices: [25, 45, 30]
    },
    { id: 'report', weights: { yes: 28, wanted: 22, no: 50 }, dk: 0.03 },
    { id: 'age_checks', weights: { good: 27, good_if_private: 38, useless: 25, bad: 10 }, dk: 0.1 }
  ]
}
