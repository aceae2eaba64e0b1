import { defineAction } from '../../../toolkit/action/spec.ts'

export const spec = defineAction({
  name: 'build-push',
  title: 'build-push',
  description: '',
  branding: { icon: 'box', color: 'blue' },
  inputs: {},
  outputs: {},
})
