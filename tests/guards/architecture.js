import { isBuiltin } from 'node:module'
import { dirname, relative, resolve, sep } from 'node:path'

/** Left to right: a folder may use what stands left of it. */
const order = ['locales', 'surveys', 'analytics', 'views', 'server']
const doors = ['#locales', '#surveys', '#surveys/browser', '#analytics', '#views', '#views/charts']
const journeys = ['respond', 'secretariat', 'results', 'partner', 'live', 'api']
/** The packages of the folders that do no I/O; another one is added here, once somebody has looked at what it does. */
const packages = {
  locales: ['i18next'],
  surveys: ['canonicalize', 'temporal-polyfill', 'typebox'],
  analytics: ['canonicalize', 'chart.js', 'typebox'],
  views: ['chart.js', 'handlebars', 'lean-qr']
}

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
  return whyPackage(here, source)
}

function whyPackage(here, source) {
  const allowed = packages[here.folder]
  if (allowed === undefined) return undefined
  if (isBuiltin(source)) return `${here.folder}/ does no I/O: ${source} belongs to server/`
  const name = source
    .split('/')
    .slice(0, source.startsWith('@') ? 2 : 1)
    .join('/')
  return allowed.includes(name) ? undefined : `${name} is no package of ${here.folder}/`
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

/** What hands out time or chance, and which of its members do not. */
const sources = {
  Date: { only: ['UTC', 'parse'] },
  Math: { not: ['random'] },
  Temporal: { not: ['Now'] },
  performance: { only: [] }
}

/** Outside server/, time and chance are arguments. */
const pureRule = {
  meta: { type: 'problem', schema: [] },
  create(context) {
    const here = placeOf(context.filename, context.cwd)
    const pure = order.includes(here.folder) && here.folder !== 'server'
    if (!pure || (here.folder === 'views' && here.rest[0] === 'browser')) return {}
    return {
      Identifier(node) {
        if (!Object.hasOwn(sources, node.name) || isHarmless(node)) return
        const message = `time and chance are arguments: ${context.sourceCode.getText(node.parent)} belongs to server/`
        context.report({ node, message })
      }
    }
  }
}

/** Whether a name such as `Date` is used only as a type, a name, or for a member that takes its time as an argument. */
function isHarmless(node) {
  const { parent } = node
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === node ? isHarmlessMember(node.name, parent) : !parent.computed
    case 'NewExpression':
      return node.name === 'Date' && parent.callee === node && parent.arguments.length > 0
    case 'BinaryExpression':
      return parent.operator === 'instanceof'
    case 'Property':
      return parent.key === node && !parent.computed && !parent.shorthand
    default:
      return parent.type.startsWith('TS') || parent.type.startsWith('Import')
  }
}

function isHarmlessMember(name, { computed, property }) {
  if (computed) return false
  const { only, not } = sources[name]
  return only === undefined ? !not.includes(property.name) : only.includes(property.name)
}

/** The walls and arrows of the house as ESLint rules. */
export const architecture = { rules: { doors: doorsRule, pure: pureRule } }
