const slugForm = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/

/** Whether a text has the form of a short name. What has not names nothing: it need not be looked for. */
export function isSlug(text: string): boolean {
  return slugForm.test(text)
}
