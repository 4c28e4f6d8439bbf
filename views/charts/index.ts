/** A second, small door: how a figure is drawn, without everything that pages need. */
export { chartConfiguration, type ChartLook } from './configuration.ts'
export { barsOf, chartHeight, fitsAPicture, onPaper } from './measures.ts'
