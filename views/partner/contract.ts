import type { Language } from '#locales'

export type { Language }

/** What a partner's link leads to, as the server answers it. */
export type InvitedTo = {
  /** Id of the consultation, which goes into the hash of each card. */
  readonly consultation: string
  readonly slug: string
  /** Its name in each of its languages. */
  readonly titles: readonly { readonly language: Language; readonly text: string }[]
  /** Cards to hand out. */
  readonly size: number
  /** Fingerprint of the key that signs for cards. */
  readonly key: string
  /** Whether its cards have been drawn: they are drawn once. */
  readonly drawn: boolean
}

/** What the partner's script reads from the page. `%name` in a text is filled in by the script. */
export type PartnerData = {
  /** Where the secret of the link is asked about, and where the hashes of the cards go. */
  readonly batch: string
  readonly cards: string
  /** The page's own language. */
  readonly language: Language
  readonly handOut: string
  readonly spares: string
  /** What a card says, in the language that the partner chooses for it. */
  readonly sheets: Readonly<Record<Language, SheetTexts>>
}
export type SheetTexts = {
  readonly tag: string
  readonly dir: 'ltr' | 'rtl'
  readonly ownName: string
  /** Where young people begin, with `%slug`. */
  readonly landing: string
  readonly scan: string
  readonly type: string
  readonly once: string
}

/** What the screen of a room shows now, as the server answers it. */
export type RoomNow = Pick<InvitedTo, 'slug' | 'titles' | 'key'> & {
  /** Null while the consultation takes no answers. */
  readonly code: string | null
  /** Milliseconds until the next code. */
  readonly stays: number
  /** How many may still come in. */
  readonly seatsLeft: number
}

/** What the script of the screen reads from the page. */
export type RoomData = {
  readonly now: string
  /** The page's own language. */
  readonly language: Language
  /** Where young people begin, with `%slug`. */
  readonly landings: Readonly<Record<Language, string>>
  readonly seatsLeft: string
  readonly full: string
}
