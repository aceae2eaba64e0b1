import { expect, test } from '@jest/globals'
import { formatDifferences, validateDiagnostics } from './validate.ts'

const OUTPUT = `main.tf
--- old/main.tf
+++ new/main.tf
@@ -1,6 +1,6 @@
-variable "a" { 
- default = 1
+variable "a" {
+  default = 1
 }
 resource "x" "y" {
@@ -20,2 +20,3 @@
 a = 1
+
 b = 2
sub/b.tf
--- old/sub/b.tf
+++ new/sub/b.tf
@@ -4,3 +4,2 @@
 a = 1
-
 b = 2
`

test('each piece of the diff has its file and its lines in the old one', () => {
  expect(formatDifferences(OUTPUT)).toMatchObject([
    { file: 'main.tf', line: 1, endLine: 2 },
    { file: 'main.tf', line: 21, endLine: 21, diff: '@@ -20,2 +20,3 @@\n a = 1\n+\n b = 2' },
    { file: 'sub/b.tf', line: 5, endLine: 5 },
  ])
  expect(formatDifferences('')).toEqual([])
})

test('validate -json, and what is none', () => {
  const json = { valid: false, diagnostics: [{ severity: 'error', summary: 's', detail: 'd' }, null] }
  expect(validateDiagnostics(JSON.stringify(json))).toHaveLength(1)
  expect(validateDiagnostics('Error: cannot start')).toBeUndefined()
})
