/**
 * Countries and areas of ISO 3166-1 by the five regions of the United Nations' M49 standard ("Standard country or area
 * codes for statistical use", series M, no. 49), as `profileCodes` names both. Territories stand where M49 puts the
 * place itself, which may be far from the state they belong to: Réunion in Africa, Greenland in the Americas.
 *
 * Two codes are not placed by M49. Antarctica is in none of the five regions and stays out. `tw` has no entry of its
 * own there; as a place it lies in Asia.
 */
const countriesByRegion: Readonly<Record<string, string>> = {
  africa: `
    ao bf bi bj bw cd cf cg ci cm cv dj dz eg eh er et ga gh gm gn gq gw io ke km lr ls ly ma mg ml mr mu mw mz na ne
    ng re rw sc sd sh sl sn so ss st sz td tf tg tn tz ug yt za zm zw`,
  americas: `
    ag ai ar aw bb bl bm bo bq br bs bv bz ca cl co cr cu cw dm do ec fk gd gf gl gp gs gt gy hn ht jm kn ky lc mf mq
    ms mx ni pa pe pm pr py sr sv sx tc tt us uy vc ve vg vi`,
  asia: `
    ae af am az bd bh bn bt cn cy ge hk id il in iq ir jo jp kg kh kp kr kw kz la lb lk mm mn mo mv my np om ph pk ps
    qa sa sg sy th tj tl tm tr tw uz vn ye`,
  europe: `
    ad al at ax ba be bg by ch cz de dnk ee es fi fo fr gb gg gi gr hr hu ie im is it je li lt lu lv mc md me mk mt nl
    no pl pt ro rs ru se si sj sk sm ua va`,
  oceania: `
    as au cc ck cx fj fm gu hm ki mh mp nc nf nr nu nz pf pg pn pw sb tk to tv um vu wf ws`
}

const regions: ReadonlyMap<string, string> = new Map(
  Object.entries(countriesByRegion).flatMap(([region, countries]) =>
    countries
      .trim()
      .split(/\s+/)
      .map((country): [string, string] => [country, region])
  )
)

/**
 * The region a country lies in, both as codes of the background questions.
 *
 * @param country as `profileCodes` has it
 * @returns undefined for what lies in none: Antarctica, and whatever is no country
 */
export function regionOf(country: string): string | undefined {
  return regions.get(country)
}
