import type { PersonalData } from '#surveys'

/** Made-up sentences as young people write them, spelling included, and what is to be seen in each. */
export type Sentences = {
  readonly harm: readonly string[]
  /** Sounds like it, or is about it, and is not it. */
  readonly noHarm: readonly string[]
  readonly personal: readonly (readonly [text: string, ...kinds: PersonalData[]])[]
  readonly notPersonal: readonly string[]
}
