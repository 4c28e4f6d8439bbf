import type { ArticleLink } from './article.ts'

/** Where one can write to: a link to an e-mail address or to a web address. @param contact as somebody wrote it down */
export function contactLink(contact: string): ArticleLink
export function contactLink(contact: string | null): ArticleLink | null
export function contactLink(contact: string | null): ArticleLink | null {
  if (contact === null) return null
  const href = /^https?:/.test(contact) ? contact : `mailto:${contact.replace(/[?&%#]/g, encodeURIComponent)}`
  return { text: contact, href }
}
