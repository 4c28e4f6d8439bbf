import Handlebars from 'handlebars'
import { factsOf, type Language } from '#locales'
import { styleFiles, type LaterName, type ScriptName, type StyleName } from './frame.ts'
import { helpers } from './helpers.ts'
import {
  blankFile,
  layoutFile,
  partialFiles,
  templateFiles,
  type Pages,
  type TemplateName
} from './templates.ts'

/** The text of every template, partial and style sheet by its path below `views/`, and where the scripts are served. */
export type Sources = {
  readonly files: ReadonlyMap<string, string>
  readonly scripts: Readonly<Record<ScriptName | LaterName, string>>
}

/** What one installation sets for all its pages. */
export type Site = {
  /** Where "Leave this site" leads, by language; a blank page where nothing is set. */
  readonly leaveTo: Readonly<Partial<Record<Language, string>>>
  /** Whom to write to: an e-mail address or a web address. */
  readonly contact: string | null
}

/** An installation where nothing was set. */
export const bareSite: Site = { leaveTo: {}, contact: null }

export type Renderer = {
  readonly site: Site
  /** A page as a whole HTML document. @throws when the template reads what the model does not have */
  render<Name extends TemplateName>(name: Name, page: Pages[Name]): string
  /** An empty page that says nothing of this site. */
  blank(language: Language): string
  /** The style sheets as they stand in pages, byte for byte: what a Content-Security-Policy may hash. */
  readonly styles: Readonly<Record<StyleName, string>>
}

/**
 * Compiles all templates, strictly: a property that a model lacks throws, in partials too.
 *
 * Files come in as text because this folder reads none; `server/` reads the names in `viewFiles`.
 */
export function rendererOf(sources: Sources, site: Site = bareSite): Renderer {
  const handlebars = Handlebars.create()
  handlebars.registerHelper(helpers)
  // `preventIndent`: an indented partial would indent what people typed into a text area.
  const options = { strict: true, preventIndent: true, explicitPartialContext: true, knownHelpersOnly: true }
  const compile = (path: string) =>
    handlebars.compile<object>(sourceOf(sources, path), { ...options, knownHelpers: { t: true, json: true } })
  for (const [name, path] of Object.entries(partialFiles)) handlebars.registerPartial(name, compile(path))
  const layout = compile(layoutFile)
  const blank = compile(blankFile)
  const templates = new Map(Object.entries(templateFiles).map(([name, path]) => [name, compile(path)]))
  const styles = {
    respond: styleOf(sources, 'respond'),
    help: styleOf(sources, 'help'),
    article: styleOf(sources, 'article'),
    results: styleOf(sources, 'results'),
    series: styleOf(sources, 'series'),
    report: styleOf(sources, 'report'),
    partner: styleOf(sources, 'partner'),
    room: styleOf(sources, 'room'),
    api: styleOf(sources, 'api'),
    live: styleOf(sources, 'live'),
    gallery: styleOf(sources, 'gallery')
  }
  return {
    site,
    styles,
    blank: language => blank({ language, edition: 'standard', ...factsOf(language) }),
    render(name, page) {
      const template = templates.get(name)
      if (template === undefined) throw new RangeError(`no template ${name}`)
      return layout({
        ...page,
        styleText: styles[page.style],
        leaveTo: site.leaveTo[page.language] ?? 'about:blank',
        scriptSource: page.script === null ? null : sources.scripts[page.script],
        later: page.style === 'respond' ? sources.scripts : null,
        liveWay: page.style === 'live' ? sources.scripts.liveWay : null,
        body: template(page)
      })
    }
  }
}

/** Paths of all files, below `views/`, that `rendererOf` wants. */
export const viewFiles: readonly string[] = [
  layoutFile,
  blankFile,
  ...Object.values(partialFiles),
  ...Object.values(templateFiles),
  ...new Set(Object.values(styleFiles).flatMap(names => names.map(name => `assets/${name}`)))
]

/** What stands in the page; our comments are for those who write it, not for those who pay for each byte. */
function styleOf(sources: Sources, name: StyleName): string {
  const sheets = styleFiles[name].map(file => sourceOf(sources, `assets/${file}`))
  return sheets.join('').replace(/\/\*.*?\*\/\n?/gs, '')
}

function sourceOf(sources: Sources, path: string): string {
  const source = sources.files.get(path)
  if (source === undefined) throw new RangeError(`no file views/${path}`)
  return source
}
