import { cardsPrinted } from '#surveys/browser'
import type { PartnerState } from '../partner/cards.ts'
import type { InvitedTo, PartnerData } from '../partner/contract.ts'
import { element, filled } from './page.ts'
import { ask } from './partner/ask.ts'
import { drawCodes, fingerprintsOf } from './partner/draw.ts'
import { findKept, forgetCards, keep, type Kept } from './partner/kept.ts'
import { takeSecret, watchLink } from './partner/secret.ts'
import { fillSheets } from './partner/sheets.ts'
import { titleIn } from './partner/title.ts'

const data: PartnerData = JSON.parse(element('data').textContent ?? '')
const form = element('attest')
const sheets = element('sheets')
const select = element('language')

// Where nothing can be kept for a tab, or there is no safe address, the page goes on saying what it needs.
if ('subtle' in crypto) begin(takeSecret())

function begin(secret: string | null): void {
  if (secret === null) show('unknown')
  else void goOn(secret)
  element('again').addEventListener('click', () => {
    if (secret !== null) void goOn(secret)
  })
  watchLink()
}

/** From where this tab is: cards that wait to be sent or printed, else what the server knows of the link. */
async function goOn(secret: string): Promise<void> {
  show('loading')
  const kept = findKept(secret)
  try {
    if (kept !== undefined) return kept.taken ? offerSheets(secret, kept) : await send(secret, kept)
    const answer = await ask(data.batch, { secret })
    if (!answer.ok) return show(trouble(answer.status))
    const to: InvitedTo = await answer.json()
    if (to.drawn) show('drawn')
    else offerDrawing(secret, to)
  } catch {
    show('away')
  }
}

function trouble(status: number): PartnerState {
  switch (status) {
    case 404:
      return 'unknown'
    case 409:
      return 'drawn'
    case 410:
      return 'closed'
    default:
      return status >= 500 || status === 429 ? 'away' : 'failed'
  }
}

function offerDrawing(secret: string, to: InvitedTo): void {
  const { size } = to
  tellWhat(to, element('what'), element('facts'))
  form.onsubmit = event => {
    event.preventDefault()
    const role = chosenRole()
    if (role === undefined) return
    const kept: Kept = { to, role, codes: drawCodes(cardsPrinted(size)), taken: false }
    // Before they are sent: the same ones are sent again after a cut connection, and others would be refused.
    keep(secret, kept)
    void send(secret, kept).catch(() => show('away'))
  }
  show('before')
}

/** For which consultation the cards are, and how many. */
function tellWhat({ titles, size }: InvitedTo, title: HTMLElement, list: HTMLElement): void {
  title.textContent = titleIn(titles, data.language)
  const facts = [
    filled(data.handOut, { number: size }),
    filled(data.spares, { number: cardsPrinted(size) - size })
  ]
  list.replaceChildren(
    ...facts.map(fact => {
      const item = document.createElement('li')
      item.textContent = fact
      return item
    })
  )
}

/** What was attested; undefined where something is missing, which is then said and in focus. */
function chosenRole(): string | undefined {
  const role = form.querySelector<HTMLInputElement>('[name=role]:checked')
  const given = form.querySelector('[name=permissions]:checked') !== null
  element('no-role').hidden = role !== null
  element('no-permission').hidden = given
  const missing = role === null ? 'role' : given ? undefined : 'permissions'
  if (missing !== undefined) form.querySelector<HTMLInputElement>(`[name=${missing}]`)?.focus()
  return missing === undefined ? role?.value : undefined
}

async function send(secret: string, kept: Kept): Promise<void> {
  show('drawing')
  const { to, role, codes } = kept
  const cards = await fingerprintsOf(to.consultation, codes)
  const answer = await ask(data.cards, { secret, role, permissions: 'yes', cards })
  if (!answer.ok) {
    const state = trouble(answer.status)
    // Nobody took these in, and nobody will.
    if (state !== 'away') forgetCards(secret)
    return show(state)
  }
  const taken = { ...kept, taken: true }
  keep(secret, taken)
  offerSheets(secret, taken)
}

function offerSheets(secret: string, kept: Kept): void {
  const { titles } = kept.to
  tellWhat(kept.to, element('ready-what'), element('ready-facts'))
  select.replaceChildren(...titles.map(({ language }) => option(language, language === data.language)))
  const fill = (): void => {
    const chosen = titles.find(({ language }) => language === valueOf(select)) ?? titles[0]
    if (chosen !== undefined) fillSheets(sheets, kept, chosen.language, data.sheets[chosen.language])
  }
  select.onchange = fill
  fill()
  element('print').onclick = () => print()
  element('printed').onclick = () => show('sure')
  element('keep').onclick = () => show('ready')
  element('delete').onclick = () => {
    forgetCards(secret)
    sheets.replaceChildren()
    show('done')
  }
  show('ready')
}

function option(language: InvitedTo['titles'][number]['language'], selected: boolean): HTMLOptionElement {
  const { ownName, tag, dir } = data.sheets[language]
  const made = new Option(ownName, language, selected, selected)
  made.lang = tag
  made.dir = dir
  return made
}

function valueOf(control: HTMLElement): string {
  return control instanceof HTMLSelectElement ? control.value : ''
}

/** Shows one part of the page, with the focus at its heading where it has one. */
function show(state: PartnerState): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-state]'))
    part.hidden = part.dataset['state'] !== state
  document.querySelector<HTMLElement>(`[data-state="${state}"] h2[tabindex]`)?.focus()
}
