import { askedFor, firstLine, type StandIn } from './stand-in.ts'

/** infracost/actions/setup: the Infracost of this machine, told by the variables that it reads what the action sets. */
export const setupInfracost: StandIn = {
  inputs: ['api-key', 'version', 'currency', 'pricing-api-endpoint', 'github-token'],
  required: ['api-key'],
  notPlayed: ['enable-dashboard'],
  async play(call) {
    const { 'api-key': key, currency, 'pricing-api-endpoint': endpoint, version } = call.with
    if (!key) throw new Error('Input required and not supplied: api-key')
    const found = await firstLine(call, 'infracost', ['--version'])
    call.world.masks.add(key)
    return {
      env: {
        INFRACOST_API_KEY: key,
        ...(currency && { INFRACOST_CURRENCY: currency }),
        ...(endpoint && { INFRACOST_PRICING_API_ENDPOINT: endpoint }),
      },
      standIn: `took the Infracost of this machine (${found})${askedFor(version)}`,
    }
  },
}
