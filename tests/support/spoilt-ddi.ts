/**
 * Faults to put into the DDI of a ready questionnaire. A judge that lets one of them pass is none, whichever schema it
 * judges by.
 */
export const ddiFaults: readonly (readonly [fault: string, spoil: (xml: string) => string])[] = [
  [
    'an element at the wrong place',
    xml => xml.replace(/(<labl [^]*?<\/labl>\n)(<qstn [^]*?<\/qstn>)/, '$2\n$1')
  ],
  ['groups after variables', xml => xml.replace(/(<varGrp [^]*<\/varGrp>\n)([^]*<\/var>\n)/, '$2$1')],
  ['an element there is not', xml => xml.replaceAll('catgry', 'category')],
  ['an element of another place', xml => xml.replace('<sumDscr>', '<sumDscr>\n<labl>What</labl>')],
  ['a citation without a title', xml => xml.replace(/<titl [^]*?<\/titl>\n/, '')],
  ['a study without a citation', xml => xml.replace(/(<stdyDscr>\n)<citation>[^]*?<\/citation>\n/, '$1')],
  ['no study', xml => xml.replace(/<stdyDscr>[^]*<\/stdyDscr>\n/, '')],
  ['conditions said twice', xml => xml.replace(/<conditions>[^]*<\/conditions>/, '$&\n$&')],
  ['words where only elements may be', xml => xml.replace('<dataDscr>', '<dataDscr>All of them')],
  ['an attribute there is not', xml => xml.replace('<var ID="V1"', '$& colour="red"')],
  ['a variable without a name', xml => xml.replace(/(<var ID="V1") name="[^"]*"/, '$1')],
  ['a missing value that is none', xml => xml.replace(/<item VALUE="[^"]*"\/>/, '<item/>')],
  ['a kind of group there is not', xml => xml.replace('type="section"', 'type="part"')],
  ['a nature there is not', xml => xml.replace('nature="nominal"', 'nature="named"')],
  ['an answer of a kind there is not', xml => xml.replace('Type="category"', 'Type="choice"')],
  ['a day that neither begins nor ends', xml => xml.replace('event="start"', 'event="first"')],
  ['an id given twice', xml => xml.replace('ID="V2"', 'ID="V1"')],
  ['an id that is none', xml => xml.replace('ID="V1"', 'ID="1"')],
  ['a language that is none', xml => xml.replace('xml:lang="fr"', 'xml:lang="?"')],
  ['another version of the standard', xml => xml.replace('version="2.5"', 'version="2.6"')],
  ['another namespace', xml => xml.replace('ddi:codebook:2_5', 'ddi:codebook:2_6')]
]
