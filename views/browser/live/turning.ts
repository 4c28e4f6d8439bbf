/** Milliseconds that a question stays: some to find one's way, and some for each of its rows. */
const forQuestion = 8000
const forRow = 1500

/** Going on by itself, until somebody stops it. */
export type Turning = {
  /** Begins to count for what has come into sight. */
  begin(slide: HTMLElement): void
  set(isOn: boolean): void
  isOn(): boolean
}

export function turning(onTurn: () => void): Turning {
  let on = false
  let next = 0
  let stays = forQuestion

  function begin(): void {
    clearTimeout(next)
    if (on) next = setTimeout(() => (document.hidden ? begin() : onTurn()), stays)
  }

  return {
    begin: slide => {
      stays = forQuestion + forRow * slide.querySelectorAll('dt').length
      begin()
    },
    set: wanted => {
      on = wanted
      begin()
    },
    isOn: () => on
  }
}
