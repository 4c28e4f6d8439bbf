/** Asks for what a key stands for; who asks while the answer is on its way gets the same one. */
export type AskTogether<T> = (key: string, ask: () => Promise<T>) => Promise<T>

/**
 * One question to the database for all who want the same at the same time. Nothing is remembered: who comes after the
 * answer asks anew, so that what is new shows at once and needs no clock.
 */
export function askedTogether<T>(): AskTogether<T> {
  const asked = new Map<string, Promise<T>>()
  return (key, ask) => {
    const asking = asked.get(key)
    if (asking !== undefined) return asking
    const answer = ask().finally(() => asked.delete(key))
    asked.set(key, answer)
    return answer
  }
}
