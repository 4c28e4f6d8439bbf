import type { ArticlePage } from './article/article.ts'
import type { HomePage } from './home/home.ts'
import type { MessagePage } from './message/message.ts'
import type { ReportPage } from './report/report.ts'
import type { CheckPage } from './respond/check.ts'
import type { LandingPage } from './respond/landing.ts'
import type { QuestionnairePage } from './respond/questionnaire.ts'
import type { ThanksPage } from './respond/thanks.ts'
import type { ResultsPage } from './results/release.ts'

/** Every template and what it may read. */
export type Pages = {
  readonly home: HomePage
  readonly message: MessagePage
  readonly article: ArticlePage
  readonly 'respond/landing': LandingPage
  readonly 'respond/questionnaire': QuestionnairePage
  readonly 'respond/check': CheckPage
  readonly 'respond/thanks': ThanksPage
  readonly 'results/release': ResultsPage
  readonly 'report/report': ReportPage
}
export type TemplateName = keyof Pages

export const templateFiles: Readonly<Record<TemplateName, string>> = {
  home: 'home/home.hbs',
  message: 'message/message.hbs',
  article: 'article/article.hbs',
  'respond/landing': 'respond/landing.hbs',
  'respond/questionnaire': 'respond/questionnaire.hbs',
  'respond/check': 'respond/check.hbs',
  'respond/thanks': 'respond/thanks.hbs',
  'results/release': 'results/release.hbs',
  'report/report': 'report/report.hbs'
}

export const layoutFile = 'layouts/page.hbs'

/** Partials by the name templates call them; each gets one object. */
export const partialFiles = {
  mark: 'partials/mark.hbs',
  card: 'partials/card.hbs',
  question: 'partials/question.hbs',
  choice: 'partials/choice.hbs',
  printed: 'partials/printed.hbs',
  meter: 'partials/meter.hbs',
  figure: 'partials/figure.hbs',
  breakdown: 'partials/breakdown.hbs',
  block: 'partials/block.hbs',
  recording: 'partials/recording.hbs',
  sign: 'partials/sign.hbs'
} as const
