export type { WordOrder } from './job.ts'
export { NotMade } from './not-made.ts'
export { openWorkshop, type Workshop } from './workshop.ts'
