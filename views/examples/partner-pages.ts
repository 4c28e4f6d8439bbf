import type { Language } from '#locales'
import type { Example } from '../examples.ts'
import { partnerPage, partnerStates } from '../partner/cards.ts'
import { roomPage } from '../partner/room.ts'

/** The partner's page and the screen of a room in each of their states, as they stand before a script fills them. */
export function partnerPages(language: Language): readonly Example[] {
  return [
    ...partnerStates.map(state => ({
      name: `partner: ${state}`,
      render: (renderer: Parameters<Example['render']>[0]) =>
        renderer.render('partner/cards', partnerPage({ language, state }))
    })),
    ...(['needs', 'unknown', 'idle', 'open'] as const).map(state => ({
      name: `room: ${state}`,
      render: (renderer: Parameters<Example['render']>[0]) =>
        renderer.render('partner/room', roomPage({ language, state }))
    }))
  ]
}
