/** A second, small door: how a figure is drawn, without everything that pages need. */
export { chartConfiguration, type Bars, type ChartLook } from './configuration.ts'
export { barsOf, chartHeight, fitsAPicture, onPaper, type ChartMeasures } from './measures.ts'
