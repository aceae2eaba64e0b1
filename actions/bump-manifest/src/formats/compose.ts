/** Compose files: `services.*.image`, which may hold variables. Services that are only built have no image. */
import { fullName, parseReference } from '../../../../toolkit/oci/reference.ts'
import { Uneditable } from '../../../../toolkit/yaml/edit.ts'
import { type Place, type Reader, textOf } from '../../../../toolkit/yaml/places.ts'
import { interpolate, substitute, UNSET } from './interpolation.ts'
import { type Form, replaced, type Site, suffix, wholeReference } from './site.ts'

/** A new value for a variable of the `.env` file beside the compose file. */
export interface VariableChange {
  readonly variable: string
  readonly value: string
}

/** A reference in a compose file, and the variables that it is read with. */
export interface ComposeSite extends Site {
  readonly variables: readonly string[]
  /** What the `.env` file must say for the reference to take a form; empty where the file itself is changed. */
  variableChanges(to: Form): readonly VariableChange[]
  /** Set where the repository is known only in part, because a variable holds the rest: how its path ends. */
  readonly nameEnds?: string
}

/**
 * The references of a compose file.
 * @param variables what the `.env` file beside it sets
 */
export function composeSites(reader: Reader, variables: ReadonlyMap<string, string>): ComposeSite[] {
  const services = reader.field(reader.root, 'services')
  if (!services) return []
  return reader.fields(services).flatMap(service => {
    const image = reader.field(service, 'image')
    const text = textOf(image)
    if (!image || text === undefined) return []
    if (text.includes('$')) return interpolated(image, text, variables) ?? []
    const site = wholeReference(image)
    return site ? { ...site, variables: [], variableChanges: () => [] } : []
  })
}

function interpolated(
  place: Place,
  value: string,
  variables: ReadonlyMap<string, string>,
): ComposeSite | undefined {
  const atoms = interpolate(value, variables)
  // `web:${TAG:-}` waits for a tag: it reads as `web:`.
  const reference = parseReference(
    (atoms ?? [])
      .map(({ text }) => text)
      .join('')
      .replace(/:$/, ''),
  )
  if (!atoms || !reference) return undefined
  const { name, ...form } = reference
  const known = !name.includes(UNSET)
  return {
    place,
    names: known ? [fullName(name)] : [],
    form,
    variables: atoms.flatMap(({ variable }) => variable ?? []),
    ...(!known && { nameEnds: name.slice(name.lastIndexOf(UNSET) + UNSET.length) }),
    change(to) {
      const steps = solve(value, name, form, to, variables)
      return steps.value === value ? [] : [replaced(place, steps.value)]
    },
    variableChanges: to => solve(value, name, form, to, variables).variables,
  }
}

/** Changes the tag first and the digest after it, so that each may stand in a variable of its own. */
function solve(value: string, name: string, from: Form, to: Form, variables: ReadonlyMap<string, string>) {
  const forms = [{ tag: to.tag, digest: from.digest }, to]
  const direct = step({ value, variables: [] }, name, to, variables)
  if (direct) return direct
  let solution: Solution = { value, variables: [] }
  for (const form of forms) {
    const next = step(solution, name, form, variables)
    if (!next)
      throw new Uneditable(
        `puts '${value}' together from variables that are set elsewhere; change them there, or name the .env file in 'files'`,
      )
    solution = next
  }
  return solution
}

interface Solution {
  readonly value: string
  readonly variables: readonly VariableChange[]
}

function step(
  from: Solution,
  name: string,
  form: Form,
  set: ReadonlyMap<string, string>,
): Solution | undefined {
  const variables = new Map([
    ...set,
    ...from.variables.map(({ variable, value }) => [variable, value] as const),
  ])
  const atoms = interpolate(from.value, variables) ?? []
  const wanted = `${name}${suffix(form)}`
  if (atoms.map(({ text }) => text).join('') === wanted) return from
  const substitution = substitute(from.value, atoms, wanted)
  if (!substitution) return undefined
  if ('value' in substitution) return { ...from, value: substitution.value }
  const { variable, new: value } = substitution
  return {
    ...from,
    variables: [...from.variables.filter(other => other.variable !== variable), { variable, value }],
  }
}
