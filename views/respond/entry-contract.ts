/** What the script reads that redeems a code before the first question. */
export type EntryData = {
  readonly slug: string
  readonly consultationId: string
  /** The public key that checks tokens: DER, SubjectPublicKeyInfo, hexadecimal. */
  readonly key: string
  /** Where a code is redeemed. */
  readonly redeem: string
  readonly texts: Readonly<
    Record<'checking' | 'accepted' | 'again' | 'offline' | 'otherKey' | 'cannot', string>
  >
  /** Sentences for what the server says is wrong with a code. */
  readonly wrong: Readonly<Record<string, string>>
}
