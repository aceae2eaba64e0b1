import { expect, test } from '@jest/globals'
import { adviceOn } from './known-errors.ts'

test.each([
  ['Unsupported Terraform Core version', 'x', /asks for another version/],
  ['Unsupported OpenTofu Core version', 'x', /asks for another version/],
  [
    'Failed to load state',
    'state snapshot was created by Terraform v1.99.0, which is newer than current v1.11.4',
    /newer/,
  ],
  ['No valid credential sources found', '', /log in before this step/],
  [
    'reading EC2',
    'api error UnauthorizedOperation: You are not authorized',
    /give their role the permission/,
  ],
  ['Inconsistent dependency lock file', '', /providers lock/],
  ['Failed to query available provider packages', 'could not connect to registry', /cannot be downloaded/],
  [
    'Failed to query available provider packages',
    'locked provider hashicorp/aws 5.1.0 does not match\nconfigured version constraint ~> 5.90; must use terraform init',
    /init -upgrade` and commit/,
  ],
  [
    'Failed to query available provider packages',
    'the previously-selected\nversion 5.1.0 is no longer available',
    /init -upgrade` and commit/,
  ],
  ['Failed to resolve provider packages', 'could not connect to registry', /cannot be downloaded/],
  [
    'Failed to query available provider packages',
    'no available\nreleases match the given constraints >= 99.0.0',
    /No version of the provider fits/,
  ],
  [
    'Failed to install provider',
    "the local package doesn't match any of the\nchecksums previously recorded in the dependency lock file",
    /providers lock/,
  ],
  ['Provider dependency changes detected', 'but the lock\nfile is read-only', /providers lock/],
  ['No value for required variable', '', /var-files/],
  ['Cannot select the workspace', 'Workspace "x" doesn\'t exist.', /workspace new/],
  ['Saved plan is stale', '', /plan again/],
])('%s', (summary, detail, advice) => {
  expect(adviceOn({ summary, detail })).toMatch(advice)
})

test('of a version it tells which', () => {
  const error = {
    summary: 'Unsupported Terraform Core version',
    detail: '',
    source: 'required_version = ">= 99.0"',
  }
  expect(adviceOn(error)).toContain('another version (>= 99.0)')
})

test('any other error speaks for itself', () => {
  expect(adviceOn({ summary: 'Invalid function argument', detail: 'version 3' })).toBeUndefined()
})
