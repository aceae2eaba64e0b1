import { describe, expect, test } from '@jest/globals'
import { type Product, priceList } from './price-list.ts'
import { findPrices, type PriceQuery } from './price-query.ts'

const price = (USD: string, startUsageAmount: string) => ({ USD, unit: 'GB', startUsageAmount })
const disk = (volumeApiName: string, region: string): Product => ({
  vendorName: 'aws',
  service: 'AmazonEC2',
  productFamily: 'Storage',
  region,
  attributes: { volumeApiName, usagetype: `EBS:VolumeUsage.${volumeApiName}` },
  prices: [price('1', '0'), price('2', '100')],
})
const shop = [disk('gp2', 'here'), disk('gp3', 'here'), disk('gp3', 'there')]

const found = (query: PriceQuery) =>
  findPrices(shop, query).map(({ product, prices }) => [
    product.attributes.volumeApiName,
    product.region,
    prices.map(({ USD }) => USD).join(),
  ])

describe('products and prices that fit', () => {
  const gp2 = ['gp2', 'here', '1,2']
  const gp3 = ['gp3', 'here', '1,2']
  test.each<[PriceQuery, unknown[]]>([
    [{ productFilter: { region: 'here' } }, [gp2, gp3]],
    [{ productFilter: { region: 'here', service: 'AmazonS3' } }, []],
    [{ productFilter: { sku: 'x' } }, []],
    [
      { productFilter: { region: 'here', attributeFilters: [{ key: 'volumeApiName', value: 'gp3' }] } },
      [gp3],
    ],
    [{ productFilter: { attributeFilters: [{ key: 'volumeApiName', value: 'gp' }] } }, []],
    [{ productFilter: { attributeFilters: [{ key: 'nothing', value_regex: '/.*/' }] } }, []],
    [
      {
        productFilter: {
          region: 'here',
          attributeFilters: [{ key: 'volumeApiName', value_regex: '/GP3/i' }],
        },
      },
      [gp3],
    ],
    [
      {
        productFilter: { region: 'here', attributeFilters: [{ key: 'volumeApiName', value_regex: '/GP3/' }] },
      },
      [],
    ],
    [
      { productFilter: { region: 'here', attributeFilters: [{ key: 'usagetype', value_regex: '/gp2$/' }] } },
      [gp2],
    ],
    [
      { productFilter: { region: 'there' }, priceFilter: { startUsageAmount: '100' } },
      [['gp3', 'there', '2']],
    ],
    [{ productFilter: { region: 'there' }, priceFilter: { termLength: '1yr' } }, [['gp3', 'there', '']]],
  ])('%j', (query, expected) => {
    expect(found(query)).toEqual(expected)
  })
})

test('no two products of the list are alike', () => {
  const named = priceList.map(({ prices: _, ...product }) => JSON.stringify(product))
  expect(new Set(named).size).toBe(named.length)
})
