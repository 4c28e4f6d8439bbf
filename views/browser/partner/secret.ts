/** Under this name a tab keeps the secret of its link. */
const place = 'link'

/**
 * The secret of the link that was opened, out of the address bar and its history; or the one this tab has already.
 *
 * @returns null where there is neither
 * @throws where the browser keeps nothing for a tab
 */
export function takeSecret(): string | null {
  if (isSecret()) {
    sessionStorage.setItem(place, location.hash.slice(1))
    history.replaceState(null, '', location.pathname)
  }
  return sessionStorage.getItem(place)
}

/** Begins anew when another link is opened in this tab; a jump within the page is none. */
export function watchLink(): void {
  addEventListener('hashchange', () => {
    if (isSecret()) location.reload()
  })
}

/** A fragment that names no part of the page. */
function isSecret(): boolean {
  const fragment = location.hash.slice(1)
  return fragment !== '' && document.getElementById(fragment) === null
}
