/** Each says in words what is wrong on the page as it is. */
export { faintControls, faintTexts } from './contrast.ts'
export { outOfOrder } from './edges.ts'
export { cutTexts, pastTheSides } from './fitting.ts'
export { unseenFocus } from './focus.ts'
export { lostControls } from './forced.ts'
export { moving } from './motion.ts'
export { misprinted } from './printing.ts'
export { smallTargets } from './targets.ts'
