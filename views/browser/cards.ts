import { findOwnDraft, isOwn, mayKeep, ownSign } from './device.ts'
import { forget } from './keep.ts'
import { forgetDevice, watchLeave, watchReturn } from './leave.ts'

watchLeave()
watchReturn(location.pathname, () => false)
void askForDevice().catch(() => undefined)
void offerDraft().catch(() => undefined)
startAfresh()

/** "Is this phone only yours?": asked where a browser can keep answers, and remembered by this tab. */
async function askForDevice(): Promise<void> {
  const own = document.getElementById('own')
  const yes = document.querySelector<HTMLInputElement>('#own-yes')
  const no = document.querySelector<HTMLInputElement>('#own-no')
  if (own === null || yes === null || no === null || !mayKeep()) return
  const show = async (): Promise<void> => {
    yes.checked = await isOwn()
    no.checked = !yes.checked
    own.hidden = false
  }
  await show()
  // Browsers put back what was ticked when a page was left.
  addEventListener('pageshow', () => void show())
  own.addEventListener('change', () => {
    sessionStorage.setItem(ownSign, yes.checked ? 'yes' : 'no')
    if (no.checked) forgetDevice()
  })
}

/**
 * Whoever begins on the landing page of a phone that others use may be the next person: nothing of what this tab kept is
 * shown to them. Whoever would rather not take part leaves nothing at all.
 */
function startAfresh(): void {
  const slug = `${location.pathname.split('/')[2]}/`
  for (const link of document.querySelectorAll('.ages a')) {
    link.addEventListener('click', () => {
      try {
        if (sessionStorage.getItem(ownSign) === 'yes') return
        for (const key of Object.keys(sessionStorage))
          if (key.startsWith(slug)) sessionStorage.removeItem(key)
      } catch {
        return
      }
    })
  }
  document.getElementById('decline')?.addEventListener('click', () => {
    forget()
    forgetDevice()
  })
}

/** Whoever closed the questions on an own phone can go on where they were. */
async function offerDraft(): Promise<void> {
  const draft = await findOwnDraft(location.pathname.split('/')[2])
  const offer = document.getElementById('resume')
  if (draft === undefined || offer === null) return
  offer.querySelector('a')?.setAttribute('href', draft.path)
  offer.hidden = false
}
