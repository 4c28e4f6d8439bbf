import { grantsAstray } from '../database/granted.ts'
import { groupOf, roles } from '../database/roles.ts'
import { ok, problem, warning, type Check, type Finding, type Patient } from './check.ts'

const groups = roles.map(groupOf)

/** Each part of Earshot works under a role of the database that may do what that part does, and nothing else. */
export const roleRights: Check = {
  name: 'roles',
  async look(patient) {
    if (patient.shared !== undefined) return [await notSeparate(patient, patient.shared)]
    const found = [...(await astray(patient)), ...(await tooMighty(patient))]
    return found.length > 0
      ? found
      : [ok(`${roles.join(', ')} have their own connections, and the rights that were decided on.`)]
  }
}

/** What is lost, said exactly: the walls inside the server that the database would have kept. */
async function notSeparate({ pool }: Patient, why: string): Promise<Finding> {
  const { rows } = await pool.query<{ owner: string }>('select quote_ident(current_user) as owner')
  const owner = rows[0]?.owner ?? ''
  return warning(
    `All parts work as the owner: ${why}. Lost: a fault in a page could read answers, sealed ones and releases’ true counts, and could change what has been published as far as triggers let it. Not lost: answers are sealed until they are poured.`,
    `${groups.map(group => `CREATE ROLE ${group} NOLOGIN;`).join(' ')} ALTER ROLE ${owner} CREATEROLE; GRANT ${groups.join(', ')} TO ${owner} WITH ADMIN OPTION; let members of them in where pg_hba.conf or a pooler lists users; set EARSHOT_KEYS; start the server anew.`
  )
}

async function astray({ pool }: Patient): Promise<Finding[]> {
  const { missing, excess } = await grantsAstray(pool)
  const remedy = 'Start the server anew: it grants what was decided and takes back the rest.'
  return [
    ...excess.map(line => problem(`More than was decided is granted: ${line}.`, remedy)),
    ...missing.map(line => problem(`Not granted, though it is needed: ${line}.`, remedy))
  ]
}

/** Roles that can do more than their rights on tables say. */
async function tooMighty({ pool }: Patient): Promise<Finding[]> {
  const { rows } = await pool.query<{ name: string; may: string }>(
    `select quote_ident(rolname) as name, concat_ws(', ',
        case when rolsuper then 'NOSUPERUSER' end, case when rolcreaterole then 'NOCREATEROLE' end,
        case when rolcreatedb then 'NOCREATEDB' end, case when rolreplication then 'NOREPLICATION' end,
        case when rolbypassrls then 'NOBYPASSRLS' end,
        case when rolcanlogin and rolname = any ($1) then 'NOLOGIN' end) as may
      from pg_roles where rolname = any ($1) or exists (
        select from pg_auth_members m join pg_roles g on g.oid = m.roleid
        where m.member = pg_roles.oid and g.rolname = any ($1) and pg_roles.rolname ~ '^earshot_')
      order by rolname`,
    [groups]
  )
  return rows
    .filter(({ may }) => may !== '')
    .map(({ name, may }) =>
      problem(`The role ${name} may more than it should.`, `ALTER ROLE ${name} ${may.replaceAll(',', '')};`)
    )
}
