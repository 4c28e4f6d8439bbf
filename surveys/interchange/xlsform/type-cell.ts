/** What the `type` cell of a row asks for. `reason` is a code of the ledger. */
export type RowType =
  | {
      readonly is: 'select'
      readonly kind: 'single' | 'multiple' | 'ranking'
      readonly list: string
      readonly other: boolean
    }
  | { readonly is: 'text' | 'integer' | 'decimal' | 'range' | 'note' | 'acknowledge' }
  | { readonly is: 'begin' | 'end'; readonly what: 'group' | 'repeat' }
  | { readonly is: 'refused' | 'leftOut'; readonly reason: string }
  | { readonly is: 'unknown' }

/** Types by their name without spaces, underscores and hyphens; older spellings stand beside today's. */
const spellings: readonly (readonly [RowType, string])[] = [
  [{ is: 'text' }, 'text string'],
  [{ is: 'integer' }, 'integer int'],
  [{ is: 'decimal' }, 'decimal'],
  [{ is: 'range' }, 'range'],
  [{ is: 'note' }, 'note addnoteprompt'],
  [{ is: 'acknowledge' }, 'acknowledge trigger'],
  [{ is: 'begin', what: 'group' }, 'begingroup'],
  [{ is: 'end', what: 'group' }, 'endgroup'],
  [{ is: 'begin', what: 'repeat' }, 'beginrepeat beginloop beginloopedgroup beginlgroup'],
  [{ is: 'end', what: 'repeat' }, 'endrepeat endloop endloopedgroup endlgroup'],
  [
    { is: 'refused', reason: 'xlsform.refusedPlace' },
    'geopoint geotrace geoshape startgeopoint gps location qlocation gpsprompt osm bearing'
  ],
  [
    { is: 'refused', reason: 'xlsform.refusedMedia' },
    'image photo picture qpicture audio qaudio video qvideo file upload attachment backgroundaudio signature draw annotate'
  ],
  [
    { is: 'refused', reason: 'xlsform.refusedDevice' },
    'deviceid getdeviceid uri:deviceid imei subscriberid getsubscriberid uri:subscriberid simserial simid getsimid uri:simserial'
  ],
  [
    { is: 'refused', reason: 'xlsform.refusedIdentity' },
    'phonenumber phone getphonenumber uri:phonenumber username uri:username email uri:email barcode qbarcode'
  ],
  [
    { is: 'refused', reason: 'xlsform.refusedMoment' },
    'start starttime getstarttime end endtime getendtime today gettoday audit'
  ],
  [{ is: 'leftOut', reason: 'xlsform.dateDropped' }, 'date time datetime monthyear year'],
  [{ is: 'leftOut', reason: 'xlsform.calculationDropped' }, 'calculate calculation hidden'],
  [{ is: 'leftOut', reason: 'xlsform.externalDropped' }, 'xmlexternal csvexternal entity']
]

const types = new Map(
  spellings.flatMap(([type, names]) => names.split(' ').map(name => [name, type] as const))
)

const select =
  /^(select[ _]?one|select1|select[ _]multiple|select all that apply|rank)([ _]from[ _]file|[ _]external)?(?: from)?(?: (.*?))?( or[ _]other| or specify other)?$/i

/** Reads a `type` cell: "select_one yes_no or_other", "begin group", "geopoint". */
export function rowType(cell: string): RowType {
  const text = cell.slice(0, 500).trim().replace(/\s+/g, ' ')
  const plain = types.get(text.toLowerCase().replace(/[ _-]/g, ''))
  if (plain !== undefined) return plain
  const match = select.exec(text)
  if (match === null) return { is: 'unknown' }
  if (match[2] !== undefined) return { is: 'leftOut', reason: 'xlsform.externalDropped' }
  return {
    is: 'select',
    kind: selectKind(match[1] ?? ''),
    list: match[3] ?? '',
    other: match[4] !== undefined
  }
}

function selectKind(word: string): 'single' | 'multiple' | 'ranking' {
  if (/^rank/i.test(word)) return 'ranking'
  return /multiple|all/i.test(word) ? 'multiple' : 'single'
}
