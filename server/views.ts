import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { build } from 'esbuild'
import { rendererOf, scriptFiles, viewFiles, type Renderer, type ScriptName } from '#views'
import { documentOf, type Document } from './document.ts'

const viewsFolder = new URL('../views/', import.meta.url)

/** Everything the pages are made with: the renderer, and the scripts by the path they are served at. */
export type Views = {
  readonly renderer: Renderer
  readonly scripts: ReadonlyMap<string, Document>
  /** Hashes of the inline style sheets, as a Content-Security-Policy takes them. */
  readonly styleHashes: readonly string[]
}

/** Reads the templates and bundles the scripts: once, at start. */
export async function loadViews(): Promise<Views> {
  const files = await Promise.all(
    viewFiles.map(async path => [path, await readFile(new URL(path, viewsFolder), 'utf8')] as const)
  )
  const bundles = await bundleScripts()
  const renderer = rendererOf({ files: new Map(files), scripts: bundles.addresses })
  const styleHashes = Object.values(renderer.styles).map(
    style => `'sha256-${createHash('sha256').update(style).digest('base64')}'`
  )
  return { renderer, scripts: bundles.scripts, styleHashes }
}

async function bundleScripts() {
  const scripts = new Map<string, Document>()
  const bundled = await Promise.all(
    Object.entries(scriptFiles).map(async ([name, file]) => {
      const { outputFiles } = await build({
        entryPoints: [new URL(`browser/${file}`, viewsFolder).pathname],
        bundle: true,
        minify: true,
        format: 'iife',
        target: 'es2020',
        charset: 'utf8',
        legalComments: 'none',
        write: false
      })
      const document = await documentOf(outputFiles[0]?.text ?? '', 'text/javascript; charset=utf-8')
      const address = `/assets/${basename(file, '.ts')}-${document.hash}.js`
      scripts.set(address, document)
      return [name, address] as const
    })
  )
  return { scripts, addresses: addressesOf(new Map(bundled)) }
}

function addressesOf(bundled: ReadonlyMap<string, string>): Readonly<Record<ScriptName, string>> {
  const at = (name: ScriptName): string => bundled.get(name) ?? ''
  return { respond: at('respond'), results: at('results'), leave: at('leave') }
}
