export { chartPainter, type ChartPainter, type PaintedChart } from './painter.ts'
export { PaintingFailed } from './painting-thread.ts'
