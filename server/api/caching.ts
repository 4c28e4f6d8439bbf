/** How long what was read stays good, as caches are told. */
export const caching = {
  /** The bytes of a numbered release never change. */
  release: 'public, max-age=31536000, immutable',
  /** What is made of a numbered release: the next version of Earshot may add a member to it. */
  ofRelease: 'public, max-age=86400',
  /** What another release, or another day, changes. */
  untilTheNext: 'public, max-age=60, must-revalidate',
  /** What only another version of Earshot changes. */
  description: 'public, max-age=300'
} as const
