import { takeNewest } from './newest.ts'

/** Milliseconds between two looks where the server cannot tell us, and where it can. */
const often = 10_000
const seldom = 60_000
/** Milliseconds over which all those who hear of a release at once come for it. */
const spread = 2000

/** Watches for a new release: the server tells of it, and where it cannot, the page asks. */
export function watch({
  events,
  onNew,
  onLost
}: {
  readonly events: string
  /** Once what is new is in the page. */
  readonly onNew: () => void
  readonly onLost: (isLost: boolean) => void
}): void {
  let source = listen()
  let next = setTimeout(look, often)

  function look(): void {
    clearTimeout(next)
    void ask()
  }

  async function ask(): Promise<void> {
    try {
      if (await takeNewest()) onNew()
      onLost(false)
    } catch {
      onLost(true)
    }
    if (source.readyState === EventSource.CLOSED) source = listen()
    clearTimeout(next)
    next = setTimeout(look, source.readyState === EventSource.OPEN ? seldom : often)
  }

  function listen(): EventSource {
    const opened = new EventSource(events)
    const soon = () => {
      clearTimeout(next)
      next = setTimeout(look, Math.random() * spread)
    }
    for (const name of ['open', 'release', 'status', 'message']) opened.addEventListener(name, soon)
    return opened
  }

  addEventListener('online', look)
  addEventListener('offline', () => onLost(true))
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) look()
  })
}
