import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { unzip, zip } from './zip.ts'

const files = { 'a.txt': 'one\n', 'deep/ü.bin': Buffer.from([0, 255, 80, 75, 5, 6]), empty: '' }

test('what is packed comes out again', () => {
  const got = unzip(zip(files))
  expect(Object.keys(got)).toEqual(Object.keys(files))
  for (const [path, content] of Object.entries(files)) expect(got[path]).toEqual(Buffer.from(content))
  expect(unzip(zip({}))).toEqual({})
})

test('what is damaged is not taken', () => {
  const archive = zip(files)
  const at = 31 + 'a.txt'.length
  archive.writeUInt8(255 - archive.readUInt8(at), at)
  expect(() => unzip(archive)).toThrow()
  expect(() => unzip(Buffer.from('no archive'))).toThrow('this is no zip archive')
})

test("Python's zipfile reads it, with sums and names", () => {
  const folder = mkdtempSync(join(tmpdir(), 'zip-'))
  try {
    writeFileSync(join(folder, 'a.zip'), zip(files))
    const script = "import zipfile; z = zipfile.ZipFile('a.zip'); print(z.testzip(), z.namelist())"
    const { stdout } = spawnSync('python3', ['-c', script], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PYTHONIOENCODING: 'utf8' },
    })
    expect(stdout.trim()).toBe("None ['a.txt', 'deep/ü.bin', 'empty']")
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
