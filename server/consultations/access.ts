/** Who may answer: anyone, whoever has a card, or whoever sees the code in the room. */
export const accesses = ['open', 'cards', 'room'] as const
export type Access = (typeof accesses)[number]
