import { isMap, isScalar, type Node, parseDocument, visit } from 'yaml'
import { UserError } from '../../../../toolkit/action/errors.ts'
import { splitPair } from '../../../../toolkit/action/fields.ts'
import { secretsOfEnvironment } from '../../../../toolkit/redact/environment.ts'
import { SHORTEST } from './vaulted-values.ts'

/**
 * Reads the input `extra-vars`. @returns the file that Ansible is given: a YAML or JSON mapping as it stands, so that
 * Ansible's own tags work and numbers keep their digits; lines `name=value` as JSON, every value a text.
 * @throws UserError where it is neither, or names no variable; the message repeats no value.
 */
export function extraVarsFile(text: string): string {
  const lines = text.split(/\r?\n/).filter(line => !/^\s*(#|$)/.test(line))
  if (lines.every(line => /^\s*[A-Za-z_][A-Za-z0-9_]*=/.test(line)))
    return `${JSON.stringify(Object.fromEntries(lines.map(splitPair)))}\n`
  const document = parseDocument(text, { logLevel: 'silent' })
  const { contents } = document
  if (document.errors.length > 0 || !isMap(contents))
    throw wrong('write lines name=value, or a YAML or JSON mapping of names to values')
  for (const { key } of contents.items) {
    const name = isScalar(key) ? String(key.value) : ''
    if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
      throw wrong(`'${name}' is no name of a variable: use letters, digits and '_'`)
  }
  return `${text}\n`
}

/** The values in such a file that are likely secrets, as the names of their variables say so. */
export function secretVars(file: string): string[] {
  const found = new Set<string>()
  visit(parseDocument(file, { logLevel: 'silent' }), {
    Pair: (_, { key, value }) => {
      const name = isScalar(key) ? String(key.value) : ''
      visit(value as Node | null, {
        Scalar: (place, scalar) => {
          const text = String(scalar.value)
          if (place !== 'key' && text.length >= SHORTEST)
            for (const secret of secretsOfEnvironment({ [name]: text })) found.add(secret)
        },
      })
    },
  })
  return [...found]
}

function wrong(remedy: string): UserError {
  return new UserError(`input 'extra-vars' cannot be read: ${remedy}`)
}
