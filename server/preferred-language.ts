import { languages, type Language } from '#locales'

/**
 * The first language a browser asks for that is offered; where it asks for none of them English, or else the first.
 *
 * @param accepted the header `Accept-Language`
 */
export function preferredLanguage(
  accepted: string | undefined,
  offered: readonly Language[] = languages
): Language {
  const wanted = (accepted ?? '').split(',').map((part, at) => {
    const [tag = '', weight] = part.trim().split(/\s*;\s*q=/)
    return { language: tag.slice(0, 2).toLowerCase(), weight: Number(weight ?? 1), at }
  })
  const ordered = wanted.toSorted((a, b) => b.weight - a.weight || a.at - b.at)
  const found = ordered
    .map(each => offered.find(language => language === each.language))
    .find(language => language !== undefined)
  return found ?? (offered.includes('en') ? 'en' : (offered[0] ?? 'en'))
}
