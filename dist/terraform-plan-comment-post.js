import { start } from './index.js'
await start('terraform-plan-comment', 'post')
