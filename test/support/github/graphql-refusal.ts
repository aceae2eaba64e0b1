/** An error with the kind that GitHub gives it. */
export class GraphqlRefusal extends Error {
  readonly type: string
  constructor(type: string, message: string) {
    super(message)
    this.type = type
  }
}
