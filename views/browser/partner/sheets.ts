import { groupedCode } from '#surveys/browser'
import type { Language, SheetTexts } from '../../partner/contract.ts'
import type { Kept } from './kept.ts'
import { qrOf } from './qr.ts'
import { titleIn } from './title.ts'

/** Two beside each other, four below: they fit on A4, and on Letter too. */
const perSheet = 8

/** Fills the sheets with cards in one language; nothing on them numbers or orders them. */
export function fillSheets(
  place: HTMLElement,
  { to, codes }: Kept,
  language: Language,
  texts: SheetTexts
): void {
  place.lang = texts.tag
  place.dir = texts.dir
  const begin = location.host + texts.landing.replace('%slug', to.slug)
  const link = `${location.protocol}//${begin}`
  const title = titleIn(to.titles, language)
  const cards = codes.map(code => {
    const words = div('words', [
      paragraph('title', title),
      paragraph('', texts.scan),
      leftToRight('address', breakable(begin)),
      paragraph('', texts.type),
      leftToRight('code', groupedCode(code)),
      paragraph('small', texts.once)
    ])
    return div('paper-card', [div('qr', [qrOf(`${link}#c=${code}&k=${to.key}`)]), words])
  })
  const sheets = Array.from({ length: Math.ceil(cards.length / perSheet) }, (_, at) =>
    div('sheet', cards.slice(at * perSheet, (at + 1) * perSheet))
  )
  place.replaceChildren(...sheets)
}

/** An address ends its lines behind a stroke: behind a hyphen one would ask whether the hyphen belongs to it. */
function breakable(address: string): string {
  return address.replaceAll('-', '-\u2060').replaceAll('/', '/\u200b')
}

function div(name: string, children: readonly Element[]): HTMLDivElement {
  const made = document.createElement('div')
  made.className = name
  made.append(...children)
  return made
}

function paragraph(name: string, text: string): HTMLParagraphElement {
  const made = document.createElement('p')
  made.className = name
  made.textContent = text
  return made
}

/** Addresses and codes run from left to right in every language. */
function leftToRight(name: string, text: string): HTMLParagraphElement {
  const made = paragraph(name, text)
  made.dir = 'ltr'
  return made
}
