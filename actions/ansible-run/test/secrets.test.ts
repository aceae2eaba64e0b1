import { expect, test } from '@jest/globals'
import { extraVarsFile, secretVars } from '../src/secrets/extra-vars.ts'
import { openVault, vaultTexts } from '../src/secrets/vault.ts'
import { parseVaultPasswords } from '../src/secrets/vault-passwords.ts'
import { valuesIn } from '../src/secrets/vaulted-values.ts'

test.each([
  ['hush', [{ id: 'default', password: 'hush' }]],
  [
    'prod=hush\ndev=a=b',
    [
      { id: 'prod', password: 'hush' },
      { id: 'dev', password: 'a=b' },
    ],
  ],
  ['aGVsbG8=', [{ id: 'default', password: 'aGVsbG8=' }]],
  ['aGVsbG8==', [{ id: 'default', password: 'aGVsbG8==' }]],
  [
    'prod=hush\r\n\r\nother',
    [
      { id: 'prod', password: 'hush' },
      { id: 'default', password: 'other' },
    ],
  ],
])('vault passwords %j', (text, expected) => {
  expect(parseVaultPasswords(text)).toEqual(expected)
})

test('a vault id that stands twice is refused', () => {
  expect(() => parseVaultPasswords('a=1\na=2')).toThrow("two passwords have the vault id 'a'")
})

test.each([
  ['a=1\nb=x y', '{"a":"1","b":"x y"}\n'],
  ['a: 1\nb: [x]', 'a: 1\nb: [x]\n'],
  ['{"id": 12345678901234567890}', '{"id": 12345678901234567890}\n'],
  ['msg=hello: world', '{"msg":"hello: world"}\n'],
  ['a: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  61', 'a: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  61\n'],
])('extra vars %j', (text, file) => {
  expect(extraVarsFile(text)).toBe(file)
})

test.each(['just words', '[1, 2]', 'a=1\njust words', 'my-var: 1', 'a: [hush'])(
  'extra vars %j are refused',
  text => {
    expect(() => extraVarsFile(text)).toThrow(/^input 'extra-vars' cannot be read: (?!.*hush)/)
  },
)

/** Made by `ansible-vault encrypt` with the password `correct horse`. */
const VAULT = `$ANSIBLE_VAULT;1.1;AES256
33303934353233656666343037373163376330353464303166316563366331393661633961313430
6362366637343135653832376365343430316337663566340a353665336465363232313339353461
33623237386539336666313564396230376637303137636336343065616431326666316462623035
6466346337663838390a303731373434333330343539636239323363353764653834376535636339
63326435643533636339353830363338636239383133303063363133343636653533313262636130
34326665333864306237396565393230613739633866346535356163646232346237326531623430
396264336634326461336234626564643031`

test('a vault opens with its password only', async () => {
  const texts = vaultTexts(`password: !vault |\n  ${VAULT.replaceAll('\n', '\n  ')}\nother: 1\n`)
  expect(texts).toHaveLength(1)
  expect(await openVault(texts[0]!, 'wrong')).toBeUndefined()
  const opened = await openVault(texts[0]!, 'correct horse')
  expect(opened).toBe('db_password: battery-staple\nport: 5432\nlist: [first-secret]\n')
  expect(valuesIn(opened!)).toEqual(['battery-staple', 'first-secret'])
})

test.each<[string, string, string[]]>([
  ['a key', '-----BEGIN KEY-----\nMIIEabcdefgh\n', ['-----BEGIN KEY-----\nMIIEabcdefgh\n']],
  [
    'a .env file',
    "DB=hunter2hunter\nexport TOKEN='abc def'\nPORT=80\n",
    ["DB=hunter2hunter\nexport TOKEN='abc def'\nPORT=80\n", 'hunter2hunter', 'abc def'],
  ],
  ['several documents', 'a: secret-one\n---\nb: secret-two\n', ['secret-one', 'secret-two']],
  ['numbers', 'a: 12345678901234567890\nb: 0x1234567\n', ['12345678901234567890', '19088743', '0x1234567']],
  ['a text of its own', 'pass=word#1', ['pass=word#1', 'word#1']],
])('of %s each value is known as it is shown', (_, text, expected) => {
  expect(valuesIn(text)).toEqual(expect.arrayContaining(expected))
})

test.each<[string, string[]]>([
  ['db_password=hunter2\nversion=1.2.3', ['hunter2']],
  [
    'db:\n  password: hunter2\n  host: db-1\napi_keys: [first-key, second-key]',
    ['hunter2', 'first-key', 'second-key'],
  ],
  ['url: postgres://app:hunter2@db/shop', ['hunter2']],
  ['use_password=true\ntoken_hours=12', []],
  ['image: web:1', []],
])('of extra vars %j those are secret whose names say so', (text, expected) => {
  expect(secretVars(extraVarsFile(text))).toEqual(expected)
})
