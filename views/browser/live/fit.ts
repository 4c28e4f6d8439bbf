import { element } from '../page.ts'

/** Smaller and smaller; before letters become smaller than the last, the page is scrolled instead. */
const sizes = ['fit-1', 'fit-2', 'fit-3', 'fit-4'] as const

/** Sets a slide in the largest letters with which all of the page is in sight at once. */
export function fit(slide: HTMLElement): void {
  slide.classList.remove(...sizes)
  for (const size of sizes) {
    if (isInSight()) return
    slide.classList.remove(...sizes)
    slide.classList.add(size)
  }
}

/** Whether the page's content ends at the lower edge of the window; only the foot of the site stands below. */
function isInSight(): boolean {
  const { offsetTop, offsetHeight, scrollWidth, clientWidth } = element('main')
  return offsetTop + offsetHeight <= innerHeight + 1 && scrollWidth <= clientWidth
}
