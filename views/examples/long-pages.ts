import type { Language } from '#locales'
import { bandsOffered } from '#surveys'
import type { Example } from '../examples.ts'
import { reportPage } from '../report/report.ts'
import { checkPage } from '../respond/check.ts'
import { landingPage } from '../respond/landing.ts'
import { questionnairePage } from '../respond/questionnaire.ts'
import { resultsPage } from '../results/release.ts'
import { exampleAsked, exampleFacts, exampleValues } from './consultation.ts'
import { exampleHome } from './home.ts'
import { withLongTexts } from './long-texts.ts'
import { exampleQuestionnaire } from './questionnaire.ts'
import { exampleRelease } from './release.ts'
import { examplePicture, exampleReport } from './report.ts'

const questionnaire = withLongTexts(exampleQuestionnaire)

/** The pages on which texts of a secretariat stand, with the longest that it could write. */
export function longPages(language: Language): readonly Example[] {
  const consultation = exampleFacts
  const asked = { ...exampleAsked(language), questionnaire }
  const bands = bandsOffered(questionnaire)
  const release = exampleRelease(1364, questionnaire)
  const hash = 'ab12'.repeat(16)
  return [
    long('home', r => r.render('home', exampleHome(language, questionnaire, release))),
    long('landing', r =>
      r.render('respond/landing', landingPage({ language, consultation, questionnaire, bands }))
    ),
    long('questionnaire', r => r.render('respond/questionnaire', questionnairePage(asked))),
    long('check answers', r => r.render('respond/check', checkPage(asked, longValues, '0f'.repeat(16)))),
    long('results', r => r.render('results/release', resultsPage({ release, hash, language }))),
    long('report', r =>
      r.render(
        'report/report',
        reportPage({
          report: exampleReport(language, release),
          slug: consultation.slug,
          number: release.number,
          languages: consultation.languages,
          pictureOf: () => examplePicture
        })
      )
    )
  ]
}

const longValues = new Map([...exampleValues, ['why_nobody', ['w'.repeat(200)]]])

function long(name: string, render: Example['render']): Example {
  return { name: `${name} with long texts`, render }
}
