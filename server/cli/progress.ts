const width = 30

/** A bar on a terminal; nothing where the output goes to a file. @param stream where to draw */
export function progressBar(
  label: string,
  stream: NodeJS.WriteStream = process.stderr
): (fraction: number) => void {
  let drawn = -1
  return fraction => {
    const percent = Math.floor(fraction * 100)
    if (!stream.isTTY || percent === drawn) return
    drawn = percent
    const filled = Math.round((percent / 100) * width)
    stream.write(`\r${label} [${'#'.repeat(filled)}${' '.repeat(width - filled)}] ${percent} %`)
    if (percent >= 100) stream.write('\n')
  }
}
