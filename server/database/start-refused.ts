/**
 * A start that cannot go on for a reason a person can put right.
 *
 * The message is one sentence about what is wrong and one about what to do; whoever starts Earshot prints it
 * without a stack.
 */
export class StartRefused extends Error {
  override readonly name = 'StartRefused'

  constructor(wrong: string, remedy: string, options?: ErrorOptions) {
    super(`${wrong} ${remedy}`, options)
  }
}
