import { translator, type Language } from '#locales'
import { addresses } from '../addresses.ts'
import { frameOf, type Frame } from '../frame.ts'
import type { RoomData } from './contract.ts'

/** What the screen shows at a time: `needs` until its script runs, `idle` while nobody may answer. */
export type RoomState = 'needs' | 'unknown' | 'idle' | 'open'

export type RoomPage = Frame & {
  readonly notices: readonly {
    readonly state: RoomState
    readonly shown: boolean
    readonly title: string
    readonly text: string
  }[]
  readonly isOpen: boolean
}

/** A page for a projector: the code of this minute, large enough for the last row. */
export function roomPage({
  language,
  state = 'needs'
}: {
  readonly language: Language
  /** Which part is in sight before the script runs: all but the first are for examples. */
  readonly state?: RoomState
}): RoomPage {
  const t = translator(language)
  return {
    ...frameOf({
      language,
      title: t('partner:room.title'),
      path: addresses.room,
      style: 'room',
      script: 'room',
      data: roomData(language)
    }),
    notices: (['needs', 'unknown', 'idle'] as const).map(each => ({
      state: each,
      shown: each === state,
      title: t(`partner:room.${each}.title`),
      text: t(`partner:room.${each}.text`)
    })),
    isOpen: state === 'open'
  }
}

function roomData(language: Language): RoomData {
  const t = translator(language)
  return {
    now: addresses.roomNow(language),
    language,
    landings: {
      ar: addresses.landing('ar', '%slug'),
      zh: addresses.landing('zh', '%slug'),
      en: addresses.landing('en', '%slug'),
      fr: addresses.landing('fr', '%slug'),
      ru: addresses.landing('ru', '%slug'),
      es: addresses.landing('es', '%slug')
    },
    seatsLeft: t('partner:room.seatsLeft', { number: '%number' }),
    full: t('partner:room.full')
  }
}
