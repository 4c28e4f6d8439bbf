/** Numbers that run through a document: each call gives the next one. @param last the number before the first */
export function counter(last: number): () => number {
  let number = last
  return () => (number += 1)
}
