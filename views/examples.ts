import type { Language } from '#locales'
import { examplePrivacyOf } from './examples/assured.ts'
import { bandsOffered } from '#surveys'
import { aboutPage } from './article/about.ts'
import { accessibilityPage } from './article/accessibility.ts'
import { easyPrivacyPage } from './article/easy-privacy.ts'
import { keysPage } from './article/keys.ts'
import { privacyPage } from './article/privacy.ts'
import { exampleAsked, exampleFacts, exampleProblems, exampleValues } from './examples/consultation.ts'
import { easyPages } from './examples/easy-pages.ts'
import { listeningPages } from './examples/listening-pages.ts'
import { livePages } from './examples/live.ts'
import { longPages } from './examples/long-pages.ts'
import { apiPages } from './examples/api.ts'
import { seriesPages } from './examples/series-pages.ts'
import { partnerPages } from './examples/partner-pages.ts'
import { entryPages } from './examples/entry-pages.ts'
import { exampleQuestionnaire } from './examples/questionnaire.ts'
import { exampleRelease } from './examples/release.ts'
import { examplePicture, exampleReport } from './examples/report.ts'
import { galleryExamples } from './examples/gallery.ts'
import { exampleHelplines } from './examples/helplines.ts'
import { exampleHome } from './examples/home.ts'
import { exampleStored } from './examples/stored.ts'
import { countryHelpPage } from './help/country.ts'
import { helpPage } from './help/help.ts'
import { homePage } from './home/home.ts'
import { messagePage, type Message } from './message/message.ts'
import type { Renderer } from './renderer.ts'
import { cardsPage } from './respond/cards.ts'
import { checkPage } from './respond/check.ts'
import { declinedPage } from './respond/declined.ts'
import { landingPage } from './respond/landing.ts'
import { outsideAgePage } from './respond/outside-age.ts'
import { questionnairePage } from './respond/questionnaire.ts'
import { thanksPage } from './respond/thanks.ts'
import { reportPage } from './report/report.ts'
import { resultsPage } from './results/release.ts'

/** One page in one state, as a whole document. */
export type Example = { readonly name: string; readonly render: (renderer: Renderer) => string }

const consultation = exampleFacts
const questionnaire = exampleQuestionnaire
const withoutMeeting = { ...exampleFacts, demonstration: false, meeting: null }
const hash = 'ab12'.repeat(16)

/** Every page in each of its states, in one language: their documentation, and what their tests go through. */
export function examplePages(language: Language): readonly Example[] {
  const asked = exampleAsked(language)
  const bands = bandsOffered(questionnaire)
  const release = exampleRelease()
  const results = { release, hash, language }
  const document = {
    slug: consultation.slug,
    number: release.number,
    languages: consultation.languages,
    pictureOf: () => examplePicture
  }
  return [
    example('home, nothing there', r => r.render('home', homePage({ language, open: [], results: [] }))),
    example('home', r => r.render('home', exampleHome(language, questionnaire, release))),
    example('landing', r =>
      r.render('respond/landing', landingPage({ language, consultation, questionnaire, bands }))
    ),
    example('landing without a meeting and with one way in', r =>
      r.render(
        'respond/landing',
        landingPage({ language, consultation: withoutMeeting, questionnaire, bands: ['pns'] })
      )
    ),
    example('cards', r => r.render('respond/cards', cardsPage(asked))),
    example('cards without a meeting', r =>
      r.render('respond/cards', cardsPage({ ...asked, consultation: withoutMeeting }))
    ),
    example('questionnaire', r => r.render('respond/questionnaire', questionnairePage(asked))),
    example('questionnaire, filled in', r =>
      r.render('respond/questionnaire', questionnairePage(asked, { values: exampleValues, problems: [] }))
    ),
    example('questionnaire with problems', r =>
      r.render(
        'respond/questionnaire',
        questionnairePage(asked, { values: exampleValues, problems: exampleProblems })
      )
    ),
    example('check answers', r =>
      r.render('respond/check', checkPage(asked, exampleValues, '0f'.repeat(16)))
    ),
    example('check answers, none given', r =>
      r.render('respond/check', checkPage(asked, new Map(), '0f'.repeat(16)))
    ),
    example('thanks', r => r.render('respond/thanks', thanksPage({ language, consultation }))),
    example('thanks without a meeting', r =>
      r.render('respond/thanks', thanksPage({ language, consultation: withoutMeeting }))
    ),
    example('declined', r => r.render('message', declinedPage(language, consultation))),
    example('over', r =>
      r.render('message', outsideAgePage({ language, consultation, bands, side: 'over' }))
    ),
    ...messages.map(message =>
      example(message.kind, r => r.render('message', messagePage(language, message)))
    ),
    example('help', r => r.render('help', helpPage(language))),
    example('help with helplines', r =>
      r.render('help', helpPage(language, { countries: ['FR', 'CN', 'EG', 'GB', 'RU'] }))
    ),
    ...[exampleHelplines, []].map(helplines =>
      example(helplines.length === 0 ? 'country without a helpline' : 'country with helplines', r =>
        r.render('help/country', countryHelpPage({ language, country: 'GB', helplines }))
      )
    ),
    example('country that nobody knows', r =>
      r.render('help/country', countryHelpPage({ language, country: null, helplines: [] }))
    ),
    ...contacts.flatMap(({ contact, named }) => [
      example(`keys${named}`, r =>
        r.render(
          'article',
          keysPage(
            language,
            contact === null ? [] : [{ title: 'Getting help online', fingerprint: 'q'.repeat(43) }]
          )
        )
      ),
      example(`privacy${named}`, r => r.render('article', privacyPage(language, exampleStored, contact))),
      example(`easy privacy${named}`, r => r.render('article', easyPrivacyPage(language, contact))),
      example(`accessibility${named}`, r => r.render('article', accessibilityPage(language, contact))),
      example(`about${named}`, r => r.render('article', aboutPage(language, contact)))
    ]),
    ...Object.entries(examplePrivacyOf).flatMap(([named, of]) => [
      example(`privacy ${named}`, r => r.render('article', privacyPage(language, exampleStored, null, of))),
      example(`easy privacy ${named}`, r => r.render('article', easyPrivacyPage(language, null, of)))
    ]),
    example('results', r => r.render('results/release', resultsPage(results))),
    example('results of few', r =>
      r.render('results/release', resultsPage({ ...results, release: exampleRelease(60) }))
    ),
    ...([undefined, 60] as const).map(count =>
      example(count === undefined ? 'report' : 'report of few', r =>
        r.render(
          'report/report',
          reportPage({ ...document, report: exampleReport(language, exampleRelease(count)) })
        )
      )
    ),
    example('report as one file', r =>
      r.render(
        'report/report',
        reportPage({ ...document, report: exampleReport(language), standalone: true })
      )
    ),
    example('results as one file', r =>
      r.render(
        'results/release',
        resultsPage({
          ...results,
          standalone: true,
          publishedAt: 'https://earshot.example/en/results/getting-help'
        })
      )
    ),
    ...seriesPages(language),
    ...easyPages(language),
    ...listeningPages(language),
    ...longPages(language),
    ...partnerPages(language),
    ...apiPages(language),
    ...livePages(language),
    ...entryPages(language),
    ...galleryExamples(language)
  ]
}

/** An installation may name nobody, an e-mail address, or a web address. */
const contacts = [
  { contact: null, named: '' },
  { contact: 'privacy@example.org', named: ' with an e-mail address' },
  { contact: 'https://earshot.example/contact?about=privacy', named: ' with a web address' }
]

const messages: readonly Message[] = [
  { kind: 'notFound' },
  { kind: 'tooLarge' },
  { kind: 'unreadable' },
  { kind: 'tooMany' },
  { kind: 'unavailable' },
  { kind: 'noFile' },
  { kind: 'failure', reference: 'ab12cd34' },
  { kind: 'notOpenYet', consultation },
  { kind: 'paused', consultation },
  { kind: 'noResultsYet', consultation, isLive: false },
  { kind: 'destroyed', consultation },
  { kind: 'closed', consultation, hasResults: true },
  { kind: 'newVersion', consultation, band: '13_15' }
]

function example(name: string, render: Example['render']): Example {
  return { name, render }
}
