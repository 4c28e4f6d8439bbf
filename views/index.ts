/**
 * The door: what people see. One builder a page: domain objects in, everything its template may read out.
 * `rendererOf` turns a page into a document; the server reads the files it wants, named by `viewFiles`.
 */
export { addresses } from './addresses.ts'
export { apiPage, type ApiOperation, type ApiPage } from './api/api.ts'
export type { PrivacyOf } from './article/answering.ts'
export { aboutPage } from './article/about.ts'
export { accessibilityPage, statedOn } from './article/accessibility.ts'
export type { ArticlePage } from './article/article.ts'
export { easyPrivacyPage } from './article/easy-privacy.ts'
export { keysPage, type PublishedKey } from './article/keys.ts'
export { privacyPage } from './article/privacy.ts'
export type { Stored, StoredTable } from './article/stored.ts'
export {
  laterFiles,
  scriptFiles,
  styleFiles,
  workerFile,
  type Frame,
  type LaterName,
  type ScriptName,
  type StyleName
} from './frame.ts'
export { countryHelpPage, type CountryHelpPage } from './help/country.ts'
export { helpPage, type HelpPage } from './help/help.ts'
export type { HelplineFacts } from './help/line.ts'
export { examplePages, type Example } from './examples.ts'
export { galleryPage } from './gallery/gallery.ts'
export { homePage, type HomeConsultation, type HomePage, type HomeRelease } from './home/home.ts'
export { boardPage, type BoardInput, type BoardPage } from './live/board.ts'
export { noMedia, type Media, type MediaSource, type SignedPage, type SignVideo } from './media.ts'
export { messagePage, type Message, type MessagePage } from './message/message.ts'
export type { InvitedTo, RoomNow } from './partner/contract.ts'
export { partnerPage, type PartnerPage } from './partner/cards.ts'
export { roomPage, type RoomPage } from './partner/room.ts'
export { bareSite, rendererOf, viewFiles, type Renderer, type Site, type Sources } from './renderer.ts'
export { cardsPage, type CardsPage } from './respond/cards.ts'
export { checkPage, type CheckPage } from './respond/check.ts'
export type { ConsultationFacts, FilledIn } from './respond/consultation.ts'
export { declinedPage } from './respond/declined.ts'
export type { Entry } from './respond/entry.ts'
export { extentOf, type Extent } from './respond/extent.ts'
export { landingPage, type LandingPage } from './respond/landing.ts'
export { outsideAgePage } from './respond/outside-age.ts'
export { questionnairePage, type QuestionnairePage } from './respond/questionnaire.ts'
export { thanksPage, type ThanksPage } from './respond/thanks.ts'
export { reportPage, type ReportPage } from './report/report.ts'
export { chartOf } from './results/charts.ts'
export { resultsPage, type ResultsPage } from './results/release.ts'
export { countriesPage, type CountriesPage } from './series/countries.ts'
export { seriesLanguages, seriesPage, type SeriesPage } from './series/series.ts'
export { templateFiles, type Pages, type TemplateName } from './templates.ts'
