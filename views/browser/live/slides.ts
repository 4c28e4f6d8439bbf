import { element } from '../page.ts'

/** One question at a time, where there is room for large letters; on a phone all stand below one another. */
export type Slides = {
  /** Shows the one so many places on, or the first, or the last. */
  go(where: number | 'first' | 'last'): void
  /** Shows the same one again, after what is in the page has been replaced. */
  again(): void
}

/** @param onShown is told of each one that comes into sight */
export function slidesOf(onShown: (slide: HTMLElement) => void): Slides {
  let current = location.hash.slice(1)
  const all = () => [...document.querySelectorAll<HTMLElement>('.slide')]
  const place = () => {
    const at = all().findIndex(({ id }) => id === current)
    return at < 0 ? firstQuestion(all()) : at
  }

  function show(at: number): string {
    const slides = all()
    const slide = slides.at(at % slides.length)
    if (slide === undefined) return ''
    for (const each of slides) each.classList.toggle('shown', each === slide)
    element('main').dataset['shows'] = slide.id === 'part' ? 'part' : 'question'
    onShown(slide)
    return slide.id
  }

  return {
    go: where => {
      if (where === 'first') current = show(0)
      else current = show(where === 'last' ? -1 : place() + where)
    },
    // What nobody chose stays open: the first question takes the place of the way in once there is one.
    again: () => void show(place())
  }
}

/** Whoever comes to see results sees some, where there are any. */
function firstQuestion(slides: readonly HTMLElement[]): number {
  return slides.length > 1 && slides[0]?.id === 'part' ? 1 : 0
}
