import { factsOf, translator, type Language } from '#locales'
import { attestingRoles, type AttestingRole } from '#surveys'
import { addresses } from '../addresses.ts'
import { frameOf, type Frame } from '../frame.ts'
import type { PartnerData, SheetTexts } from './contract.ts'

/**
 * What the page shows at a time; its script goes from one to the next. `needs` stands there until it runs, and stays
 * where a browser cannot draw codes.
 */
export const partnerStates = [
  'needs',
  'loading',
  'unknown',
  'closed',
  'away',
  'drawn',
  'before',
  'drawing',
  'failed',
  'ready',
  'sure',
  'done'
] as const
export type PartnerState = (typeof partnerStates)[number]

export type PartnerPage = Frame & {
  /** Sections that say one thing, each with its heading. */
  readonly notices: readonly Notice[]
  readonly isBefore: boolean
  readonly isReady: boolean
  readonly isSure: boolean
  readonly knows: readonly string[]
  readonly roles: readonly { readonly value: AttestingRole; readonly text: string }[]
}
type Notice = {
  readonly state: PartnerState
  readonly shown: boolean
  readonly title: string
  readonly text: string
  readonly again: boolean
}

const noticesBefore = ['needs', 'loading', 'unknown', 'closed', 'away', 'drawn'] as const
const noticesAfter = ['drawing', 'failed', 'done'] as const

/** A partner's page: attest, draw, print, delete. */
export function partnerPage({
  language,
  state = 'needs'
}: {
  readonly language: Language
  /** Which part is in sight before the script runs: all but the first are for examples. */
  readonly state?: PartnerState
}): PartnerPage {
  const t = translator(language)
  return {
    ...frameOf({
      language,
      title: t('partner:title'),
      path: addresses.partner,
      style: 'partner',
      script: 'partner',
      data: partnerData(language)
    }),
    notices: [...noticesBefore, ...noticesAfter].map(each => ({
      state: each,
      shown: each === state,
      title: t(`partner:notice.${each}.title`),
      text: t(`partner:notice.${each}.text`),
      again: each === 'away'
    })),
    isBefore: state === 'before',
    isReady: state === 'ready',
    isSure: state === 'sure',
    knows: [
      t('partner:before.bag'),
      t('partner:before.list'),
      t('partner:before.copy'),
      t('partner:before.spare'),
      t('partner:before.printer')
    ],
    roles: attestingRoles.map(value => ({ value, text: t(`partner:role.${value}`) }))
  }
}

function partnerData(language: Language): PartnerData {
  const t = translator(language)
  return {
    batch: addresses.batch(language),
    cards: addresses.drawn(language),
    language,
    handOut: t('partner:before.handOut', { number: '%number' }),
    spares: t('partner:before.spares', { number: '%number' }),
    sheets: {
      ar: sheetTexts('ar'),
      zh: sheetTexts('zh'),
      en: sheetTexts('en'),
      fr: sheetTexts('fr'),
      ru: sheetTexts('ru'),
      es: sheetTexts('es')
    }
  }
}

function sheetTexts(language: Language): SheetTexts {
  const t = translator(language)
  const { tag, dir, ownName } = factsOf(language)
  return {
    tag,
    dir,
    ownName,
    landing: addresses.landing(language, '%slug'),
    scan: t('partner:card.scan'),
    type: t('partner:card.type'),
    once: t('partner:card.once')
  }
}
