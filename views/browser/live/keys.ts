/** What a key does. */
export type Doing = 'on' | 'back' | 'first' | 'last' | 'pause' | 'full' | 'contrast' | 'help'

/** Keys with a name. Page up and page down are what a presenter's remote sends. */
const named: Readonly<Record<string, Doing>> = {
  PageDown: 'on',
  PageUp: 'back',
  Home: 'first',
  End: 'last',
  ' ': 'pause'
}
/** Keys of one letter or sign: they can be switched off, since who speaks to a computer may say them by chance. */
const single: Readonly<Record<string, Doing>> = { f: 'full', c: 'contrast', '?': 'help' }

/** @param areSingleOn whether keys of one letter or sign do anything */
export function doingOf(event: KeyboardEvent, areSingleOn: boolean): Doing | undefined {
  const { key, target, ctrlKey, altKey, metaKey } = event
  if (ctrlKey || altKey || metaKey || !(target instanceof Element)) return undefined
  if (target.closest('dialog') !== null) return undefined
  // On a button the space bar is the browser's.
  if (key === ' ' && target.closest('button, a') !== null) return undefined
  if (key.startsWith('Arrow')) return arrows(key)
  return named[key] ?? (areSingleOn ? single[key.toLowerCase()] : undefined)
}

/** Arrows point to where one reads on; up and down go on scrolling. */
function arrows(key: string): Doing | undefined {
  const on = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
  if (key === on) return 'on'
  return key === 'ArrowLeft' || key === 'ArrowRight' ? 'back' : undefined
}
