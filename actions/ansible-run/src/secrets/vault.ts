import { createDecipheriv, createHmac, pbkdf2, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

// ansible-core, parsing/vault: VaultAES256.
const ITERATIONS = 10_000

/** What Ansible Vault has encrypted, whole files and single values alike. */
export function vaultTexts(content: string): string[] {
  const found = content.matchAll(
    /\$ANSIBLE_VAULT;1\.[12];AES256[^\n]*\r?\n((?:[ \t]*[0-9a-f]+[ \t]*(?:\r?\n|$))+)/g,
  )
  return [...found].map(([, body = '']) => body.replace(/\s+/g, ''))
}

/** Decrypts a text of Ansible Vault (its body, in hexadecimal). @returns undefined where the password is not its own. */
export async function openVault(body: string, password: string): Promise<string | undefined> {
  const [salt, signature, encrypted] = Buffer.from(body, 'hex')
    .toString('latin1')
    .split('\n')
    .map(part => Buffer.from(part, 'hex'))
  if (!salt || !signature || !encrypted) return undefined
  const keys = await promisify(pbkdf2)(password, salt, ITERATIONS, 80, 'sha256')
  const expected = createHmac('sha256', keys.subarray(32, 64)).update(encrypted).digest()
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return undefined
  const decipher = createDecipheriv('aes-256-ctr', keys.subarray(0, 32), keys.subarray(64, 80))
  const padded = Buffer.concat([decipher.update(encrypted), decipher.final()])
  return padded.subarray(0, padded.length - (padded.at(-1) ?? 0)).toString('utf8')
}
