import type { HelplineFacts } from '../help/line.ts'

/** Made up: the number is one of those that Ofcom keeps for films, so that it rings nobody. */
export const exampleHelplines: readonly HelplineFacts[] = [
  {
    name: 'Example Listening Line',
    number: '+44 (0)1632 960001',
    website: 'https://listening.example/',
    hours: 'always',
    languages: ['en', 'cy'],
    cost: 'free',
    source: 'https://listening.example/about-us',
    verifiedOn: '2026-03-02'
  },
  {
    name: 'خط <b>المثال</b> & أصدقاؤه',
    number: null,
    website:
      'https://a-rather-long-name-of-a-website-for-young-people.example/how-to-reach-us/by-chat?from=here',
    hours: 'Mon–Fri 14:00–19:00',
    languages: ['ar', 'fr', 'zh-Hans', 'ru'],
    cost: 'unknown',
    source: 'Letter of the ministry of 1 March 2026',
    verifiedOn: '2026-03-02'
  },
  {
    name: 'Example Night Line',
    number: '01632 960002',
    website: null,
    hours: '20:00–06:00',
    languages: ['es'],
    cost: 'charged',
    source: 'https://night.example',
    verifiedOn: '2025-12-31'
  }
]
