/** What a schema says is wrong, of zod or of whoever passes on what zod said. @public */
export type Issue = {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[];
};
