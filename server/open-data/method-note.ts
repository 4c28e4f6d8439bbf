import { identityOf, isLive, liveMethodOf, methodOf, type AnyRelease } from '#analytics'
import { formatDate, isolated, translator, type Language } from '#locales'
import { wordsFor } from '#surveys'
import { documentOf, inline, verbatim } from './markdown.ts'
import { licence } from './licence.ts'

/** How the numbers were made, how to check them, and what may be done with them: Markdown, in one language. */
export function methodNote(release: AnyRelease, hash: string, language: Language): string {
  const t = translator(language)
  const { version, consultation } = release
  const title = isolated(wordsFor(version.questionnaire.title, language, 'standard'))
  return documentOf([
    `# ${inline(t('openData:note.title', { title }))}`,
    ...(consultation.demonstration ? [`**${t('report:demonstration')}**`] : []),
    `## ${t('openData:note.limits')}`,
    t('results:limits'),
    t('results:noise'),
    `## ${t('results:method.title')}`,
    (isLive(release) ? liveMethodOf(release, language) : methodOf(release, language)).map(
      line => `- ${inline(line)}`
    ),
    `## ${t('results:identity.title')}`,
    identityOf(release, hash, language).map(
      ({ term, value, code }) => `- ${term}: ${code ? verbatim(value) : inline(value)}`
    ),
    `## ${t('openData:note.checking')}`,
    t('openData:note.unpack'),
    t('openData:note.program'),
    `    ${verifyCommand}`,
    `## ${t('openData:note.licence')}`,
    t('openData:note.terms'),
    `<${licence.path}>`,
    `${t('openData:note.cite')} ${inline(sourceOf(release, hash, language))}`
  ])
}

/** What is typed to check a package. */
export const verifyCommand = 'earshot verify-release package.zip'

/** How a release is named where its numbers are used. */
export function sourceOf(release: AnyRelease, hash: string, language: Language): string {
  return translator(language)('openData:note.source', {
    title: isolated(wordsFor(release.version.questionnaire.title, language, 'standard')),
    number: release.number,
    date: isolated(formatDate(release.releasedOn, language)),
    hash
  })
}
