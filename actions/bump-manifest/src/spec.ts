import { defineAction } from '../../../toolkit/action/spec.ts'

export const spec = defineAction({
  name: 'bump-manifest',
  title: 'bump-manifest',
  description: '',
  branding: { icon: 'box', color: 'blue' },
  inputs: {},
  outputs: {},
})
