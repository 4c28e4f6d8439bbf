/** What pages are measured with, inside the browser; `measure-page.ts` puts it there. */
export { edges } from './edges.ts'
export * as measurements from './measurements.ts'
export { openAndShorten, settle } from './settle.ts'
