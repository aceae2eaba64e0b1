import { expect, test } from '@jest/globals'
import { settingsOf } from './scaffold.ts'

test('the settings that workflows read, each once, without the token that is always there', () => {
  const workflows = [
    'a: ${{ secrets.B }} ${{ vars.REGISTRY || 0 }}',
    'b: ${{ secrets.A }} ${{secrets.B}} ${{ secrets.GITHUB_TOKEN }}',
  ]
  expect(settingsOf(workflows)).toEqual({ secrets: ['A', 'B'], variables: ['REGISTRY'] })
})
