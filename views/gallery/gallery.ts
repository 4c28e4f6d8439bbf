import { languages, type Language } from '#locales'
import { frameOf, type Frame } from '../frame.ts'

/** The list of all examples, for those who build: it speaks English, like the command line. */
export type GalleryPage = Frame & {
  readonly heading: string
  readonly lead: string
  readonly examples: readonly GalleryEntry[]
}
export type GalleryEntry = {
  readonly name: string
  readonly links: readonly { readonly href: string; readonly tag: Language; readonly label: string }[]
}

/** @param names of the examples, in their order */
export function galleryPage(names: readonly string[]): GalleryPage {
  return {
    ...frameOf({ language: 'en', title: 'Gallery', path: null, style: 'gallery' }),
    heading: 'Gallery',
    lead: 'Every page in each of its states, and every partial. Dark and forced colours are switched in the browser.',
    examples: names.map((name, index) => ({
      name,
      links: languages.map(language => ({
        href: exampleAddress(language, index + 1),
        tag: language,
        label: `${language}: ${name}`
      }))
    }))
  }
}

/** Where an example is shown. @param number its place in the list, from 1 */
function exampleAddress(language: Language, number: number): string {
  return `/gallery/${language}/${number}`
}
