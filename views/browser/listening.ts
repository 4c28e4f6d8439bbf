/** What is read aloud of a step, in the order of the page. */
const readAloud =
  '.note p:not(.conditional), legend, .hint, .warning, .field label, .ranked span, .option, option:not([value=""])'

/**
 * Puts "Listen" under the heading of the question that is shown, where nobody has recorded it and this device itself
 * has a voice of the page's language: one that is elsewhere would be told what a child reads. Whatever can be heard,
 * voice or recording, stops with its question.
 */
export function listen(): void {
  const button = document.getElementById('listen')
  if (button === null) return
  const { speechSynthesis: speech } = window
  const page = document.documentElement
  const offer = button.textContent
  const waiting = new Set<SpeechSynthesisUtterance>()
  let shown: Element | null = null

  const ownVoice = (): SpeechSynthesisVoice | undefined => {
    const fitting =
      speech?.getVoices().filter(each => each.localService && speaks(each.lang, page.lang)) ?? []
    return fitting.find(each => each.default) ?? fitting[0]
  }

  const say = (speaking: boolean): void => {
    button.textContent = speaking ? (button.dataset['stop'] ?? '') : offer
    button.classList.toggle('speaking', speaking)
  }

  const hush = (): void => {
    waiting.clear()
    speech?.cancel()
    for (const audio of document.querySelectorAll('audio')) audio.pause()
    say(false)
  }

  const draw = (): void => {
    const step = page.matches('.covered') ? null : document.querySelector('.step.shown')
    if (step !== shown) {
      shown = step
      hush()
      step?.querySelector('legend')?.after(button)
    }
    button.hidden =
      !step?.contains(button) || step.querySelector('audio') !== null || ownVoice() === undefined
  }

  const speak = (voice: SpeechSynthesisVoice): void => {
    for (const { textContent } of visible(shown?.querySelectorAll(readAloud) ?? [])) {
      const utterance = new SpeechSynthesisUtterance(textContent?.trim())
      utterance.voice = voice
      utterance.lang = voice.lang
      utterance.onend = utterance.onerror = () => {
        // Those that were taken back end too, later on.
        if (waiting.delete(utterance) && waiting.size === 0) say(false)
      }
      waiting.add(utterance)
      speech.speak(utterance)
    }
    say(true)
  }

  button.addEventListener('click', () => {
    const voice = ownVoice()
    if (voice === undefined || waiting.size > 0) hush()
    else speak(voice)
  })
  // Steps change by a class, and so does the page when it is left.
  new MutationObserver(draw).observe(page, { subtree: true, attributeFilter: ['class'] })
  // Not by a listener: older Safari has none there.
  if (speech) speech.onvoiceschanged = draw
  addEventListener('pagehide', hush)
  document.addEventListener('visibilitychange', hush)
  draw()
}

function visible(elements: Iterable<Element>): Element[] {
  return [...elements].filter(each => each.closest('[hidden], .ordered .field') === null)
}

/** Whether a voice speaks the language of the page; Chinese is read in Mandarin, from simplified characters. */
function speaks(voice: string, page: string): boolean {
  const [language = ''] = page.split('-')
  const form = language === 'zh' ? '(zh|cmn)([-_]#?(hans|cn|sg))*$' : `${language}([-_]|$)`
  return RegExp(`^${form}`, 'i').test(voice)
}
