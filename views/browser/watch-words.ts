import { later } from './later.ts'
import type * as OwnWords from './own-words.ts'
import { element, type Page } from './page.ts'
import { made } from './problems.ts'

let watching: Promise<typeof OwnWords | undefined> | undefined

/**
 * Fetches what looks at own words once somebody begins to write some, whatever they write then.
 *
 * @param atOnce whether somebody may have written before this page was loaded; no less is asked for where they have not
 */
export function watchWords({ form, data: { key, ownWords } }: Page, atOnce: boolean): void {
  if (ownWords === null) return
  const watch = (): void => {
    watching ??= later<typeof OwnWords>('ownWords')
      .then(async words => {
        await words.watch(form, ownWords)
        return words
      })
      .catch(() => (watching = undefined))
  }
  if (atOnce) watch()
  for (const box of form.querySelectorAll('.own-words')) box.addEventListener('focus', watch)
  keepOneTab(form, key)
}

/** Where this tab keeps the answers, help opens in it too: whoever leaves from there leaves nothing open behind. */
function keepOneTab(form: HTMLFormElement, key: string): void {
  try {
    if (sessionStorage.getItem(key) === null) return
  } catch {
    return
  }
  for (const link of form.querySelectorAll('.warning a')) {
    link.removeAttribute('target')
    link.querySelector('span')?.remove()
  }
}

/**
 * Lists, above the button that sends, the answers that still seem to tell who somebody is.
 */
export function remind(page: Page, route: readonly number[], buttonFor: (position: number) => Element): void {
  document.getElementById('word-reminder')?.remove()
  const { ownWords } = page.data
  void watching?.then(words => {
    const list = made('ul', '')
    for (const position of route) {
      const box = element(`q${position}`).querySelector<HTMLTextAreaElement>('.own-words')
      const told = box === null ? '' : words?.toldIn(box.value)
      if (!told) continue
      const row = made('li', '')
      row.append(
        made('bdi', '', element(`q${position}t`).textContent ?? ''),
        ` ${told} `,
        buttonFor(position)
      )
      list.append(row)
    }
    if (ownWords === null || list.childElementCount === 0) return
    const reminder = made('div', 'word-warning')
    reminder.id = 'word-reminder'
    reminder.append(made('h2', '', ownWords.reminderTitle), made('p', '', ownWords.reminder), list)
    page.notSent.before(reminder)
  })
}
