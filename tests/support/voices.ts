import type { Page } from 'playwright-core'

/** A voice as browsers name it. */
export type Voice = { readonly lang: string; readonly localService: boolean; readonly default?: boolean }

/** What a page said with which voice, and when it was told to be quiet (`null`). */
export type Said = { readonly text: string; readonly lang: string; readonly voice: string } | null

/**
 * Gives a page other voices than this machine has. They say nothing: what they would have said is written down.
 * `window.arrive(voices)` has others come later on, and `window.finish()` ends what is being said.
 */
export async function giveVoices(page: Page, voices: readonly Voice[], said: Said[] = []): Promise<Said[]> {
  await page.exposeFunction('heard', (what: Said) => void said.push(what))
  await page.addInitScript((given: readonly Voice[]) => {
    const { heard } = window as unknown as { heard(what: Said): void }
    let there = given
    let saying: FakeUtterance[] = []
    class FakeUtterance {
      voice: Voice | null = null
      lang = ''
      onend: (() => void) | null = null
      onerror: (() => void) | null = null
      readonly text: string
      constructor(text: string) {
        this.text = text
      }
    }
    const speech = {
      onvoiceschanged: null as (() => void) | null,
      getVoices: () => there,
      speak(utterance: FakeUtterance) {
        saying.push(utterance)
        heard({ text: utterance.text, lang: utterance.lang, voice: utterance.voice?.lang ?? '' })
      },
      cancel() {
        heard(null)
        const before = saying
        saying = []
        setTimeout(() => before.forEach(each => each.onerror?.()))
      }
    }
    Object.assign(window, {
      SpeechSynthesisUtterance: FakeUtterance,
      arrive(others: readonly Voice[]) {
        there = others
        speech.onvoiceschanged?.()
      },
      finish() {
        const before = saying
        saying = []
        before.forEach(each => each.onend?.())
      }
    })
    Object.defineProperty(window, 'speechSynthesis', { value: speech })
  }, voices)
  return said
}
