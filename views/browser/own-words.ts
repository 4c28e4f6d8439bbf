import { personalDataIn, signsOfHarm, vocabularyOf, type Vocabulary, type WordList } from '#surveys/browser'
import type { OwnWordsTexts } from '../respond/script-contract.ts'
import { made } from './problems.ts'

type Box = HTMLInputElement | HTMLTextAreaElement

/** Typing pauses this long before a look, in milliseconds: nothing flickers, and nobody is interrupted. */
const pause = 700

let texts: OwnWordsTexts
let vocabulary: Vocabulary

/**
 * Looks at what is written in own words, on this device alone: says under the box what it seems to give away, and
 * offers help where it sounds as if something hard is happening. Stops nobody, changes nothing, keeps nothing.
 */
export async function watch(form: HTMLFormElement, said: OwnWordsTexts): Promise<void> {
  texts = said
  vocabulary = vocabularyOf(await fetchLists())
  const looks = [...form.querySelectorAll<Box>('.own-words')].map(watchBox)
  // A button may empty a box, and no box says so.
  form.addEventListener('click', () => {
    for (const look of looks) look()
  })
}

/** What a text seems to tell about who somebody is, in sentences; empty where it tells nothing. */
export function toldIn(written: string): string {
  return personalDataIn(written, vocabulary)
    .map(kind => texts.found[kind])
    .join(' ')
}

/** The lists of the page's language, of those this device speaks, and of English, whose words are everywhere. */
async function fetchLists(): Promise<WordList[]> {
  const spoken = `${document.documentElement.lang},en,${navigator.languages}`
  const wanted = Object.entries(texts.lists).filter(([language]) => RegExp(`(^|,)${language}`).test(spoken))
  const fetched = wanted.map(([, address]) =>
    fetch(address, { credentials: 'omit' })
      .then(response => response.json())
      .then(
        (list: WordList) => [list],
        () => []
      )
  )
  return (await Promise.all(fetched)).flat()
}

function watchBox(box: Box): () => void {
  const warning = made('div', 'word-warning')
  const panel = made('div', 'help-panel')
  const link = box.closest('.question')?.querySelector('.warning a')
  // Empty at first: only what changes in them is read out.
  for (const place of [warning, panel]) place.setAttribute('role', 'status')
  box.closest('.field')?.after(panel, warning)
  const look = (): void => {
    const told = toldIn(box.value)
    say(warning, told && [told, texts.takeOut])
    if (say(panel, signsOfHarm(box.value, vocabulary) && texts.hard) && link) {
      panel.children[1]?.append(' ', link.cloneNode(true))
    }
  }
  let timer = 0
  // Not when the box is left: a button that moves while it is pressed is not pressed.
  box.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(look, pause)
  })
  look()
  return look
}

/** Writes sentences into a place, one a paragraph. @returns whether they are new there */
function say(place: HTMLElement, sentences: readonly string[] | false | ''): boolean {
  const said = sentences || []
  if (place.dataset['said'] === said.join()) return false
  place.dataset['said'] = said.join()
  place.replaceChildren(...said.map(sentence => made('p', '', sentence)))
  return true
}
