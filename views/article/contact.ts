import type { ArticleLink } from './article.ts'

/** Where one can write to: a link to an e-mail address or to a web address. @param contact as the installation has it */
export function contactLink(contact: string): ArticleLink {
  const href = /^https?:/.test(contact) ? contact : `mailto:${contact.replace(/[?&%#]/g, encodeURIComponent)}`
  return { text: contact, href }
}
