import type { Random } from './random.ts'

/** A secret as people have them: letters and digits, with marks, of digits, of many lines, a JSON document. */
export function secretOf(random: Random): string {
  const plain = (length: number) => random.secret(length)
  return random.pick<() => string>([
    () => plain(8 + random.int(30)),
    () => plain(8 + random.int(30)),
    () =>
      `${plain(5)}${random.pick(['"', '\\', '<&>', '+/=', "'", '%20', '$&', '`', '*', '](x)'])}${plain(6)}`,
    () =>
      `${plain(6)}${random.pick(['${', '%{if', '}{', '|', '::', '\t', '@', '#1', '_', '~~', '&lt;', '--'])}${plain(7)}`,
    () => `pä$$ wörd ✓ ${plain(6)}`,
    () => `密码🔑${plain(9)}é`,
    () => `${plain(12)}\r\n${plain(9)}\n${plain(14)}`,
    () => `{"user":"${plain(7)}","key":"${plain(20)}"}`,
    () => Array.from({ length: 10 }, () => random.int(10)).join(''),
    () =>
      `-----BEGIN PRIVATE KEY-----\n${plain(64)}\n${plain(64)}\n${plain(30)}=\n-----END PRIVATE KEY-----\n`,
    () => `${plain(6)}_${plain(6)}`,
    () => plain(5),
  ])()
}
