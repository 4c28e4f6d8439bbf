import canonicalize from 'canonicalize'

/**
 * One text for one value: keys in order, no spaces, numbers as ECMAScript writes them.
 *
 * @throws for what JSON cannot say: a bigint, a number that is not finite, nothing at all
 * @see RFC 8785, JSON Canonicalization Scheme
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new RangeError('a value that JSON cannot say')
  return text
}
