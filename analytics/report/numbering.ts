/** Numbers that run through a document: each call gives the next one. */
export function counter(): () => number {
  let last = 0
  return () => (last += 1)
}
