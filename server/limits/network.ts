/** The part of an address that is counted as one sender: the first 24 bits of an IPv4 address, the first 56 of an IPv6 one. */
export function networkOf(address: string): string {
  const mapped = /^(?:::ffff:)?(\d+\.\d+\.\d+)\.\d+$/i.exec(address)?.[1]
  if (mapped !== undefined) return mapped
  const [head = '', tail] = address.toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail === undefined || tail === '' ? [] : tail.split(':')
  const middle =
    tail === undefined ? [] : Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  const groups = [...before, ...middle, ...after].map(group => group.padStart(4, '0'))
  return groups.slice(0, 4).join('').slice(0, 14)
}
