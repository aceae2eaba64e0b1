import { UserError } from '../../../../toolkit/action/errors.ts'
import {
  entries,
  isArray,
  isObject,
  type Json,
  member,
  parseJson,
} from '../../../../toolkit/terraform/plan/json.ts'
import type { Host } from './host.ts'

/** The hosts of Terraform outputs. */
export interface Hosts {
  readonly hosts: readonly Host[]
  /** Whether an output that holds them is marked as sensitive. */
  readonly sensitive: boolean
}

const SHAPE =
  '{"web-1": {"address": "203.0.113.5", "user": "ubuntu", "port": 22, "groups": ["app"], "vars": {}}}'
// What stays literal in the INI format and as an argument of ssh, which takes a leading `-` for an option.
const HOST_NAME = /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/
const ADDRESS = /^[A-Za-z0-9_:][A-Za-z0-9_.:%-]*$/
const USER = /^[A-Za-z0-9_][A-Za-z0-9_.@+-]*\$?$/

/**
 * Reads Terraform outputs: of `terraform output -json`, of terraform-apply (also of several root modules, by
 * directory), or the map of hosts alone.
 * @param from where the text comes from, for errors
 * @throws UserError that names what is missing, or the host and what is wrong with it.
 */
export function readHosts(text: string, from: string): Hosts {
  const found = mapsOf(parse(text, from), from)
  const hosts = found.flatMap(({ map }) => entries(map).map(([name, given]) => hostOf(name, given)))
  if (hosts.length === 0)
    throw new UserError(
      `${from} has no hosts: the output 'hosts' is empty, so there is nothing to play on; was the infrastructure applied?`,
    )
  for (const [index, { name }] of hosts.entries())
    if (hosts.findIndex(other => other.name === name) !== index)
      throw new UserError(`${from} has two hosts that are called '${name}'; give each a name of its own`)
  return { hosts, sensitive: found.some(({ sensitive }) => sensitive) }
}

function parse(text: string, from: string): Json {
  try {
    return parseJson(text)
  } catch (thrown) {
    throw new UserError(
      `${from} is no JSON (${(thrown as Error).message}); give the outputs of Terraform, such as those of terraform-apply, or their file's path`,
    )
  }
}

interface Found {
  readonly map: Json
  readonly sensitive: boolean
}

function mapsOf(json: Json, from: string): Found[] {
  if (!isObject(json)) throw new UserError(`${from} is no JSON object of outputs; ${expected}`)
  const names = Object.keys(json)
  if (names.length === 0)
    throw new UserError(
      `${from} is '{}', no outputs at all: Terraform says so where there is no state. Apply first, and check backend and workspace`,
    )
  const found = outputsIn(json)
  if (found !== undefined) return [found]
  const byRoot = names.map(name => outputsIn(json[name]!))
  if (byRoot.some(one => one !== undefined)) return byRoot.filter(one => one !== undefined)
  const looksLikeHosts = names.some(name => member(json[name], 'address') !== undefined)
  if (looksLikeHosts) return [{ map: json, sensitive: false }]
  const listed = names.slice(0, 10).map(name => `'${name}'`)
  throw new UserError(
    `${from} has no output 'hosts', only ${listed.join(', ')}${names.length > 10 ? ', …' : ''}; ${expected} (an output that is marked as sensitive stands in the outputs-file only)`,
  )
}

const expected = `Terraform's output 'hosts' is expected, such as ${SHAPE}`

/** The output `hosts`, with or without the wrapping of `output -json`; undefined where there is none. */
function outputsIn(json: Json): Found | undefined {
  const output = member(json, 'hosts')
  // A host may be called `hosts`.
  if (output === undefined || typeof member(output, 'address') === 'string') return undefined
  const value = member(output, 'value')
  const wrapped = value !== undefined && member(output, 'sensitive') !== undefined
  if (!wrapped) return { map: output, sensitive: false }
  return { map: value, sensitive: member(output, 'sensitive') === true }
}

function hostOf(name: string, given: Json): Host {
  if (!HOST_NAME.test(name))
    throw new UserError(
      `the host name '${name}' cannot stand in an inventory: use letters, digits, '.', '_' and '-', and begin with a letter or digit`,
    )
  const wrong = (what: string, remedy: string) => new UserError(`the host '${name}' has ${what}; ${remedy}`)
  if (!isObject(given)) throw wrong('no attributes', `give it an address, such as ${SHAPE}`)
  const { address, port, user, groups, vars } = given
  if (typeof address !== 'string' || address === '')
    throw wrong(
      address === undefined || address === null || address === ''
        ? 'no address'
        : `an address that is no text`,
      "set 'address' to its IP address or DNS name; an instance that is stopped has none",
    )
  if (!ADDRESS.test(address))
    throw wrong(`the address '${address}'`, 'write an IP address or a DNS name without a scheme or a path')
  return {
    name,
    address,
    port: portOf(port ?? null, wrong),
    user: userOf(user ?? null, wrong),
    groups: groupsOf(groups ?? null, wrong),
    vars: varsOf(vars ?? null, wrong),
  }
}

type Wrong = (what: string, remedy: string) => UserError

function portOf(port: Json, wrong: Wrong): number | undefined {
  if (port === null) return undefined
  const number = typeof port === 'string' && /^\d+$/.test(port) ? Number(port) : port
  if (typeof number !== 'number' || !Number.isInteger(number) || number < 1 || number > 65535)
    throw wrong(`the port '${JSON.stringify(port)}'`, 'write a number from 1 to 65535')
  return number
}

function userOf(user: Json, wrong: Wrong): string | undefined {
  if (user === null || user === '') return undefined
  if (typeof user !== 'string' || !USER.test(user))
    throw wrong(
      `the user '${String(user)}'`,
      "write a login name of letters, digits, '.', '_', '@', '+' and '-'",
    )
  return user
}

function groupsOf(groups: Json, wrong: Wrong): string[] {
  if (groups === null) return []
  if (!isArray(groups)) throw wrong("'groups' that are no list", 'write a list of names, such as ["app"]')
  for (const group of groups)
    if (typeof group !== 'string' || !/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(group))
      throw wrong(
        `the group '${String(group)}', which cannot stand in an inventory`,
        "name groups by letters, digits and '_'",
      )
  return [...new Set(groups as readonly string[])]
}

function varsOf(vars: Json, wrong: Wrong): Readonly<Record<string, Json>> {
  if (vars === null) return {}
  if (!isObject(vars)) throw wrong("'vars' that are no map", 'write a map of names to values')
  return vars
}
