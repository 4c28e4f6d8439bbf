import './cards.ts'
import { redeem } from './redeem.ts'
import type { EntryData } from '../respond/entry-contract.ts'
import { made } from './problems.ts'

const data: EntryData = JSON.parse(document.getElementById('data')?.textContent ?? '')

/** Redeems the code that was scanned, before the first question; it does not stay in the address for a moment. */
function enter(): void {
  const scanned = new URLSearchParams(location.hash.slice(1))
  const code = scanned.get('c') ?? scanned.get('r')
  if (code !== null) history.replaceState(history.state, '', location.pathname)
  void attempt(code, scanned.get('k'))
}

async function attempt(code: string | null, fingerprint: string | null): Promise<void> {
  const { texts, wrong } = data
  if (code !== null) say(texts.checking)
  const outcome = await redeem(data, code, fingerprint)
  // The text asks not to go on here, so there is nothing to go on by; another card brings it back.
  document.querySelector('.ages')?.toggleAttribute('hidden', outcome === 'otherKey')
  if (outcome === 'accepted') return say(texts.accepted, 'good')
  if (outcome === undefined) return say()
  if (outcome !== 'offline')
    return say(wrong[outcome] ?? texts[outcome === 'otherKey' ? outcome : 'cannot'], 'bad')
  const button = made('button', 'second', texts.again)
  button.addEventListener('click', () => void attempt(code, fingerprint))
  say(texts.offline, 'bad', button)
}

const place = document.getElementById('entry-text')
const before = place?.textContent ?? ''

/** @param sentence what there is to say; nothing: what the page said before */
function say(sentence = before, how = '', ...more: readonly Node[]): void {
  place?.replaceChildren(sentence, ' ', ...more)
  place?.parentElement?.setAttribute('class', `entry ${how}`)
}

enter()
// The camera may open the link of another card in the very tab that shows this page.
addEventListener('hashchange', enter)
