export { paintRequest, type ChartPainter, type PaintedChart, type PaintRequest } from './painter.ts'
