import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { build } from 'esbuild'
import {
  laterFiles,
  rendererOf,
  scriptFiles,
  viewFiles,
  workerFile,
  type LaterName,
  type Renderer,
  type ScriptName,
  type Site
} from '#views'
import { documentOf, type Document } from './document.ts'

const viewsFolder = new URL('../views/', import.meta.url)

/** Everything the pages are made with: the renderer, and the scripts by the path they are served at. */
export type Views = {
  readonly renderer: Renderer
  readonly scripts: ReadonlyMap<string, Document>
  /** The helper of an own phone, served at one address for good. */
  readonly worker: Document
  /** Hashes of the inline style sheets, as a Content-Security-Policy takes them. */
  readonly styleHashes: readonly string[]
}

/** Reads the templates and bundles the scripts: once, at start. */
export async function loadViews(site?: Site): Promise<Views> {
  const files = await Promise.all(
    viewFiles.map(async path => [path, await readFile(new URL(path, viewsFolder), 'utf8')] as const)
  )
  const bundles = await bundleScripts()
  const renderer = rendererOf({ files: new Map(files), scripts: bundles.addresses }, site)
  const styleHashes = Object.values(renderer.styles).map(
    style => `'sha256-${createHash('sha256').update(style).digest('base64')}'`
  )
  const worker = await documentOf(await bundle(workerFile, 'iife'), javascript)
  return { renderer, scripts: bundles.scripts, worker, styleHashes }
}

async function bundleScripts() {
  const scripts = new Map<string, Document>()
  const bundled = (files: Readonly<Record<string, string>>, format: Format) =>
    Promise.all(
      Object.entries(files).map(async ([name, file]) => {
        const document = await documentOf(await bundle(file, format), javascript)
        const address = `/assets/${basename(file, '.ts')}-${document.hash}.js`
        scripts.set(address, document)
        return [name, address] as const
      })
    )
  const addresses = new Map([...(await bundled(scriptFiles, 'iife')), ...(await bundled(laterFiles, 'esm'))])
  const at = (name: ScriptName | LaterName): string => addresses.get(name) ?? ''
  return {
    scripts,
    addresses: {
      respond: at('respond'),
      cards: at('cards'),
      entry: at('entry'),
      results: at('results'),
      partner: at('partner'),
      room: at('room'),
      api: at('api'),
      live: at('live'),
      leave: at('leave'),
      ownWords: at('ownWords'),
      ownPhone: at('ownPhone'),
      listening: at('listening'),
      liveWay: at('liveWay')
    }
  }
}

const javascript = 'text/javascript; charset=utf-8'

/** A script on its own runs at once; a module is fetched by one. */
type Format = 'iife' | 'esm'

async function bundle(file: string, format: Format): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [new URL(`browser/${file}`, viewsFolder).pathname],
    bundle: true,
    minify: true,
    format,
    target: 'es2020',
    charset: 'utf8',
    legalComments: 'none',
    write: false
  })
  return outputFiles[0]?.text ?? ''
}
