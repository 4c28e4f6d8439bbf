import { findOwnDraft, forgetOwn, isHelped, mayKeep, ownSign } from './device.ts'
import { watchLeave, watchReturn } from './leave.ts'

watchLeave()
watchReturn(location.pathname)
askForDevice()
void offerDraft()

/** "Is this phone only yours?": asked where a browser can keep answers, and remembered by this tab. */
function askForDevice(): void {
  const own = document.getElementById('own')
  if (own === null || !mayKeep()) return
  own.hidden = false
  const yes = own.querySelector<HTMLInputElement>('#own-yes')
  if (yes && isHelped()) yes.checked = true
  own.addEventListener('change', () => {
    try {
      if (yes?.checked) sessionStorage.setItem(ownSign, 'yes')
      else {
        sessionStorage.clear()
        void forgetOwn()
      }
    } catch {
      own.hidden = true
    }
  })
}

/** Whoever closed the questions on an own phone can go on where they were. */
async function offerDraft(): Promise<void> {
  const draft = await findOwnDraft()
  const offer = document.getElementById('resume')
  if (draft === undefined || offer === null) return
  offer.querySelector('a')?.setAttribute('href', draft.path)
  offer.hidden = false
}
