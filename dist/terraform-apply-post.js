import { start } from './index.js'
await start('terraform-apply', 'post')
