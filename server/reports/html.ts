import { figuresIn, type Report } from '#analytics'
import type { Language } from '#locales'
import { reportPage, type Renderer } from '#views'
import type { ChartPainter } from '../charts/painter.ts'

/** A document of a release as one HTML file that needs nothing else: its charts are in it as pictures. */
export async function reportHtmlOf(
  renderer: Renderer,
  painter: ChartPainter,
  report: Report,
  release: { readonly slug: string; readonly number: number; readonly languages: readonly Language[] }
): Promise<string> {
  const pictures = new Map<string, string>()
  for (const { question, chart } of figuresIn(report)) {
    const { png } = await painter.paint(chart, report.language)
    pictures.set(question, `data:image/png;base64,${Buffer.from(png).toString('base64')}`)
  }
  const pictureOf = ({ question }: { readonly question: string }) => pictures.get(question) ?? ''
  return renderer.render('report/report', reportPage({ report, ...release, pictureOf, standalone: true }))
}
