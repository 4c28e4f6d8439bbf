/** The way in to a consultation as a picture: fetched where a screen is wide enough to be seen by others. */
export { showWay } from './live/way.ts'
