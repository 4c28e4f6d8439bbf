import { palette, type Figure } from '#analytics'
import { formatPercent, translator, type Language } from '#locales'

/** Shares of all respondents as a figure shows them: null is hidden, 95 and more is top-coded. */
export function figureWith(
  bars: Readonly<Record<string, number | null>>,
  language: Language,
  groups: readonly string[] = ['all']
): Figure {
  const shares = Object.values(bars)
  const printed = shares.map(share => {
    if (share === null) return '[c]'
    const percent = formatPercent(share, language)
    return share < 95 ? percent : translator(language)('results:orMore', { percent })
  })
  return {
    configuration: {
      type: 'bar',
      data: {
        labels: Object.keys(bars),
        datasets: groups.map((label, index) => ({
          label,
          data: shares,
          backgroundColor: palette[index % palette.length] ?? palette[0]
        }))
      },
      options: {
        indexAxis: 'y',
        animation: false,
        maintainAspectRatio: false,
        scales: { x: { min: 0, max: 100, ticks: { stepSize: 25 } }, y: { grid: { display: false } } },
        plugins: { legend: { display: groups.length > 1 } }
      }
    },
    printed: groups.map(() => printed),
    ticks: [0, 50, 100].map(value => ({ value, text: formatPercent(value, language) }))
  }
}
