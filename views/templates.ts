import type { ApiPage } from './api/api.ts'
import type { ArticlePage } from './article/article.ts'
import type { DesignPage } from './gallery/design.ts'
import type { GalleryPage } from './gallery/gallery.ts'
import type { PartialPage } from './gallery/partial.ts'
import type { CountryHelpPage } from './help/country.ts'
import type { HelpPage } from './help/help.ts'
import type { HomePage } from './home/home.ts'
import type { BoardPage } from './live/board.ts'
import type { MessagePage } from './message/message.ts'
import type { PartnerPage } from './partner/cards.ts'
import type { RoomPage } from './partner/room.ts'
import type { ReportPage } from './report/report.ts'
import type { CardsPage } from './respond/cards.ts'
import type { CheckPage } from './respond/check.ts'
import type { LandingPage } from './respond/landing.ts'
import type { QuestionnairePage } from './respond/questionnaire.ts'
import type { ThanksPage } from './respond/thanks.ts'
import type { ResultsPage } from './results/release.ts'
import type { CountriesPage } from './series/countries.ts'
import type { SeriesPage } from './series/series.ts'

/** Every template and what it may read. */
export type Pages = {
  readonly home: HomePage
  readonly message: MessagePage
  readonly article: ArticlePage
  readonly api: ApiPage
  readonly help: HelpPage
  readonly 'help/country': CountryHelpPage
  readonly 'respond/landing': LandingPage
  readonly 'respond/cards': CardsPage
  readonly 'respond/questionnaire': QuestionnairePage
  readonly 'respond/check': CheckPage
  readonly 'respond/thanks': ThanksPage
  readonly 'results/release': ResultsPage
  readonly series: SeriesPage
  readonly 'series/countries': CountriesPage
  readonly 'report/report': ReportPage
  readonly 'partner/cards': PartnerPage
  readonly 'partner/room': RoomPage
  readonly 'live/board': BoardPage
  readonly gallery: GalleryPage
  readonly 'gallery/design': DesignPage
  readonly 'gallery/partial': PartialPage
}
export type TemplateName = keyof Pages

export const templateFiles: Readonly<Record<TemplateName, string>> = {
  home: 'home/home.hbs',
  message: 'message/message.hbs',
  article: 'article/article.hbs',
  api: 'api/api.hbs',
  help: 'help/help.hbs',
  'help/country': 'help/country.hbs',
  'respond/landing': 'respond/landing.hbs',
  'respond/cards': 'respond/cards.hbs',
  'respond/questionnaire': 'respond/questionnaire.hbs',
  'respond/check': 'respond/check.hbs',
  'respond/thanks': 'respond/thanks.hbs',
  'results/release': 'results/release.hbs',
  series: 'series/series.hbs',
  'series/countries': 'series/countries.hbs',
  'report/report': 'report/report.hbs',
  'partner/cards': 'partner/cards.hbs',
  'partner/room': 'partner/room.hbs',
  'live/board': 'live/board.hbs',
  gallery: 'gallery/gallery.hbs',
  'gallery/design': 'gallery/design.hbs',
  'gallery/partial': 'gallery/partial.hbs'
}

export const layoutFile = 'layouts/page.hbs'
/** What stays of a page once somebody has left it. */
export const blankFile = 'layouts/blank.hbs'

/** Partials by the name templates call them; each gets one object. */
export const partialFiles = {
  mark: 'partials/mark.hbs',
  passage: 'partials/passage.hbs',
  helpline: 'partials/helpline.hbs',
  card: 'partials/card.hbs',
  question: 'partials/question.hbs',
  choice: 'partials/choice.hbs',
  printed: 'partials/printed.hbs',
  meter: 'partials/meter.hbs',
  figure: 'partials/figure.hbs',
  breakdown: 'partials/breakdown.hbs',
  composition: 'partials/composition.hbs',
  compared: 'partials/compared.hbs',
  block: 'partials/block.hbs',
  stored: 'partials/stored.hbs',
  recording: 'partials/recording.hbs',
  sign: 'partials/sign.hbs',
  entry: 'partials/entry.hbs',
  code: 'partials/code.hbs'
} as const
export type PartialName = keyof typeof partialFiles

export function isPartial(name: string): name is PartialName {
  return Object.hasOwn(partialFiles, name)
}
