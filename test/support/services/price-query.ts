import type { Price, Product } from './price-list.ts'

/** What a client asks for: the variables of one query of the cloud pricing API. */
export interface PriceQuery {
  readonly productFilter: {
    readonly vendorName?: string
    readonly service?: string
    readonly productFamily?: string
    readonly region?: string
    readonly sku?: string
    readonly attributeFilters?: readonly AttributeFilter[]
  }
  /** Fields of a price and what they must be. */
  readonly priceFilter?: Readonly<Record<string, string>> | null
}

interface AttributeFilter {
  readonly key: string
  readonly value?: string
  readonly value_regex?: string
}

/** A product that fits, with those of its prices that fit. */
export interface Found {
  readonly product: Product
  readonly prices: readonly Price[]
}

/**
 * The products that fit every filter. As with the real API, a field that a product lacks fits no filter, and a
 * product none of whose prices fits is still found, without prices.
 */
export function findPrices(list: readonly Product[], { productFilter, priceFilter }: PriceQuery): Found[] {
  const { attributeFilters = [], ...fields } = productFilter
  return list
    .filter(product => fitsFields(product, fields))
    .filter(({ attributes }) =>
      attributeFilters.every(filter => fitsAttribute(attributes[filter.key], filter)),
    )
    .map(product => ({
      product,
      prices: product.prices.filter(price => fitsFields(price, priceFilter ?? {})),
    }))
}

function fitsFields(row: object, wanted: Readonly<Record<string, string>>): boolean {
  const fields = row as Record<string, unknown>
  return Object.entries(wanted).every(([key, value]) => fields[key] === value)
}

function fitsAttribute(
  attribute: string | undefined,
  { value, value_regex: pattern }: AttributeFilter,
): boolean {
  if (attribute === undefined) return false
  if (value !== undefined && attribute !== value) return false
  return pattern === undefined || expression(pattern).test(attribute)
}

/** Patterns are written as in JavaScript: between slashes, flags behind. */
function expression(pattern: string): RegExp {
  const written = /^\/(.*)\/([a-z]*)$/s.exec(pattern)
  return written ? new RegExp(written[1] as string, written[2]) : new RegExp(pattern)
}
